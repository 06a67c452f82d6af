import { obstaclesBetween } from './obstacles.ts';
import { listed } from '../../need/rules/wording.ts';
import { obstacleWords } from './obstacle-words.ts';
import { journeyBetween } from './pairing.ts';
import { type NeedBetween, reasonsOfChange } from './need-change.ts';
import type { KeptPlan, PlanMade } from './plan-before.ts';
import { leaderName } from './round/names.ts';
import type { Leader, Need } from './sides.ts';

/** The later plan, also as it would be kept. */
export interface LaterPlan extends PlanMade {
  kept: KeptPlan;
}

type KeptPair = KeptPlan['pairs'][number];

/** Why a need fares otherwise in the later plan, as far as the two plans tell; nothing where it does not. */
export function changeReasons(one: NeedBetween<unknown, KeptPair>, before: KeptPlan, after: LaterPlan): string[] {
  const { change, before: was, after: is } = one;
  if (change !== 'new leader' && change !== 'newly covered' && change !== 'lost its leader')
    return reasonsOfChange(one);
  const { problem } = after;
  const need = problem.needs[problem.needAt.get((is ?? was)!.needKey)!]!;
  return [
    ...(was === null ? [] : whyLeft(need, was, is !== null, before, after)),
    ...(is === null ? [] : whyCame(need, problem.leaders[problem.leaderAt.get(is.leaderKey)!]!, before, after)),
  ];
}

/** Why a leader of the earlier plan does not meet the need any more: the first that applies. */
function whyLeft(need: Need, was: KeptPair, isMet: boolean, before: KeptPlan, after: LaterPlan): string[] {
  const { pool, policy, options } = after.problem;
  const now = pool.find(({ key }) => key === was.leaderKey);
  if (now === undefined) return [`${was.leader} is no longer among the leaders.`];
  const isForbidden = options.wishes?.forbids?.some(
    ({ needKey, leaderKey }) => needKey === need.key && leaderKey === now.key,
  );
  if (isForbidden === true) return [obstacleWords('forbidden', need, now, policy).sentence];
  const [obstacle] = obstaclesBetween(need, now, policy, journeyBetween(need, now, policy));
  if (obstacle !== undefined) return [obstacleWords(obstacle, need, now, policy).sentence];
  if (now.days < need.days) return [`${was.leader} has ${now.days} days now, and the need takes ${need.days}.`];
  const had = schoolsOf(before, now.key);
  const gained = [...schoolsOf(after.kept, now.key)].filter(([key]) => !had.has(key));
  if (gained.length > 0) return [`${was.leader} is to help ${listed(gained.map(([, school]) => school))} instead.`];
  const days = before.daysOfLeaders?.get(now.key);
  const fewer = days !== undefined && now.days < days ? ` with ${now.days} days, not ${days},` : '';
  const where = isMet ? 'is met at less cost by another leader' : 'is better left without for others to be helped';
  return [`In the plan as a whole${fewer} the need ${where}.`];
}

/** What lets a leader of the later plan meet the need. */
function whyCame(need: Need, is: Leader, before: KeptPlan, after: LaterPlan): string[] {
  const { problem } = after;
  const placed = problem.placed[problem.needAt.get(need.key)!];
  if (placed === 'lock') return [`The pair with ${leaderName(is)} is locked by a decision of the round.`];
  if (placed === 'standing') return [`The placement with ${leaderName(is)} is approved and stands.`];
  if (before.daysOfLeaders !== null) {
    const earlier = before.daysOfLeaders.get(is.key);
    if (earlier === undefined) return [`${leaderName(is)} is new among the leaders.`];
    if (is.days > earlier) return [`${leaderName(is)} has ${is.days} days, and had ${earlier}.`];
  }
  const has = schoolsOf(after.kept, is.key);
  const freed = [...schoolsOf(before, is.key)].filter(([key]) => !has.has(key));
  return freed.length > 0 ? [`${leaderName(is)} no longer helps ${listed(freed.map(([, school]) => school))}.`] : [];
}

/** The needs that a leader meets in a plan, by key, with the names of their schools. */
function schoolsOf({ pairs }: KeptPlan, leaderKey: string): Map<string, string> {
  return new Map(pairs.flatMap((pair) => (pair.leaderKey === leaderKey ? [[pair.needKey, pair.school] as const] : [])));
}
