import { z } from 'zod';
import { isoDate, type PolicyKind, policyHeader, words } from '../../policies.ts';
import type { AuthorityChange } from '../rules/authority-changes.ts';

const authority = z.strictObject({ code: z.int().min(200).max(999), name: words });

/** The table of authorities that others followed: policies/areas/, `"kind": "authority changes"`. */
export const authorityChangesKind: PolicyKind<{
  changes: AuthorityChange[];
  validFrom: string;
  validTo: string | null;
}> = {
  folder: 'areas',
  kind: 'authority changes',
  schema: z.strictObject({
    kind: z.literal('authority changes'),
    ...policyHeader,
    changes: z.array(z.strictObject({ on: isoDate, from: authority, to: z.array(authority).min(1), source: words })),
  }),
};
