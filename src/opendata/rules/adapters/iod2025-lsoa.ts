import type { Adapter } from '../adapter.ts';
import { always, name, wholeOrBlank } from '../fields.ts';

const DECILE = 'Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOA';

/** Indices of deprivation 2025 of each neighbourhood of 2021, whole. Decile 1 is the most deprived. */
function iod2025(layout: string, decile: string): Adapter {
  return {
    layout,
    dataset: 'iod2025-lsoa',
    stage: 'final',
    recognisedBy: ['LSOA code (2021)', 'LSOA name (2021)', decile],
    year: 'register',
    publishedOn: '2025-10-30',
    lists: [
      {
        table: 'lsoa_deprivation',
        key: ['lsoa_code'],
        fields: {
          edition: always(2025),
          lsoa_code: name('LSOA code (2021)'),
          imd_rank: wholeOrBlank('Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)'),
          imd_decile: wholeOrBlank(decile, 10),
        },
      },
    ],
  };
}

export const iod2025Lsoa = iod2025('iod2025-lsoa', `${DECILE}s)`);

/** The same with its last header cut short, as in the copy that was seen. */
export const iod2025LsoaCut = iod2025('iod2025-lsoa-cut', DECILE);
