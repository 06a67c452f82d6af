import { describe, expect, it } from 'vitest';
import { headOf, needFor, placedSchool, roundPolicy } from '../../../test/factories/matching.ts';
import { keptPlanOf, type PlanMade } from './plan-before.ts';
import { type NeedDifference, planDifference } from './plan-difference.ts';
import { planProblem } from './plan-problem.ts';
import type { ProblemOptions } from './problem-options.ts';
import type { Leader, Need } from './sides.ts';

const needs = [1, 2, 3].map((urn) => needFor(placedSchool(urn)));
const ash = headOf(placedSchool(100));
const oak = headOf(placedSchool(101));

/** A plan in which needs (by URN) have the leader with this home school, or nobody. */
function plan(
  leaders: readonly Leader[],
  given: Record<number, number>,
  options: ProblemOptions = {},
  of: readonly Need[] = needs,
): PlanMade {
  const result = planProblem(of, leaders, () => null, roundPolicy, options);
  if (!result.ok) throw new Error('blocked');
  const { problem } = result;
  return {
    problem,
    assignment: problem.needs.map(({ school }) => problem.leaderAt.get(`head:${given[school.urn]}`) ?? null),
  };
}

const told = (differences: NeedDifference[]) =>
  Object.fromEntries(differences.map(({ need, change, reasons }) => [need.needKey, [change, ...reasons]]));

describe('planDifference', () => {
  it('tells of each need what became of it, and why', () => {
    const before = plan([ash, oak], { 1: 100, 2: 100, 3: 101 });
    const released = { ...oak, released: false };
    const after = plan([ash, released], { 1: 100, 3: 100 });
    expect(told(planDifference(keptPlanOf(before), after))).toEqual({
      '1:lead': ['same'],
      '2:lead': ['lost its leader', 'Head of School 100 is to help School 3 instead.'],
      '3:lead': [
        'new leader',
        'School 101 has said that it cannot release the leader.',
        'Head of School 100 no longer helps School 2.',
      ],
    });
  });

  it('tells of withdrawals, decisions, and days that changed', () => {
    const before = plan([ash, oak], { 1: 100, 2: 101 });
    const forbids = [{ needKey: '1:lead', leaderKey: 'head:100' }];
    const locks = [{ needKey: '3:lead', leaderKey: 'head:100' }];
    const after = plan([ash], { 3: 100 }, { wishes: { forbids, locks } });
    expect(told(planDifference(keptPlanOf(before), after))).toEqual({
      '1:lead': [
        'lost its leader',
        'It was decided in this round not to put School 1 and the leader from School 100 together.',
      ],
      '2:lead': ['lost its leader', 'Head of School 101 is no longer among the leaders.'],
      '3:lead': ['newly covered', 'The pair with Head of School 100 is locked by a decision of the round.'],
    });

    const fewer = plan([ash, oak], {}, { wishes: { days: [{ leaderKey: 'head:100', days: 4.5 }] } });
    expect(told(planDifference(keptPlanOf(before), fewer))['1:lead']).toEqual([
      'lost its leader',
      'Head of School 100 has 4.5 days now, and the need takes 9.',
    ]);
    const shorter = needs.map((need) => ({ ...need, days: 4.5 }));
    expect(
      told(planDifference(keptPlanOf(before), plan([ash, oak], { 1: 100, 2: 101 }, {}, shorter)))['1:lead'],
    ).toEqual(['days changed', 'The need is of 4.5 days and was of 9.']);
  });

  it('tells nothing of days that were not kept', () => {
    const before = keptPlanOf(plan([ash], { 1: 100 }));
    const after = plan([ash, oak], { 1: 100, 2: 101 });
    expect(told(planDifference(before, after))['2:lead']).toEqual([
      'newly covered',
      'Head of School 101 is new among the leaders.',
    ]);
    expect(told(planDifference({ ...before, daysOfLeaders: null }, after))['2:lead']).toEqual(['newly covered']);
  });

  it('tells of needs that only one of the plans has, and nothing where nothing changed', () => {
    const before = plan([ash], { 1: 100 });
    const after = plan([ash], { 1: 100 }, { wishes: { leftOut: ['2:lead'] } }, [...needs, needFor(placedSchool(4))]);
    expect(told(planDifference(keptPlanOf(before), after))).toEqual({
      '1:lead': ['same'],
      '2:lead': ['no longer planned', 'The need is left out of the later plan.'],
      '3:lead': ['still without'],
      '4:lead': ['not planned before', 'The need was not part of the earlier plan.'],
    });
    const [first] = planDifference(keptPlanOf(before), after);
    expect(first).toMatchObject({
      need: { urn: 1, support: 'lead' },
      before: { leaderKey: 'head:100', leader: 'Head of School 100', home: 'School 100', days: 9 },
    });
    expect(first!.after).toEqual(first!.before);
  });
});
