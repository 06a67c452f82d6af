import { describe, expect, it } from 'vitest';
import { instanceFrom } from './instance-file.ts';

const right = {
  L: 2,
  S: 3,
  cap: [19.5, 9.5],
  cnt: [2, 1],
  dem: [9.5, 9.5, 4.5],
  pri: [3, 2, 1],
  pen: [100, 90, 80],
  ai: [0, 0, 1],
  aj: [0, 1, 0],
  ac: [10, 12.5, 11],
};

describe('instanceFrom', () => {
  it('reads the columns, and lets a name and other extras be', () => {
    const instance = instanceFrom({ name: 'small', ...right }, 'small.json');
    expect(instance).toMatchObject({ leaders: 2, schools: 3 });
    expect(Array.from(instance.penalty)).toEqual([100, 90, 80]);
    expect(Array.from(instance.pairCost)).toEqual([10, 12.5, 11]);
  });

  it('reads load, schools held, fixed schools and rows where there are any', () => {
    const row = { name: 'Money', pairs: [0, 2], amounts: [5, 7], limit: 10, overPrice: 1.5 };
    const more = { load: [1, 0.5], held: [0, 2], fixed: [-1, 0, -1], rows: [row] };
    const instance = instanceFrom({ ...right, ...more }, 'small.json');
    expect(Array.from(instance.load)).toEqual([1, 0.5]);
    expect(Array.from(instance.held)).toEqual([0, 2]);
    expect(Array.from(instance.fixed)).toEqual([-1, 0, -1]);
    expect(instance.rows).toMatchObject([{ name: 'Money', limit: 10, overPrice: 1.5 }]);
  });

  it.each([
    [{ ...right, fixed: [1, -1] }, /^x\.json: fixed: has 2 values but dem has 3/],
    [{ ...right, rows: [{ name: 'Money' }] }, /^x\.json: rows\[0\]: /],
    [[], /^x\.json: .*Give an object with L, S, cap/],
    [{ ...right, cap: undefined }, /^x\.json: cap: /],
    [{ ...right, L: 1.5 }, /^x\.json: L: /],
    [{ ...right, dem: [9.5, '9.5', 4.5] }, /^x\.json: dem\[1\]: /],
    [{ ...right, L: 3 }, /^x\.json: cap: has 2 values but L is 3\. Make them agree/],
    [{ ...right, S: 2 }, /^x\.json: dem: has 3 values but S is 2\. Make them agree/],
    [{ ...right, cnt: [2] }, /^x\.json: cnt: has 1 values but cap has 2/],
    [{ ...right, pen: [100, 90, -1] }, /^x\.json: pen\[2\]: is -1: give a number of 0 or more/],
    [{ ...right, aj: [0, 3, 0] }, /^x\.json: aj\[1\]: is 3: give a school from 0 to 2/],
    [{ ...right, ai: [0, 0, 0] }, /^x\.json: ai\[2\]: repeats the pair of leader 0 and school 0 given at 0/],
  ])('refuses %j, naming the array, the place and the mend', (json, message) => {
    expect(() => instanceFrom(json, 'x.json')).toThrow(message);
    expect(() => instanceFrom(json, 'x.json')).toThrow(expect.objectContaining({ name: 'InstanceFileError' }));
  });
});
