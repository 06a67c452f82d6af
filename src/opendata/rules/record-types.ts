import type { PassOver } from './adapter.ts';

/**
 * RECTYPE of the performance tables: 1 is a mainstream school and 2 a special school. 3 (sixth form consortium),
 * 4 (local authority), 5 and 7 (England) are not schools.
 */
export const MAINSTREAM_AND_SPECIAL: PassOver = { column: 'RECTYPE', isNot: ['1', '2'] };
