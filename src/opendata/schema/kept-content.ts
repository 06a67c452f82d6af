import { z } from 'zod';
import { type PolicyKind, policyHeader } from '../../policies.ts';

/** How long the content of imported files is kept: policies/data/, `"kind": "kept content"`. */
export const keptContentKind: PolicyKind<{
  /** Months after an import for which its content stays although no row of it stands any more. */
  keepMonthsWithoutFigures: number;
  validFrom: string;
  validTo: string | null;
}> = {
  folder: 'data',
  kind: 'kept content',
  schema: z.strictObject({
    kind: z.literal('kept content'),
    ...policyHeader,
    keepMonthsWithoutFigures: z.int().min(0).max(1200),
  }),
};
