import { z } from 'zod';
import type { Category } from '../rules/need-policy.ts';

export const LONGEST_REASON = 2000;
export const LONGEST_COMMENT = 4000;

/** What somebody typed into a box: ends of line as one sign, and without the sign that PostgreSQL cannot store. */
const typed = z
  .string()
  .catch('')
  .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim());

/** A decision as it is sent, with the assessment that the page showed. */
export interface NewDecision {
  category: Category;
  reason: string | null;
  policyId: string;
  asAt: string;
  /** The category that was worked out, as the page showed it; without it no change of what was entered is told. */
  computed?: Category | undefined;
}

/** The form that confirms or changes a category. Each message is for the field of the same name. */
export const decisionForm = z.object({
  category: z.enum(['A', 'B', 'C', 'D'], { error: 'Choose a category' }),
  reason: typed
    .refine((text) => text.length <= LONGEST_REASON, { error: `Reason must be ${LONGEST_REASON} characters or fewer` })
    .transform((text) => text || null),
  policyId: z.string().max(100).catch(''),
  asAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .catch('0001-01-01'),
  computed: z.enum(['A', 'B', 'C', 'D']).optional().catch(undefined),
});

export const commentForm = z.object({
  comment: typed
    .refine((text) => text.length > 0, { error: 'Enter a comment' })
    .refine((text) => text.length <= LONGEST_COMMENT, {
      error: `Comment must be ${LONGEST_COMMENT} characters or fewer`,
    }),
});
