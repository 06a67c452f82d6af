import type { RoundDecision } from './decision.ts';

/**
 * What a page shows of the list of decisions, as a word that its forms carry: how many were made and how many undone. Both only grow, so
 * a form whose word is not that of now was filled in on an older page.
 */
export function stampOf(decisions: readonly RoundDecision[]): string {
  return `${decisions.length}.${decisions.filter(({ undone }) => undone !== null).length}`;
}

/** One change since a page was shown. */
export interface ChangeSince {
  decision: RoundDecision;
  what: 'decided' | 'undone';
}

/** What was decided and undone since the page with that stamp, the oldest first; everything, when the stamp is none. */
export function changesSince(decisions: readonly RoundDecision[], stamp: string): ChangeSince[] {
  const [made, undone] = (/^(\d{1,6})\.(\d{1,6})$/.exec(stamp)?.slice(1) ?? ['0', '0']).map(Number) as [number, number];
  const undoneInOrder = decisions
    .filter(({ undone: is }) => is !== null)
    .toSorted((a, b) => a.undone!.at.localeCompare(b.undone!.at));
  return [
    ...decisions.slice(made).map((decision) => ({ decision, what: 'decided' }) as const),
    ...undoneInOrder.slice(undone).map((decision) => ({ decision, what: 'undone' }) as const),
  ];
}
