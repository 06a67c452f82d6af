import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../policies.ts';

const rule = z.strictObject({ keepMonths: z.int().min(1), from: words });
const days = z.int().min(1);

const retentionPolicy = z.strictObject({
  kind: z.literal('retention policy'),
  ...policyHeader,
  rules: z.strictObject({
    'audit trail': rule,
    'ended sessions': rule,
    'sent mail': rule,
    'used or expired invitations': rule,
    'used or expired reset links': rule,
    'unfinished sign-ins': rule,
    'answered complaints': rule,
    'decided data requests': rule,
    'entries on the need of schools': rule,
    'words of moderation rounds': rule,
    'letters of moderation rounds': rule,
    'planning rounds': rule,
    'declarations and panels of planning rounds': rule,
    'ended entries of registers of leaders': rule,
    'placements that are over': rule,
    'used or expired private links': rule,
    'applications and reviews of designation': rule,
    'reminders that were sent': rule,
    'coaching notes': rule,
    'words of the work of placements': rule,
    'money of placements': rule,
    'people without a role': rule,
  }),
  deadlines: z.strictObject({ 'data request days': days, 'complaint acknowledgement days': days }),
});
export type RetentionPolicy = z.infer<typeof retentionPolicy>;

export const retentionPolicyKind: PolicyKind<RetentionPolicy> = {
  folder: 'access',
  kind: 'retention policy',
  schema: retentionPolicy,
};
