import type { Assessment } from './assessment.ts';
import { londonDay } from '../../opendata/rules/london-time.ts';
import type { Category } from './need-policy.ts';

/** What a person of the service decided about a category that was worked out. */
export interface Decision {
  /** The category that was worked out, as the person saw it. */
  computed: Category;
  /** What they set it to; the same when they confirmed it. */
  category: Category;
  /** Role in which they decided. */
  role: string;
  /** ISO moment. */
  at: string;
}

/** An assessment as its readers see it: where a person has decided, `category` is theirs and `computed` what was worked out. */
export type Decided<A extends Assessment = Assessment> = A & { computed: Category; decision: Decision | null };

/**
 * Puts a person's decision in the place of the category that was worked out; both are kept. The sentence that says why begins
 * with the decision where it differs from what was worked out.
 */
export function decided<A extends Assessment>(assessment: A, decision: Decision | null): Decided<A> {
  const computed = assessment.category;
  if (decision === null || decision.category === computed) return { ...assessment, computed, decision };
  const because = `Category ${decision.category}: ${decisionWords(decision, computed)}. From published data: ${assessment.because}`;
  return { ...assessment, category: decision.category, because, computed, decision };
}

/**
 * "changed from B by broker, 21 November 2026", or "confirmed by ...". `computed` is the category that is worked out now: data or
 * policy may have been read again since the decision, and then the words say so.
 */
export function decisionWords({ computed: seen, category, role, at }: Decision, computed: Category = seen): string {
  const words = category === seen ? `confirmed by ${role}` : `changed from ${seen} by ${role}`;
  const since = computed === seen ? '' : `, when published data said ${seen}; it now says ${computed}`;
  return `${words}, ${londonDay(new Date(at))}${since}`;
}

/** How far the people of a service have come with their list. */
export interface Progress {
  schools: number;
  confirmed: number;
  /** Of those, the ones set to another category than the one worked out. */
  changed: number;
}

export function progressOf(needs: readonly Decided[]): Progress {
  const judged = needs.filter(({ decision }) => decision !== null);
  return {
    schools: needs.length,
    confirmed: judged.length,
    changed: judged.filter(({ category, computed }) => category !== computed).length,
  };
}
