import type { Adapter, FigureColumn, Pupils } from '../adapter.ts';

/** The newest year stands first; the two before it are repeated beside it. */
const YEARS = ['Current', 'Previous', 'Previous2'] as const;

const PUPILS = [
  ['Tot', 'all', 3],
  ['Dis', 'disadvantaged', 3],
  ['NDi', 'other', 1],
] as const satisfies [string, Pupils, number][];

const columns = PUPILS.flatMap(([code, pupils, years]) =>
  YEARS.slice(0, years).flatMap<FigureColumn>((year, back) => [
    [`Attainment8_${code}_LA_${year}_Num`, 'ks4_attainment8', { back, pupils }],
    [`EngMaths59_${code}_LA_${year}_Pct`, 'ks4_english_maths_5', { back, pupils }],
    [`EngMaths49_${code}_LA_${year}_Pct`, 'ks4_english_maths_4', { back, pupils }],
  ]),
);

/**
 * Key stage 4 of each authority in three years, as the school profile service holds it. Progress 8 has no figure for the
 * newest year: pupils who had no tests at the end of key stage 2 have no progress. Single subjects are not read.
 */
export const areaKs4: Adapter = {
  layout: 'area-ks4',
  dataset: 'area-ks4',
  stage: 'final',
  recognisedBy: ['Id', 'Attainment8_Tot_LA_Current_Num'],
  year: 'given',
  areaFigures: [
    {
      level: 'authority',
      code: ['Id'],
      // One row stands for no authority.
      only: [{ column: 'Id', isNot: [''] }],
      schools: 'state-funded',
      columns: [
        ...columns,
        ['Prog8_Avg_LA_Previous_Num', 'ks4_progress8', { back: 1 }],
        ['Prog8_Avg_LA_Previous2_Num', 'ks4_progress8', { back: 2 }],
      ],
    },
  ],
};
