import { z } from 'zod';

export const OUTCOMES = ['done', 'refused', 'failed'] as const;

const LONGEST = 100;
const text = z
  .string()
  .trim()
  .max(LONGEST)
  .transform((typed) => typed || undefined)
  .optional()
  .catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/** What the audit page is narrowed to. A filter that makes no sense is as good as none. `before` is the entry to go on from. */
export const auditFilter = z.object({
  /** Calendar days in London, both included. */
  from: day,
  to: day,
  person: z.uuid().optional().catch(undefined),
  action: text,
  outcome: z.enum(OUTCOMES).optional().catch(undefined),
  subject: text,
  before: z.coerce.number().int().positive().optional().catch(undefined),
});
export type AuditFilter = z.infer<typeof auditFilter>;
