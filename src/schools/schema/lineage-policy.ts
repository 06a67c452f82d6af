import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../policies.ts';
import type { LineagePolicy } from '../rules/lineage-policy.ts';

const treatment = z.enum(['judged', 'shown', 'apart']);
const record = z.strictObject({ results: treatment, inspections: treatment, source: words });
// Several schools' figures of one year would be several values for it.
const ofSeveral = record.refine(
  ({ results }) => results === 'apart',
  'the results of a merger must be "apart": several schools have figures for the same year',
);

/** A file that says which records continue across which change of school: policies/lineage/, `"kind": "lineage policy"`. */
export const lineagePolicyKind: PolicyKind<Omit<LineagePolicy, 'id'>> = {
  folder: 'lineage',
  kind: 'lineage policy',
  schema: z.strictObject({
    kind: z.literal('lineage policy'),
    ...policyHeader,
    dates: z.strictObject({ agreeWithinDays: z.int().min(0), opensWithinDays: z.int().min(0), source: words }),
    kinds: z.strictObject({ conversion: record, split: record, merger: ofSeveral, doubtful: record }),
  }),
};
