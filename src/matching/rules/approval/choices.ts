import { differencesFrom } from './differences.ts';
import { type GateFacts, openFor, overbooked } from './gates.ts';
import { type ApproverFacts, dependenceOn, hadAHand } from './independence.ts';
import { isPair, pairKey, type PutLine, type PutPair } from './pair.ts';

/** What somebody would approve for one line: a leader with days, or with null that its pair ends. */
export interface Choosing {
  lineId: string;
  leaderKey: string | null;
  days: number;
  /** Why it is not as proposed; null: it is. */
  differs: string | null;
}

/** A line of the plan that was put forward, with what the database knows of it. */
interface Line {
  id: string;
  line: PutLine;
  parties: readonly string[];
}

export interface ApprovalFacts extends GateFacts {
  forward: { lines: readonly Line[] };
  /** Every pair that was put forward in the round: those that a need could have instead. */
  pairs: readonly PutPair[];
  /** What stands now. */
  list: readonly { needKey: string; leaderKey: string; days: number; pair: PutPair }[];
  approver: ApproverFacts;
}

/** A choice that may be approved. `pair` is the one that stands where it ends. */
export interface Taken {
  line: Line;
  pair: PutPair;
  leaderKey: string | null;
  days: number;
  differs: string | null;
}

/** A choice that may not, with every reason. */
export interface Blocked {
  lineId: string;
  /** Of which school the line is. */
  school: string;
  words: readonly string[];
}

/** Looks at choices together: each by what is open on its pair, all by whether they fit what leaders have to give. */
export function checkChoices(
  choices: readonly Choosing[],
  facts: ApprovalFacts,
): { taken: Taken[]; blocked: Blocked[] } {
  const taken: Taken[] = [];
  const blocked: Blocked[] = [];
  for (const choice of choices) {
    const line = facts.forward.lines.find(({ id }) => id === choice.lineId);
    if (line === undefined) {
      blocked.push({
        lineId: choice.lineId,
        school: 'A line',
        words: ['It is not part of the plan that was put forward.'],
      });
      continue;
    }
    const words: string[] = [...hadAHand(facts.approver)];
    const found = choice.leaderKey === null ? endOf(line.line, facts, words) : pairOf(line.line, choice, facts, words);
    if (found === null || words.length > 0)
      blocked.push({ lineId: choice.lineId, school: line.line.supported.name, words });
    else {
      const days = choice.leaderKey === null ? found.days : choice.days;
      taken.push({ line, pair: found, leaderKey: choice.leaderKey, days, differs: choice.differs });
    }
  }
  return { taken, blocked: [...blocked, ...tooMuch(taken, facts)] };
}

function pairOf(line: PutLine, choice: Choosing, facts: ApprovalFacts, words: string[]): PutPair | null {
  const { needKey, supported } = line;
  const pair =
    line.leaderKey === choice.leaderKey && isPair(line)
      ? line
      : facts.pairs.findLast((one) => one.needKey === needKey && one.leaderKey === choice.leaderKey);
  if (pair === undefined) {
    words.push(`No plan of this round paired ${supported.name} with this leader, so nobody was asked about interests.`);
    return null;
  }
  words.push(...openFor(pair, choice.days, facts, facts.approver).map((item) => item.words));
  const different = differencesFrom(isPair(line) ? line : null, { ...pair, days: choice.days });
  if (different.length > 0 && choice.differs === null) words.push(`Say why: ${different.join(' ')}`);
  return pair;
}

/** The pair of a need that would end, as the plan has nobody for it. */
function endOf(line: PutLine, { list, approver }: ApprovalFacts, words: string[]): PutPair | null {
  const standing = list.find(({ needKey }) => needKey === line.needKey);
  if (standing === undefined) words.push('No pair stands that could end.');
  else if (isPair(line))
    words.push('The plan has a leader for this need: approve that pair, or put another plan forward.');
  else words.push(...dependenceOn(standing.pair, approver));
  return standing?.pair ?? null;
}

function tooMuch(taken: readonly Taken[], { list }: ApprovalFacts): Blocked[] {
  const needs = new Set(taken.map(({ pair }) => pair.needKey));
  const kept = list.filter(({ needKey }) => !needs.has(needKey));
  const given = [...kept, ...taken.flatMap(({ leaderKey, days }) => (leaderKey === null ? [] : [{ leaderKey, days }]))];
  const chosen = taken.filter(({ leaderKey }) => leaderKey !== null);
  const over = overbooked(given, [...new Map(chosen.map(({ pair }) => [pair.leaderKey, pair])).values()]);
  return chosen.flatMap(({ line, pair }) => {
    const why = over.get(pair.leaderKey);
    return why === undefined ? [] : [{ lineId: line.id, school: pair.supported.name, words: [why] }];
  });
}

/** Pairs of a need that could be approved instead of the one proposed: each leader once, as put forward last. */
export function insteadOf(line: PutLine, pairs: readonly PutPair[]): PutPair[] {
  const others = pairs.filter(({ needKey, leaderKey }) => needKey === line.needKey && leaderKey !== line.leaderKey);
  return [...new Map(others.map((pair) => [pairKey(pair), pair])).values()];
}
