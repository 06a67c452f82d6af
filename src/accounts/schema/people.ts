import { z } from 'zod';
import { type OrganisationKind, type Role } from '../../access/roles.ts';
import { roleOfKind } from '../rules/roles-of-kind.ts';

// Control and format characters have no place in a name: they could make it read as another.
const oneLine = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;

export const personName = z
  .string('Enter a name')
  .trim()
  .min(1, 'Enter a name')
  .max(200, 'Name must be 200 characters or fewer')
  .regex(oneLine, 'Name must be on one line');

export const emailAddress = z
  .string('Enter an email address')
  .trim()
  .toLowerCase()
  .max(254, 'Email address must be 254 characters or fewer')
  .pipe(z.email('Enter an email address in the correct format, like name@example.org'));

/** What an administrator sends to invite somebody: of the fields sent, these three and no other. */
export function inviteInput(kind: OrganisationKind) {
  return z.object({
    name: personName,
    email: emailAddress,
    role: z.string('Choose a role').transform((text, context): Role => {
      const role = roleOfKind(kind, text);
      if (role !== null) return role;
      context.addIssue({ code: 'custom', message: 'Choose a role' });
      return z.NEVER;
    }),
  });
}

export const endRoleInput = z.object({
  reason: z
    .string('Say why the role ends')
    .trim()
    .min(1, 'Say why the role ends')
    .max(500, 'Reason must be 500 characters or fewer'),
});

/** What somebody new sends to take up an invitation. */
export const newAccountInput = z.object({
  name: personName,
  // Looked at by passwordFault; here only that there is one.
  password: z.string('Enter a password').min(1, 'Enter a password').max(1000, 'Password must be shorter'),
});

export const invitationToken = z.object({ token: z.string().min(1).max(100) });

/** Whom the page for inviting is filled in for. Nobody when it does not say who. */
export const memberToInvite = z.object({ membership: z.uuid().nullable().catch(null).default(null) });
