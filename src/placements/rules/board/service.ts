import type { Category } from '../../../need/rules/need-policy.ts';
import type { TermLedger } from '../../../leaders/rules/register/ledger.ts';
import type { Placement } from '../placement.ts';
import type { PlacementState } from '../states.ts';

/** A placement as the service's page counts it. */
export type CountedPlacement = Pick<Placement, 'supported' | 'leader' | 'state' | 'halfDays'>;

/** States in which help is asked for and none is given yet; in which it is given; in which it was. */
const COMING: readonly PlacementState[] = [
  'requested',
  'triage',
  'to match',
  'offered',
  'accepted',
  'contracting',
  'signing',
];
const GIVEN: readonly PlacementState[] = ['under way', 'paused', 'evaluation'];

export interface NeedLine {
  category: Category;
  schools: number;
  /** Schools with a placement under way, with one that is coming and none under way, and with neither. */
  helped: number;
  coming: number;
  without: number;
  /** Half days planned in placements under way and coming, as far as they are planned. */
  halfDays: number;
}

/** How many schools of each category have a placement, how many will, and how many have none. Categories in the order A to D. */
export function againstNeed(
  needs: readonly { urn: number; category: Category }[],
  placements: readonly CountedPlacement[],
): NeedLine[] {
  const of = new Map<number, CountedPlacement[]>();
  for (const placement of placements)
    of.set(placement.supported.urn, [...(of.get(placement.supported.urn) ?? []), placement]);
  const categories = [...new Set(needs.map(({ category }) => category))].toSorted((a, b) => a.localeCompare(b));
  return categories.map((category) => {
    const line: NeedLine = { category, schools: 0, helped: 0, coming: 0, without: 0, halfDays: 0 };
    for (const { urn } of needs.filter((need) => need.category === category)) {
      const own = (of.get(urn) ?? []).filter(({ state }) => [...COMING, ...GIVEN].includes(state));
      line.schools += 1;
      line.halfDays += own.reduce((sum, { halfDays }) => sum + (halfDays ?? 0), 0);
      if (own.some(({ state }) => GIVEN.includes(state))) line.helped += 1;
      else if (own.length > 0) line.coming += 1;
      else line.without += 1;
    }
    return line;
  });
}

export interface CapacityLine {
  /** Null: leaders of no partnership. */
  partnership: string | null;
  leaders: number;
  /** Leaders who said nothing of the term: what they could give is not known, and not nought. */
  silent: number;
  offered: number;
  promised: number;
  used: number;
  /** Placements under way that they lead. */
  placements: number;
}

/** What the leaders of each partnership offered, promised and gave in the running term, in half days; those of none last. */
export function againstCapacity(
  leaders: readonly { id: string; partnership: string | null; ledger: TermLedger }[],
  placements: readonly CountedPlacement[],
): CapacityLine[] {
  const lines = new Map<string | null, CapacityLine>();
  for (const { id, partnership, ledger } of leaders) {
    const line = lines.get(partnership) ?? {
      partnership,
      leaders: 0,
      silent: 0,
      offered: 0,
      promised: 0,
      used: 0,
      placements: 0,
    };
    line.leaders += 1;
    if (ledger.offered === null) line.silent += 1;
    line.offered += ledger.offered ?? 0;
    line.promised += ledger.promised;
    line.used += ledger.used;
    line.placements += placements.filter(
      ({ leader, state }) => leader !== null && leader.id === id && GIVEN.includes(state),
    ).length;
    lines.set(partnership, line);
  }
  return [...lines.values()].toSorted((a, b) =>
    a.partnership === null ? 1 : b.partnership === null ? -1 : a.partnership.localeCompare(b.partnership),
  );
}
