import type { Adapter } from '../adapter.ts';

/** The January pupil census. Its last rows, with NAT for a URN, are England's totals. */
export const census: Adapter = {
  layout: 'census',
  dataset: 'census',
  stage: 'final',
  recognisedBy: ['NOR', 'PSENELSE', 'PNUMFSMEVER'],
  year: 'given',
  passOver: { column: 'URN', is: ['NAT'] },
  figures: {
    urn: 'URN',
    columns: [
      ['NOR', 'roll'],
      ['PSENELSE', 'ehc_percent'],
      ['PSENELK', 'sen_support_percent'],
      ['PNUMEAL', 'eal_percent'],
      ['PNUMFSMEVER', 'fsm6_percent'],
    ],
  },
};
