import type { DeadlineRule } from '../../../calendar/due-after.ts';
import type { Rating } from './progress.ts';

/** A group of the checklist before a concern is escalated: at least one of its items is ticked. */
export interface ChecklistGroup {
  code: string;
  label: string;
  /** The error when nothing of it is ticked. */
  missing: string;
  items: readonly { code: string; label: string }[];
}

/** How the work of placements is recorded: a file of policies/placements/. */
export interface DeliveryPolicy {
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  noteWithin: DeadlineRule;
  /** Days between two letters about the same late note. */
  remindEveryDays: number;
  ratings: Readonly<Record<Rating, string>>;
  escalation: readonly ChecklistGroup[];
}
