import { z } from 'zod';
import { ROLES } from '../../access/roles.ts';
import { type PolicyKind, policyHeader } from '../../policies.ts';

const count = z.int().min(1);
const limit = z.strictObject({ tries: count, minutes: count, blockMinutes: count });

const signInPolicy = z.strictObject({
  kind: z.literal('sign-in policy'),
  ...policyHeader,
  password: z.strictObject({ shortest: z.int().min(8), longest: z.int().min(64) }),
  secondFactorRoles: z.array(z.enum(ROLES)),
  recoveryCodes: count,
  session: z.strictObject({ idleMinutes: count, longestHours: count }),
  /** Between the password and the code, or between leaving for a provider and coming back. */
  pendingMinutes: count,
  resetLinkMinutes: count,
  invitationDays: count,
  accessReviewMonths: count,
  limits: z.strictObject({
    /** From one address. */
    attemptsPerAccount: limit,
    /** From all addresses together from which the person has not signed in before. */
    attemptsPerAccountFromStrangers: limit,
    attemptsPerAddress: limit,
    codesPerAccount: limit,
    resetMailsPerAccount: limit,
    complaintsPerAddress: limit,
  }),
});
export type SignInPolicy = z.infer<typeof signInPolicy>;

export const signInPolicyKind: PolicyKind<SignInPolicy> = {
  folder: 'access',
  kind: 'sign-in policy',
  schema: signInPolicy,
};
