import fc from 'fast-check';
import type { Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { leastCost } from '../../../test/factories/brute-force.ts';
import { endless, loadHighs } from '../../../test/factories/instance.ts';
import { headOf, needFor, placedSchool, roundPolicy } from '../../../test/factories/matching.ts';
import { anySides } from '../../../test/factories/matching-sides.ts';
import { planPolicyAsAt } from '../queries/plan-policy.ts';
import { type Instance, pairOf } from './instance.ts';
import { journeyBetween } from './pairing.ts';
import { planParts } from './plan-parts.ts';
import type { PlanPolicy } from './plan-policy.ts';
import { type PlanProblem, planProblem } from './plan-problem.ts';
import type { PairKey, ProblemOptions } from './problem-options.ts';
import { priceParts } from './price-parts.ts';
import type { Leader, Need } from './sides.ts';
import { solve } from './solve.ts';
import { PART_CODES, type PartCode } from './weights.ts';

const policy = planPolicyAsAt('2022-07-06');

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/** How far apart two made-up schools are in context: not known of every seventh. */
const context = (urn: number, other: number): number | null =>
  (urn + other) % 7 === 0 ? null : ((urn * other) % 30) / 10;

function made(
  needs: readonly Need[],
  leaders: readonly Leader[],
  options: ProblemOptions = {},
  by = policy,
): PlanProblem {
  const result = planProblem(needs, leaders, context, by, options);
  if (!result.ok) throw new Error(result.findings.map(({ sentence }) => sentence).join(' '));
  return result.problem;
}

const best = (problem: PlanProblem) => solve(problem.instance, { seed: 1, clock: endless, highs });

const pairsOf = ({ needs, leaders, candidates }: PlanProblem) =>
  needs.flatMap((need, n) =>
    candidates[n]!.candidates.map(({ leader, pairing }) => ({ need, leader: leaders[leader]!, pairing })),
  );

/** The hard rules once more, in the words of docs/matching.md and with none of the code under test. */
function broken(need: Need, leader: Leader, needs: readonly Need[]): string[] {
  const [school, home] = [need.school, leader.school];
  const gives = leader.fields.concat(leader.role === 'governance-leader' ? ['governance'] : []);
  const km = Math.hypot(home.easting! - school.easting!, home.northing! - school.northing!) / 1000;
  const minutes = journeyBetween(need, leader, policy)?.minutes ?? 0;
  const rules: Record<string, boolean> = {
    place: school.easting === null || home.easting === null,
    far: km > (school.phaseGroup === 'primary' ? 30 : 45),
    near: km < (need.confidentialKm ?? 0),
    'own limit': minutes > (leader.furthestMinutes ?? Infinity),
    role: need.support === 'lead' ? leader.role !== 'headteacher' : !gives.includes(need.support),
    phase: need.support !== 'governance' && home.phaseGroup !== school.phaseGroup,
    school: home.urn === school.urn,
    trust: school.trustUid !== null && home.trustUid === school.trustUid,
    federation: school.federationUid !== null && home.federationUid === school.federationUid,
    interest: leader.interests.some(
      ({ urn, trustUid }) =>
        urn === school.urn || (trustUid !== null && [school.trustUid, school.federationUid].includes(trustUid)),
    ),
    release: leader.released === false,
    'home in need':
      leader.homeRisk === 'in need' || needs.some((one) => one.support === 'lead' && one.school.urn === home.urn),
    'home at risk': leader.homeRisk === 'at risk' && leader.lendingOverride === null,
    days: (need.to ?? '9999') < (leader.from ?? '0000') || (leader.to ?? '9999') < (need.from ?? '0000'),
  };
  return Object.keys(rules).filter((rule) => rules[rule]);
}

const least = (...asked: Parameters<typeof made>): number => leastCost(made(...asked).instance);

/** What the solver is given, and the names of it. */
const told = (problem: PlanProblem) => ({
  needs: problem.needs.map(({ key }) => key),
  leaders: problem.leaders.map(({ key }) => key),
  instance: problem.instance,
});

describe('planProblem', () => {
  it('lets every pair be that breaks no hard rule, and no other', () => {
    fc.assert(
      fc.property(anySides, ([needs, leaders]) => {
        const possible = needs.flatMap((need) =>
          leaders.flatMap((leader) => (broken(need, leader, needs).length === 0 ? [`${need.key} ${leader.key}`] : [])),
        );
        const candidates = pairsOf(made(needs, leaders)).map(({ need, leader }) => `${need.key} ${leader.key}`);
        expect(candidates.toSorted()).toEqual(possible.toSorted());
      }),
    );
  });

  it('makes one problem of the same needs and leaders in whatever order', () => {
    fc.assert(
      fc.property(anySides, ([needs, leaders]) => {
        expect(told(made(needs.toReversed(), leaders.toReversed()))).toEqual(told(made(needs, leaders)));
      }),
    );
  });

  it('prices each pair by parts that add up, and drops a part whose weight is 0', () => {
    fc.assert(
      fc.property(anySides, fc.constantFrom(...PART_CODES), ([needs, leaders], code) => {
        const money = { weights: { ...policy.weights, money: { ...policy.weights.money, weight: 0.01 } } };
        const dear: PlanPolicy = { ...policy, ...money };
        const without = pairsOf(made(needs, leaders, { weights: { weights: { [code]: 0 } } }, dear));
        for (const [k, { need, leader, pairing }] of pairsOf(made(needs, leaders, {}, dear)).entries()) {
          const parts = priceParts(pairing, dear);
          const of = (wanted: PartCode) => parts.find((part) => part.code === wanted)!.minutes;
          expect(parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(pairing.cost, 6);
          const same = without.find((one) => one.need === need && one.leader.key === leader.key)!;
          expect(same.pairing.cost, `${k}`).toBeCloseTo(pairing.cost - of(code), 6);
        }
      }),
    );
  });

  it('never becomes dearer for a leader more, days more, or a pair no longer forbidden', () => {
    fc.assert(
      fc.property(anySides, fc.nat(), ([needs, leaders], pick) => {
        fc.pre(leaders.length > 0 && needs.length > 0);
        const whole = least(needs, leaders);
        const one = leaders[pick % leaders.length]!;
        const forbids = needs.map(({ key }) => ({ needKey: key, leaderKey: one.key }));
        const days = [{ leaderKey: one.key, days: one.days / 2 }];
        const without = leaders.filter((leader) => leader !== one);
        expect(whole).toBeLessThanOrEqual(least(needs, without) + 1e-6);
        expect(whole).toBeLessThanOrEqual(least(needs, leaders, { wishes: { forbids } }) + 1e-6);
        expect(whole).toBeLessThanOrEqual(least(needs, leaders, { wishes: { days } }) + 1e-6);
      }),
    );
  });

  it('shows a whole plan by parts that add up to what the solver counts, changes apart', () => {
    fc.assert(
      fc.property(anySides, fc.array(fc.nat(), { minLength: 16, maxLength: 16 }), ([needs, leaders], picks) => {
        const free = made(needs, leaders);
        const [first, next] = [0, 8].map((from) => anyAssignment(free, picks.slice(from)));
        const near = made(needs, leaders, { previous: { pairs: pairKeys(free, first!), price: 25 } });
        const objective = costOf(near.instance, next!);
        const parts = planParts(near, next!);
        const sum = parts.reduce((total, { minutes }) => total + minutes, 0);
        expect(sum).toBeCloseTo(objective, 4);
        const changed = first!.filter((leader, n) => leader !== null && leader !== next![n]).length;
        const change = parts.find(({ code }) => code === 'change')!;
        expect(change.taken).toBe(changed);
        expect(objective - change.minutes).toBeCloseTo(costOf(free.instance, next!), 4);
      }),
    );
  });

  it('asks for no change where the plan before was best', () => {
    const change = { weights: { change: 1000 } };
    const need = needFor(placedSchool(1));
    const [near, far] = [505_000, 520_000].map((easting, k) => headOf(placedSchool(100 + k, { easting })));
    const previous = (home: number) => ({ pairs: [{ needKey: need.key, leaderKey: `head:${home}` }] });
    const chosen = (home: number, weights = {}) => {
      const problem = made([need], [near!, far!], { previous: previous(home), weights }, roundPolicy);
      return problem.leaders[best(problem).assignment[0]!]!.key;
    };
    expect(chosen(100, change)).toBe('head:100');
    expect(chosen(101)).toBe('head:100');
    expect(chosen(101, change)).toBe('head:101');
  });

  it('charges nothing for a change that nobody could help', () => {
    const need = needFor(placedSchool(1));
    const gone = { pairs: [{ needKey: need.key, leaderKey: 'head:107' }], price: 90 };
    const problem = made([need], [headOf(placedSchool(100))], { previous: gone }, roundPolicy);
    expect(problem.instance).toEqual(made([need], [headOf(placedSchool(100))], {}, roundPolicy).instance);
    expect(planParts(problem, [null]).find(({ code }) => code === 'change')).toMatchObject({ taken: 0, minutes: 0 });
  });
});

/** The leader of each need, any of its candidates or nobody. */
function anyAssignment({ candidates }: PlanProblem, picks: readonly number[]): (number | null)[] {
  return candidates.map((one, n) => one.candidates[picks[n]! % (one.candidates.length + 1)]?.leader ?? null);
}

/** What the solver counts for an assignment, by the columns alone. */
function costOf(instance: Instance, assignment: readonly (number | null)[]): number {
  const helped = Array.from(instance.held);
  const chosen = new Set<number>();
  let cost = 0;
  for (const [school, leader] of assignment.entries()) {
    if (leader === null) cost += instance.penalty[school]!;
    else {
      const pair = pairOf(instance, leader, school);
      chosen.add(pair);
      cost += instance.pairCost[pair]! + instance.load[leader]! * helped[leader]!++;
    }
  }
  for (const { pairs, amounts, limit, overPrice } of instance.rows) {
    const used = Array.from(pairs).reduce((sum, pair, k) => (chosen.has(pair) ? sum + amounts[k]! : sum), 0);
    cost += Math.max(0, used - limit) * (overPrice ?? 0);
  }
  return cost;
}

function pairKeys({ needs, leaders }: PlanProblem, assignment: readonly (number | null)[]): PairKey[] {
  return needs.flatMap(({ key }, n) => {
    const leader = assignment[n] ?? null;
    return leader === null ? [] : [{ needKey: key, leaderKey: leaders[leader]!.key }];
  });
}

describe('a school with two needs', () => {
  const school = placedSchool(1);
  const needs = [needFor(school), needFor(school, { support: 'maths', days: 4.5 })];

  it('gets two leaders, each for a need of their own', () => {
    const specialist = headOf(placedSchool(101), { role: 'specialist', fields: ['maths'] });
    const problem = made(needs, [headOf(placedSchool(100)), specialist], {}, roundPolicy);
    expect(best(problem).assignment.map((leader) => problem.leaders[leader!]!.key)).toEqual(['head:100', 'head:101']);
  });

  it('may have both met by one leader, who makes both journeys and gives the days of both', () => {
    const both = headOf(placedSchool(100, { easting: 510_000 }), { fields: ['maths'], days: 13.5 });
    const problem = made(needs, [both], {}, roundPolicy);
    const { assignment } = best(problem);
    expect(assignment).toEqual([0, 0]);
    const parts = planParts(problem, assignment);
    expect(parts.find(({ code }) => code === 'travel')?.taken).toBe(2 * 30);
    expect(made(needs, [{ ...both, days: 13 }], {}, roundPolicy).instance.capacity[0]).toBe(13);
    expect(best(made(needs, [{ ...both, days: 13 }], {}, roundPolicy)).uncovered).toBe(1);
  });
});
