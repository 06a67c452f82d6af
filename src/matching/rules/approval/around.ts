import { type Change, ends } from './standing.ts';

/** What a new plan after approval is about: what stays, what is open, and who and which are gone. */
export interface Around {
  /** Needs whose pair stands. */
  standing: string[];
  /** Needs that the plan is made for: those that lost their leader, the newly urgent, and those whose pair still waits for approval. */
  open: string[];
  /** Leaders who withdrew, whose release was withdrawn, or whose school closes. */
  leadersGone: string[];
  /** Needs of schools that close. */
  needsGone: string[];
  /** Every other need: nobody was approved for it, and this plan is not about it. */
  leftOut: string[];
}

interface Now {
  needs: readonly { key: string; urn: number }[];
  leaders: readonly { key: string; urn: number }[];
  standing: readonly { needKey: string }[];
  /** Of every line of the list of approved pairs: what stood once. */
  everApproved: readonly { needKey: string; leaderKey: string; supportedUrn: number; homeUrn: number }[];
  changes: readonly Change[];
  /** Needs with a pair that was put forward and waits for approval. */
  waiting: readonly string[];
}

/**
 * Re-planning around what stands: only needs that lost their leader by a change, newly urgent ones, and those whose pair still waits for
 * approval are open. A leader who withdrew is in no later plan, nor is a need of a school that closes.
 */
export function aroundWhatStands({ needs, leaders, standing, everApproved, changes, waiting }: Now): Around {
  const closed = new Set(changes.flatMap(({ kind, urn }) => (kind === 'school closes' && urn !== null ? [urn] : [])));
  const withdrawn = new Set(changes.flatMap(({ leaderKey }) => leaderKey ?? []));
  const urgent = new Set(changes.flatMap(({ kind, needKey }) => (kind === 'urgent need' ? (needKey ?? []) : [])));
  const lost = new Set(
    everApproved.filter((pair) => changes.some((change) => ends(change, pair))).map(({ needKey }) => needKey),
  );
  const waits = new Set(waiting);
  const stands = new Set(standing.map(({ needKey }) => needKey));
  const placeOf = ({ key, urn }: { key: string; urn: number }) => {
    if (stands.has(key)) return 'standing';
    if (closed.has(urn)) return 'needsGone';
    return lost.has(key) || urgent.has(key) || waits.has(key) ? 'open' : 'leftOut';
  };
  const found: Around = { standing: [], open: [], leadersGone: [], needsGone: [], leftOut: [] };
  for (const need of needs) found[placeOf(need)].push(need.key);
  found.leadersGone = leaders.filter(({ key, urn }) => withdrawn.has(key) || closed.has(urn)).map(({ key }) => key);
  return found;
}
