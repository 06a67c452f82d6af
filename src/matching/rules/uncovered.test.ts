import { describe, expect, it } from 'vitest';
import { headOf, needFor, placedSchool, roundPolicy } from '../../../test/factories/matching.ts';
import { planProblem } from './plan-problem.ts';
import type { ProblemOptions } from './problem-options.ts';
import type { Leader, Need } from './sides.ts';
import { supportReasons } from './support-reasons.ts';
import { whyUncovered } from './uncovered.ts';

/** Why the first need has nobody, when the leader of each other need is the first leader, or nobody. */
function why(needs: Need[], leaders: Leader[], given: (number | null)[] = [], options: ProblemOptions = {}): string {
  const result = planProblem(needs, leaders, () => null, roundPolicy, options);
  if (!result.ok) throw new Error('blocked');
  return whyUncovered(0, result.problem, { assignment: [null, ...given] });
}

const need = needFor(placedSchool(1));
const other = needFor(placedSchool(2));

describe('whyUncovered', () => {
  it.each<[string, Parameters<typeof why>]>([
    [
      'Its place is not published, so no distance can be measured.',
      [[needFor(placedSchool(1, { easting: null }))], [headOf(placedSchool(100))]],
    ],
    [
      'No head of a primary school that meets the criteria can be reached within 30 km. The 1 within reach is in its own trust or federation.',
      [
        [needFor(placedSchool(1, { trustUid: 3 }))],
        [headOf(placedSchool(100, { trustUid: 3 })), headOf(placedSchool(101, { phaseGroup: 'secondary' }))],
      ],
    ],
    [
      'None of the 3 leaders within 30 km can be a specialist in maths here: 2 not known to give the field, 1 not released by the home school.',
      [
        [needFor(placedSchool(1), { support: 'maths' })],
        [
          headOf(placedSchool(100)),
          headOf(placedSchool(101)),
          headOf(placedSchool(102), { fields: ['maths'], released: false }),
        ],
      ],
    ],
    [
      'Nobody who could be a specialist in maths is within 30 km.',
      [[needFor(placedSchool(1), { support: 'maths' })], [headOf(placedSchool(100, { easting: 600_000 }))]],
    ],
    ['It needs 9 days and its 1 candidate has no more than 4.5.', [[need], [headOf(placedSchool(100), { days: 4.5 })]]],
    [
      'Its 1 candidate with the 9 days it needs is given to 1 other school whose need weighs more or fits better, among them School 2.',
      [[need, other], [headOf(placedSchool(100))], [0]],
    ],
    [
      'Its 1 candidate would cost the plan more than leaving it without a leader.',
      [[need, other], [headOf(placedSchool(100))], [null]],
    ],
    [
      'What is left of The budget does not pay for its 1 candidate.',
      [
        [need, other],
        [headOf(placedSchool(100), { pencePerDay: 40_000 })],
        [0],
        { budgets: [{ name: 'The budget', scope: { kind: 'round' }, pounds: 7000 }] },
      ],
    ],
  ])('%s', (words, asked) => {
    expect(why(...asked)).toBe(words);
  });
});

describe('supportReasons', () => {
  it('tells what people told, and nothing of what is not known', () => {
    expect(supportReasons(need, headOf(placedSchool(100)), roundPolicy)).toEqual([]);
    const known = headOf(placedSchool(100), { fields: ['maths'], impact: 0.8, released: true });
    expect(supportReasons(needFor(placedSchool(1), { earlierHomes: [100] }), known, roundPolicy)).toEqual([
      'Gives what is asked for by what fails: maths.',
      'School 100 has worked with School 1 before.',
      'Evidence of past impact: 0.8, where 1 is the most.',
      'School 100 has agreed to release the leader.',
    ]);
    const specialist = { ...known, role: 'specialist', impact: null, released: null };
    expect(supportReasons(needFor(placedSchool(1), { support: 'maths' }), specialist, roundPolicy)).toEqual([
      'A specialist leader of education who gives maths.',
    ]);
  });
});
