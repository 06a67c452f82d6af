import { obstaclesBetween } from './obstacles.ts';
import { listed, obstacleWords } from './obstacle-words.ts';
import { journeyBetween } from './pairing.ts';
import type { NeedChange, PlanMade } from './plan-difference.ts';
import type { Leader, Need } from './sides.ts';

/** Why a need's leader is another one in the later plan, as far as the two plans tell. */
export function changeReasons(change: NeedChange, needKey: string, before: PlanMade, after: PlanMade): string[] {
  if (change === 'no longer planned') return ['The need is left out of the later plan.'];
  if (change === 'not planned before') return ['The need was not part of the earlier plan.'];
  if (change === 'same' || change === 'still without') return [];
  const need = after.problem.needs[after.problem.needAt.get(needKey)!]!;
  const [was, is] = [before, after].map((plan) => leaderOf(plan, needKey)) as [Leader | null, Leader | null];
  if (change === 'days changed') {
    const earlier = before.problem.needs[before.problem.needAt.get(needKey)!]!;
    return [`The need is of ${need.days} days and was of ${earlier.days}.`];
  }
  return [
    ...(was === null ? [] : whyLeft(need, was, is, before, after)),
    ...(is === null ? [] : whyCame(need, is, before, after)),
  ];
}

/** Why a leader of the earlier plan does not meet the need any more: the first that applies. */
function whyLeft(need: Need, was: Leader, is: Leader | null, before: PlanMade, after: PlanMade): string[] {
  const { pool, policy, options } = after.problem;
  const now = pool.find(({ key }) => key === was.key);
  if (now === undefined) return [`${was.title} is no longer among the leaders.`];
  const isForbidden = options.wishes?.forbids?.some(
    ({ needKey, leaderKey }) => needKey === need.key && leaderKey === was.key,
  );
  if (isForbidden === true) return [obstacleWords('forbidden', need, now, policy).sentence];
  const [obstacle] = obstaclesBetween(need, now, policy, journeyBetween(need, now, policy));
  if (obstacle !== undefined) return [obstacleWords(obstacle, need, now, policy).sentence];
  if (now.days < need.days) return [`${now.title} has ${now.days} days now, and the need takes ${need.days}.`];
  const gained = schoolsOf(after, was.key).filter((key) => !schoolsOf(before, was.key).includes(key));
  if (gained.length > 0)
    return [`${now.title} is to help ${listed(gained.map((key) => schoolName(after, key)))} instead.`];
  const days = now.days < was.days ? ` with ${now.days} days, not ${was.days},` : '';
  const where =
    is === null ? 'is better left without for others to be helped' : `is met at less cost by another leader`;
  return [`In the plan as a whole${days} the need ${where}.`];
}

/** What lets a leader of the later plan meet the need. */
function whyCame(need: Need, is: Leader, before: PlanMade, after: PlanMade): string[] {
  const { problem } = after;
  const placed = problem.placed[problem.needAt.get(need.key)!];
  if (placed === 'lock') return [`The pair with ${is.title} is locked by a decision of the round.`];
  if (placed === 'standing') return [`The placement with ${is.title} is approved and stands.`];
  const earlier = before.problem.pool.find(({ key }) => key === is.key);
  if (earlier === undefined) return [`${is.title} is new among the leaders.`];
  if (is.days > earlier.days) return [`${is.title} has ${is.days} days, and had ${earlier.days}.`];
  const freed = schoolsOf(before, is.key).filter((key) => !schoolsOf(after, is.key).includes(key));
  if (freed.length > 0) return [`${is.title} no longer helps ${listed(freed.map((key) => schoolName(before, key)))}.`];
  return [];
}

function leaderOf({ problem, assignment }: PlanMade, needKey: string): Leader | null {
  const leader = assignment[problem.needAt.get(needKey)!] ?? null;
  return leader === null ? null : problem.leaders[leader]!;
}

/** Keys of the needs that a leader meets in a plan. */
function schoolsOf({ problem, assignment }: PlanMade, leaderKey: string): string[] {
  const leader = problem.leaderAt.get(leaderKey);
  return leader === undefined ? [] : problem.needs.filter((_, n) => assignment[n] === leader).map(({ key }) => key);
}

const schoolName = ({ problem }: PlanMade, needKey: string): string =>
  problem.needs[problem.needAt.get(needKey)!]!.school.name;
