import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coveredWords, moveWords } from './changes.ts';
import { nextWords } from './pair-words.ts';
import { differenceOf, rangeOf } from './range.ts';
import { differenceWords } from './ways-words.ts';
import { counted, minutesWords, rangeWords } from './words.ts';

const school = { urn: 1, name: 'Elm', key: '1:lead' };
const home = { urn: 2, name: 'Oak', key: 'head:2' };

describe('words of explanations', () => {
  it.each([
    [0, 'no schools', '0 minutes'],
    [1, '1 school', '1 minute'],
    [2, '2 schools', '2 minutes'],
    [1200, '1,200 schools', '1,200 minutes'],
  ])('are right at %d', (count, schools, minutes) => {
    expect([counted(count, 'school'), minutesWords(count)]).toEqual([schools, minutes]);
  });

  it('say that nobody else is weighed for a pair that was placed', () => {
    const of = { need: school, next: null, nobody: rangeOf(5, 5, 1) };
    expect(nextWords({ ...of, placedBy: 'lock' })).toBe('Locked by a decision: no plan weighs anybody else for Elm.');
    expect(nextWords({ ...of, placedBy: 'standing' })).toContain('Approved, and stands');
    expect(nextWords({ ...of, placedBy: null })).toContain('Nobody else could help Elm');
  });

  it('tell who loses whom', () => {
    expect(moveWords({ school, from: null, to: home })).toBe(
      'Elm would have the leader from Oak, where it has nobody in the plan.',
    );
    expect(moveWords({ school, from: home, to: null })).toBe('Elm would lose the leader from Oak and have nobody.');
    expect(moveWords({ school, from: home, to: { ...home, urn: 0 } })).toBe(
      'Elm would have the new leader instead of the leader from Oak.',
    );
  });

  it.each([
    [[3, 3], 'As many schools have a leader as before: 3.'],
    [[3, 4], '1 school more would have a leader: 4 instead of 3.'],
    [[3, 1], '2 schools fewer would have a leader: 1 instead of 3.'],
  ] as const)('tell what %j covered is', (covered, text) => {
    expect(coveredWords({ moves: [], covered: [...covered] })).toBe(text);
  });

  it.each([
    [0, 0, 'The whole plan would cost the same.'],
    [5, 5, 'The whole plan would cost exactly 5 minutes more.'],
    [-1, -1, 'The whole plan would cost exactly 1 minute less.'],
    [-9, -5, 'The whole plan would cost between 5 and 9 minutes less.'],
    [0, 4, 'The whole plan would cost between 0 and 4 minutes more.'],
  ])('tell a difference of %d to %d', (least, most, text) => {
    expect(differenceWords(rangeOf(least, most, 100))).toBe(text);
  });

  it('never call exact what is open by more than the tolerance of a proof, and hold the truth', () => {
    const plan = fc.record({ cost: fc.integer({ min: 1000, max: 9000 }), open: fc.integer({ min: 0, max: 30 }) });
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const of = ({ cost, open }: typeof before) => ({ objective: cost / 10, bound: (cost - open) / 10 });
        const range = differenceOf(of(before), of(after));
        expect(range.exact).toBe(before.open + after.open === 0);
        expect(rangeWords(range).startsWith('exactly')).toBe(range.exact);
        expect(range.least).toBeLessThanOrEqual((after.cost - after.open - before.cost) / 10 + 1e-9);
        expect(range.most).toBeGreaterThanOrEqual((after.cost - before.cost + before.open) / 10 - 1e-9);
      }),
    );
  });
});
