import type { Finding } from './finding.ts';
import { groupBy } from './group-by.ts';
import { obstaclesBetween } from './obstacles.ts';
import { listed } from '../../need/rules/wording.ts';
import { obstacleWords } from './obstacle-words.ts';
import { journeyBetween } from './pairing.ts';
import type { PlanPolicy } from './plan-policy.ts';
import { type PlacedPair, placedPairs, type PlacedBy } from './placed-pairs.ts';
import type { Budget, PairKey, ProblemOptions } from './problem-options.ts';
import { leaderName } from './round/names.ts';
import { budgetCovers, poundsTaken } from './side-rows.ts';
import type { Leader, Need } from './sides.ts';
import { supportWords } from './support-policy.ts';

/** Both sides of a plan before and after what was decided of it: needs with those left out, leaders with their days as set. */
export interface WishedSides {
  allNeeds: readonly Need[];
  leaders: readonly Leader[];
}

/**
 * Whether what is decided and what stands can be kept together, before anything is solved: every contradiction with what would mend
 * it. Empty when there is none.
 */
export function wishFindings(
  { allNeeds, leaders }: WishedSides,
  policy: PlanPolicy,
  { wishes = {}, standing = [], budgets = [] }: ProblemOptions,
): Finding[] {
  const sides = {
    needs: new Map(allNeeds.map((need) => [need.key, need])),
    leaders: new Map(leaders.map((leader) => [leader.key, leader])),
  };
  const locks = wishes.locks ?? [];
  const placed = placedPairs(sides, { locks, standing });
  return [
    ...twice({ allNeeds, leaders }, policy),
    ...unknownSides(
      [
        ...locks.map((pair) => ({ pair, by: 'lock' as const })),
        ...standing.map((pair) => ({ pair, by: 'standing' as const })),
      ],
      sides,
    ),
    ...leftOutAndPlaced(placed, new Set(wishes.leftOut)),
    ...twoLeaders(placed),
    ...forbiddenLocks(placed, wishes.forbids ?? []),
    ...impossibleLocks(placed, policy),
    ...beyondLeaders(placed),
    ...budgets.flatMap((budget) => beyondBudget(placed, budget, policy)),
  ];
}

/** One need met twice would be two leaders for it, and one leader twice would give the days twice. */
function twice({ allNeeds, leaders }: WishedSides, { support }: PlanPolicy): Finding[] {
  const needs = [...groupBy(allNeeds, (need) => `${need.school.urn}:${need.support}`).values()];
  const people = [...groupBy(leaders, ({ key }) => key).values()];
  return [
    ...needs
      .filter((same) => same.length > 1)
      .map((same): Finding => {
        const [{ school, support: asked }] = same as [Need, ...Need[]];
        return {
          code: 'need twice',
          blocks: true,
          sentence: `${school.name} needs ${supportWords(support, asked)} ${same.length} times over, and one leader meets such a need.`,
          mend: 'Keep one of them, with the days of all; for another kind of help, add a need in its field.',
          ...keysOf(same, []),
        };
      }),
    ...people
      .filter((same) => same.length > 1)
      .map((same): Finding => ({
        code: 'leader twice',
        blocks: true,
        sentence: `${leaderName(same[0]!)} is among the leaders ${same.length} times.`,
        mend: 'Keep one of them.',
        ...keysOf([], same),
      })),
  ];
}

interface SidesByKey {
  needs: ReadonlyMap<string, Need>;
  leaders: ReadonlyMap<string, Leader>;
}

const BY: Readonly<Record<PlacedBy, { is: string; one: string; undo: string }>> = {
  lock: { is: 'locked pair', one: 'A locked pair', undo: 'Undo the lock' },
  standing: { is: 'approved placement', one: 'An approved placement', undo: 'End the placement' },
};

function unknownSides(asked: readonly { pair: PairKey; by: PlacedBy }[], { needs, leaders }: SidesByKey): Finding[] {
  return asked.flatMap(({ pair: { needKey, leaderKey }, by }): Finding[] => {
    const keys = { needKeys: [needKey], leaderKeys: [leaderKey], blocks: true };
    const found: Finding[] = [];
    if (!needs.has(needKey)) {
      const sentence = `${BY[by].one} is of the need ${needKey}, which this plan does not have.`;
      found.push({ code: 'unknown need', sentence, mend: `Add the need, or ${lower(BY[by].undo)}.`, ...keys });
    }
    if (!leaders.has(leaderKey)) {
      const sentence = `${BY[by].one} is with the leader ${leaderKey}, whom this plan does not have.`;
      found.push({ code: 'unknown leader', sentence, mend: `Add the leader, or ${lower(BY[by].undo)}.`, ...keys });
    }
    return found;
  });
}

function leftOutAndPlaced(placed: readonly PlacedPair[], leftOut: ReadonlySet<string>): Finding[] {
  return placed.flatMap(({ need, leader, by }): Finding[] =>
    leftOut.has(need.key)
      ? [
          {
            code: 'left out and placed',
            blocks: true,
            sentence: `The need of ${need.school.name} is left out of the plan, and has a ${BY[by].is} with ${leaderName(leader)}.`,
            mend: `Take the need in again, or ${lower(BY[by].undo)}.`,
            ...keysOf([need], [leader]),
          },
        ]
      : [],
  );
}

function twoLeaders(placed: readonly PlacedPair[]): Finding[] {
  const byNeed = groupBy(placed, ({ need }) => need);
  return [...byNeed].flatMap(([need, pairs]): Finding[] => {
    const leaders = [...new Set(pairs.map(({ leader }) => leader))];
    if (leaders.length < 2) return [];
    return [
      {
        code: 'two leaders',
        blocks: true,
        sentence: `The need of ${need.school.name} is placed with ${listed(leaders.map(leaderName))}, and one need has one leader.`,
        mend: 'Keep one of them and undo the others; if the school needs two leaders, give it two needs.',
        ...keysOf([need], leaders),
      },
    ];
  });
}

function forbiddenLocks(placed: readonly PlacedPair[], forbids: readonly PairKey[]): Finding[] {
  return placed.flatMap(({ need, leader, by }): Finding[] =>
    forbids.some(({ needKey, leaderKey }) => needKey === need.key && leaderKey === leader.key)
      ? [
          {
            code: 'forbidden',
            blocks: true,
            sentence: `The ${BY[by].is} of ${need.school.name} and ${leaderName(leader)} is also forbidden.`,
            mend: `Undo the one or the other: ${lower(BY[by].undo)}, or no longer forbid the pair.`,
            ...keysOf([need], [leader]),
          },
        ]
      : [],
  );
}

/** Only locks: a placement that stands was agreed to, and stays while its people agree. */
function impossibleLocks(placed: readonly PlacedPair[], policy: PlanPolicy): Finding[] {
  return placed.flatMap(({ need, leader, by }): Finding[] => {
    if (by === 'standing') return [];
    const obstacles = obstaclesBetween(need, leader, policy, journeyBetween(need, leader, policy));
    if (obstacles.length === 0) return [];
    const words = obstacles.map((obstacle) => obstacleWords(obstacle, need, leader, policy));
    return [
      {
        code: 'impossible',
        blocks: true,
        sentence: `${need.school.name} and ${leaderName(leader)} are locked, and cannot be a pair. ${words.map(({ sentence }) => sentence).join(' ')}`,
        mend: `Undo the lock, or: ${words.map(({ mend }) => mend).join(' ')}`,
        ...keysOf([need], [leader]),
      },
    ];
  });
}

function beyondLeaders(placed: readonly PlacedPair[]): Finding[] {
  const byLeader = groupBy(placed, ({ leader }) => leader);
  return [...byLeader].flatMap(([leader, pairs]): Finding[] => {
    const needs = [...new Set(pairs.map(({ need }) => need))];
    const days = sum(needs.map((need) => need.days));
    const schools = listed(needs.map(({ school }) => school.name));
    const found: Finding[] = [];
    if (days > leader.days + 1e-9) {
      found.push({
        code: 'too few days',
        blocks: true,
        sentence: `${leaderName(leader)} has ${amount(leader.days, 'day')}, and what is locked or stands takes ${amount(days, 'day')}: ${schools}.`,
        mend: `Set ${amount(days, 'day')} for this leader if they agree, or undo a pair.`,
        ...keysOf(needs, [leader]),
      });
    }
    if (needs.length > leader.mostSchools) {
      found.push({
        code: 'too few schools',
        blocks: true,
        sentence: `${leaderName(leader)} may meet ${amount(leader.mostSchools, 'need')} at once, and ${needs.length} are locked or stand: ${schools}.`,
        mend: `Set ${amount(needs.length, 'need')} for this leader if they agree, or undo a pair.`,
        ...keysOf(needs, [leader]),
      });
    }
    return found;
  });
}

function beyondBudget(placed: readonly PlacedPair[], budget: Budget, policy: PlanPolicy): Finding[] {
  const paid = placed.filter(({ need, leader }) => budgetCovers(budget, need, leader));
  const pounds = sum(paid.map(({ need, leader }) => poundsTaken(need, leader, policy)));
  if (pounds <= budget.pounds + 1e-9) return [];
  return [
    {
      code: 'budget too small',
      blocks: true,
      sentence: `${budget.name} is ${money(budget.pounds)}, and what is locked or stands costs ${money(pounds)}: ${listed(paid.map(({ need }) => `${need.school.name}, ${supportWords(policy.support, need.support)}`))}.`,
      mend: `Raise it to ${money(pounds)} at least, or undo a pair.`,
      ...keysOf(
        paid.map(({ need }) => need),
        paid.map(({ leader }) => leader),
      ),
    },
  ];
}

function keysOf(needs: readonly Need[], leaders: readonly Leader[]): Pick<Finding, 'needKeys' | 'leaderKeys'> {
  return { needKeys: needs.map(({ key }) => key), leaderKeys: leaders.map(({ key }) => key) };
}

/** "4.5 days", "1 need". */
const amount = (count: number, what: string): string => `${Number(count.toFixed(2))} ${what}${count === 1 ? '' : 's'}`;

const money = (pounds: number): string =>
  `£${pounds.toLocaleString('en-GB', { maximumFractionDigits: Number.isInteger(pounds) ? 0 : 2, minimumFractionDigits: Number.isInteger(pounds) ? 0 : 2 })}`;

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
