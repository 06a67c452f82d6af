import { LEAD } from '../../leaders/rules/support-policy.ts';
import { needOrder } from '../../need/rules/need-order.ts';
import { type Candidates, candidatesOf, type PairWishes } from './candidates.ts';
import { emptyFindings } from './empty-findings.ts';
import type { Finding } from './finding.ts';
import { buildInstance, type Instance } from './instance.ts';
import type { ContextDistance, Weigher } from './pairing.ts';
import { type PlacedBy, placedPairs } from './placed-pairs.ts';
import { type PlanPolicy, withWeights } from './plan-policy.ts';
import type { PairKey, ProblemOptions, Wishes } from './problem-options.ts';
import { budgetRows, floorRows, type NamedRow } from './side-rows.ts';
import { type Leader, type Need } from './sides.ts';
import { wishFindings } from './wish-findings.ts';

/**
 * What a plan is made from: the needs, the leaders and the pairs between them, as an instance for the solver. A position in `needs`
 * is a school of the instance, and one in `leaders` a leader of it.
 */
export interface PlanProblem {
  /** In the order of need, without those left out. */
  needs: readonly Need[];
  /** Those whom somebody could have, in the order of their keys, with their days as set. */
  leaders: readonly Leader[];
  /** All leaders, with their days as set. */
  pool: readonly Leader[];
  candidates: readonly Candidates[];
  instance: Instance;
  /** The policy as the scenario weighs. */
  policy: PlanPolicy;
  /** By what each need is placed before the plan is made; null: by nothing. */
  placed: readonly (PlacedBy | null)[];
  /** In the order of the instance's rows. */
  rows: readonly NamedRow[];
  /** The leader of each need in the plan to stay near, where it could keep them, and what it costs when it does not, in minutes. */
  previous: { leader: readonly (number | null)[]; price: number };
  needAt: ReadonlyMap<string, number>;
  leaderAt: ReadonlyMap<string, number>;
  /** What was asked for, as it was given. */
  options: ProblemOptions;
}

/** `findings` of a problem leave it empty or smaller than hoped; without a problem, at least one of them blocks. */
export type ProblemResult =
  | { ok: true; problem: PlanProblem; findings: Finding[] }
  | { ok: false; findings: Finding[] };

/**
 * Turns needs and leaders into an instance, or says why no plan can keep to all that is asked. The order in which needs and leaders
 * are given does not matter. `weighs` stands for the cost of pairs where it is known already.
 */
export function planProblem(
  allNeeds: readonly Need[],
  allLeaders: readonly Leader[],
  context: ContextDistance,
  givenPolicy: PlanPolicy,
  options: ProblemOptions = {},
  weighs?: Weigher,
): ProblemResult {
  const policy = withWeights(givenPolicy, options.weights ?? {});
  const wishes = options.wishes ?? {};
  const pool = leadersAsWished(allNeeds, allLeaders, wishes);
  const contradictions = wishFindings({ allNeeds, leaders: pool }, policy, options);
  if (contradictions.some(({ blocks }) => blocks)) return { ok: false, findings: contradictions };

  const leftOut = new Set(wishes.leftOut);
  const needs = allNeeds.filter(({ key }) => !leftOut.has(key)).toSorted(needsInOrder);
  const needAt = positions(needs);
  const poolAt = positions(pool);
  const sides = { needs: byKey(needs), leaders: byKey(pool) };
  const placedAs = new Map(
    placedPairs(sides, { locks: wishes.locks ?? [], standing: options.standing ?? [] }).map((pair) => [
      pair.need.key,
      pair,
    ]),
  );
  const before = new Map(options.previous?.pairs.map(({ needKey, leaderKey }) => [needKey, leaderKey]));
  const forbidden = new Set(wishes.forbids?.map(pairKeyText));
  const pairWishes: PairWishes = {
    forbidden: (need, leader) =>
      forbidden.has(pairKeyText({ needKey: needs[need]!.key, leaderKey: pool[leader]!.key })),
    kept: (need) => {
      const { key } = needs[need]!;
      return [placedAs.get(key)?.leader.key, before.get(key)].flatMap((of) => poolAt.get(of ?? '') ?? []);
    },
    standing: (need) => {
      const placed = placedAs.get(needs[need]!.key);
      return placed?.by === 'standing' ? poolAt.get(placed.leader.key)! : null;
    },
  };
  const found = candidatesOf(needs, pool, context, policy, pairWishes, weighs);
  const { leaders, candidates } = withoutUnused(pool, found);
  const leaderAt = positions(leaders);

  const fixed = needs.map(({ key }) => leaderAt.get(placedAs.get(key)?.leader.key ?? '') ?? -1);
  const previous = {
    leader: needs.map(({ key }, need): number | null => {
      const leader = leaderAt.get(before.get(key) ?? '');
      if (leader === undefined || fixed[need] !== -1) return null;
      return candidates[need]!.candidates.some((one) => one.leader === leader) ? leader : null;
    }),
    price: toTenth(options.previous?.price ?? policy.weights.change.weight),
  };
  const changing = (need: number, leader: number | null): number =>
    previous.leader[need] === null || previous.leader[need] === leader ? 0 : previous.price;
  const pairs = candidates.flatMap((one, school) =>
    one.candidates.map(({ leader, pairing }) => ({
      leader,
      school,
      cost: toTenth(pairing.cost + changing(school, leader)),
    })),
  );
  const rows = [
    ...floorRows(needs, pairs, policy),
    ...budgetRows(needs, leaders, pairs, policy, options.budgets ?? []),
  ];
  const instance = buildInstance({
    capacity: leaders.map(({ days }) => days),
    maxSchools: leaders.map(({ mostSchools }) => mostSchools),
    demand: needs.map(({ days }) => days),
    // Needs are in order, and the plan by hand takes the largest number first.
    priority: needs.map((_, k) => needs.length - k),
    penalty: needs.map((need, k) => toTenth(uncoveredCost(need, policy) + changing(k, null))),
    pairLeader: pairs.map(({ leader }) => leader),
    pairSchool: pairs.map(({ school }) => school),
    pairCost: pairs.map(({ cost }) => cost),
    load: leaders.map(() => policy.weights.load.weight),
    held: leaders.map(({ held }) => held),
    fixed,
    rows,
  });
  const problem: PlanProblem = {
    needs,
    leaders,
    pool,
    candidates,
    instance,
    policy,
    placed: needs.map(({ key }) => placedAs.get(key)?.by ?? null),
    rows,
    previous,
    needAt,
    leaderAt,
    options,
  };
  return { ok: true, problem, findings: [...contradictions, ...emptyFindings(allNeeds, allLeaders, problem)] };
}

/** Cost of leaving a need without a leader, in minutes of one-way travel. */
export function uncoveredCost({ assessment, support }: Need, { uncovered }: PlanPolicy): number {
  const whole = uncovered[assessment.category] + uncovered.perPoint * assessment.points;
  return toTenth(support === LEAD ? whole : whole * uncovered.specialistShare);
}

/** Leaders with the days and overrides that people set, in the order of their keys. A home school that needs a lead head here lends nobody. */
function leadersAsWished(needs: readonly Need[], leaders: readonly Leader[], wishes: Wishes): Leader[] {
  const inNeed = new Set(needs.flatMap(({ support, school }) => (support === LEAD ? [school.urn] : [])));
  const set = new Map(wishes.days?.map((days) => [days.leaderKey, days]));
  const overrides = new Map(wishes.overrides?.map(({ leaderKey, reason }) => [leaderKey, reason]));
  return leaders
    .map((leader): Leader => {
      const { days = leader.days, mostSchools = leader.mostSchools } = set.get(leader.key) ?? {};
      const lendingOverride = overrides.get(leader.key) ?? leader.lendingOverride;
      const homeRisk = inNeed.has(leader.school.urn) ? 'in need' : leader.homeRisk;
      return { ...leader, days, mostSchools, lendingOverride, homeRisk };
    })
    .toSorted(inOrderOfKeys);
}

/** The most pressing school first; of a school's needs, that for a lead head first. */
function needsInOrder(a: Need, b: Need): number {
  return (
    needOrder(a.assessment, b.assessment) ||
    Number(b.support === LEAD) - Number(a.support === LEAD) ||
    inOrderOfKeys(a, b)
  );
}

const inOrderOfKeys = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Leaves out leaders whom no need could have. */
function withoutUnused(
  pool: readonly Leader[],
  found: readonly Candidates[],
): { leaders: Leader[]; candidates: Candidates[] } {
  const used = [...new Set(found.flatMap(({ candidates }) => candidates.map(({ leader }) => leader)))].toSorted(
    (a, b) => a - b,
  );
  const position = new Map(used.map((leader, k) => [leader, k]));
  const candidates = found.map((one) => ({
    ...one,
    candidates: one.candidates.map(({ leader, pairing }) => ({ leader: position.get(leader)!, pairing })),
  }));
  return { leaders: used.map((leader) => pool[leader]!), candidates };
}

const pairKeyText = ({ needKey, leaderKey }: PairKey): string => JSON.stringify([needKey, leaderKey]);

const positions = (sides: readonly { key: string }[]): Map<string, number> =>
  new Map(sides.map(({ key }, k) => [key, k]));

const byKey = <T extends { key: string }>(sides: readonly T[]): Map<string, T> =>
  new Map(sides.map((side) => [side.key, side]));

const toTenth = (minutes: number): number => Math.round(minutes * 10) / 10;
