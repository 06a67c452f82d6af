import type { NeedPolicy } from '../need-policy.ts';
import type { RoundState } from './state.ts';
import type { SchoolTerm } from './term.ts';

/** A step of a round: to which state, by whom and when, and why where it went back. */
export interface RoundStep {
  state: RoundState;
  words: string | null;
  by: string;
  role: string;
  /** ISO moment. */
  at: string;
}

/** A round of a service with what was frozen when it was opened. */
export interface Round extends SchoolTerm {
  id: string;
  /** The policy as it stood then, whole. */
  policy: NeedPolicy;
  /** The name under which its text is kept, with its standards. */
  packSha256: string;
  /** ISO days. */
  asAt: string;
  panelOn: string;
  lettersOn: string;
  answerBy: string;
  openedAt: string;
  state: RoundState;
  /** Oldest first. */
  steps: readonly RoundStep[];
}

/** What the service lead says when a round is opened. */
export interface NewRound extends SchoolTerm {
  panelOn: string;
  lettersOn: string;
  answerBy: string;
}

/** An entry of a panel: who sat on it, what was noted, or an interest in a school. */
export interface PanelEntry {
  kind: 'present' | 'note' | 'interest' | 'interest withdrawn';
  urn: number | null;
  school: string | null;
  words: string;
  personId: string;
  by: string;
  role: string;
  at: string;
}

/** The schools in which a person has an interest: their newest entry about each counts. Entries come oldest first. */
export function interestsOf(entries: readonly PanelEntry[], personId: string): Set<number> {
  const held = new Set<number>();
  for (const { kind, urn, personId: maker } of entries) {
    if (urn === null || maker !== personId) continue;
    if (kind === 'interest') held.add(urn);
    if (kind === 'interest withdrawn') held.delete(urn);
  }
  return held;
}
