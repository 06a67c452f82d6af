import { describe, expect, it } from 'vitest';
import { smallColumns, smallInstance } from '../../../test/factories/instance.ts';
import { buildInstance } from './instance.ts';

describe('buildInstance', () => {
  it('orders pairs by leader and school, and finds them by either', () => {
    const instance = smallInstance({ pairLeader: [1, 0, 0, 0], pairSchool: [0, 2, 0, 1], pairCost: [11, 5, 10, 12.5] });
    expect(Array.from(instance.pairLeader)).toEqual([0, 0, 0, 1]);
    expect(Array.from(instance.pairSchool)).toEqual([0, 1, 2, 0]);
    expect(Array.from(instance.pairCost)).toEqual([10, 12.5, 5, 11]);
    expect(Array.from(instance.leaderStart)).toEqual([0, 3, 4]);
    expect(Array.from(instance.schoolPairs.slice(instance.schoolStart[0], instance.schoolStart[1]))).toEqual([0, 3]);
  });

  it.each([
    [{ maxSchools: [2] }, 'maxSchools: has 1 values but capacity has 2: give the same number in both'],
    [{ penalty: [1, 2, 3, 4] }, 'penalty: has 4 values but demand has 3: give the same number in both'],
    [{ pairCost: [1, 2, 3] }, 'pairCost: has 3 values but pairLeader has 4: give the same number in both'],
    [{ demand: [9.5, -1, 4.5] }, 'demand[1]: is -1: give a number of 0 or more'],
    [{ penalty: [1, 2, NaN] }, 'penalty[2]: is NaN: give a number of 0 or more'],
    [{ capacity: [Infinity, 1] }, 'capacity[0]: is Infinity: give a number of 0 or more'],
    [{ maxSchools: [2, 1.5] }, 'maxSchools[1]: is 1.5: give a whole number of 0 or more'],
    [{ pairLeader: [0, 0, 0, 2] }, 'pairLeader[3]: is 2: give a leader from 0 to 1'],
    [{ pairSchool: [0, 1, -1, 0] }, 'pairSchool[2]: is -1: give a school from 0 to 2'],
    [
      { pairLeader: [0, 1, 0, 0], pairSchool: [0, 0, 2, 0] },
      'pairLeader[3]: repeats the pair of leader 0 and school 0 given at 0: keep one',
    ],
  ])('refuses %o, naming the place and the mend', (changes, message) => {
    expect(() => smallInstance(changes)).toThrow(expect.objectContaining({ name: 'InstanceError', message }));
  });

  it('calls columns by the names of the source', () => {
    const columns = smallColumns({ demand: [9.5, -1, 4.5] });
    expect(() => buildInstance(columns, (column) => (column === 'demand' ? 'dem' : column))).toThrow(/^dem\[1\]: /);
  });
});
