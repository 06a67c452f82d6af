import type { Adapter, AreaFigures, FigureColumn } from '../adapter.ts';

/** The newest year stands first; the two before it are repeated beside it. */
const YEARS = ['Current', 'Previous', 'Previous2'] as const;

function ofSchools(school: 'Primary' | 'Secondary', schools: AreaFigures['schools']): AreaFigures {
  const columns = YEARS.flatMap<FigureColumn>((year, back) => [
    [`Abs_Tot_${school}_LA_${year}_Pct`, 'overall_absence', { back }],
    [`Abs_Persistent_${school}_LA_${year}_Pct`, 'persistent_absence', { back }],
  ]);
  return {
    level: 'authority',
    code: ['Id'],
    // Two rows stand for no authority.
    only: [{ column: 'Id', isNot: ['x', ''] }],
    schools,
    columns: [
      ...columns,
      [`Auth_Tot_${school}_LA_Current_Pct`, 'authorised_absence'],
      [`UnAuth_Tot_${school}_LA_Current_Pct`, 'unauthorised_absence'],
    ],
    // The City of London has no secondary school, authorities that ended have nothing at all.
    blankSaysNothing: true,
  };
}

/** Absence of each authority's primary and secondary schools in three years, as the school profile service holds it. */
export const areaAbsence: Adapter = {
  layout: 'area-absence',
  dataset: 'area-absence',
  stage: 'final',
  recognisedBy: ['Id', 'Abs_Tot_Primary_LA_Current_Pct'],
  year: 'given',
  areaFigures: [ofSchools('Primary', 'primary'), ofSchools('Secondary', 'secondary')],
};
