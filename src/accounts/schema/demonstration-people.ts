import { z } from 'zod';
import { ORGANISATION_KINDS, ROLES } from '../../access/roles.ts';
import { type PolicyKind, policyHeader } from '../../policies.ts';

/** What begins the name of everything invented, so that nobody takes it for real wherever it is shown. */
const MARK = 'Demonstration: ';
const name = z.string().startsWith(MARK, `must begin with "${MARK}"`);
const key = z.string().regex(/^[a-z-]+$/);

const demonstrationPeople = z
  .strictObject({
    kind: z.literal('demonstration people'),
    ...policyHeader,
    /** `key` is the code of the local authority, the number of the trust, or the URN of the school; null for other kinds. */
    organisations: z.record(key, z.strictObject({ kind: z.enum(ORGANISATION_KINDS), name, key: z.int().nullable() })),
    /** Each role is the organisation, by its name above, and what the person is there. */
    people: z.record(key, z.strictObject({ name, roles: z.array(z.tuple([key, z.enum(ROLES)])).min(1) })),
  })
  .superRefine(({ organisations, people }, context) => {
    for (const [person, { roles }] of Object.entries(people)) {
      for (const [organisation] of roles) {
        if (organisation in organisations) continue;
        context.addIssue({
          code: 'custom',
          path: ['people', person],
          message: `"${organisation}" is not among the organisations`,
        });
      }
    }
  });
export type DemonstrationPeople = z.infer<typeof demonstrationPeople>;

export const demonstrationPeopleKind: PolicyKind<DemonstrationPeople> = {
  folder: 'access',
  kind: 'demonstration people',
  schema: demonstrationPeople,
};

/** What the sign-in page sends: one of the people, by name in the policy file; `to` is the page to go back to. */
export const demonstrationSignIn = z.object({ person: key, to: z.string().optional() });
