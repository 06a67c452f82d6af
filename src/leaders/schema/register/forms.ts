import { halfDaysTyped } from '../../../calendar/half-days.ts';
import { z } from 'zod';
import { number, text } from '../../../need/schema/form-fields.ts';
import { INTEREST_KINDS } from '../../rules/interests.ts';
import { SHOWABLE } from '../../rules/register/consent.ts';
import { DESIGNATION_STATUSES, type DesignationStatus } from '../../rules/register/designation.ts';
import { LEADER_STATUSES, type LeaderDetails } from '../../rules/register/leader.ts';
import type { SupportPolicy } from '../../rules/support-policy.ts';

const MOST_CONTEXTS = 12;
const LONGEST_CONTEXT = 80;

/** Boxes that may be ticked several times, or once, or not at all. */
function ticked(codes: readonly string[], wrong: string) {
  return z.preprocess(
    (typed) => (typed === undefined ? [] : [typed].flat()),
    z.array(z.string()).refine((chosen) => chosen.every((code) => codes.includes(code)), { error: wrong }),
  );
}

const urn = (missing: string) =>
  text('The number', { most: 10, missing }).transform((typed, context) => {
    if (/^\d{5,7}$/.test(typed)) return Number(typed);
    if (typed !== '')
      context.addIssue({ code: 'custom', message: 'The URN must be a number of six figures, such as 109617' });
    return 0;
  });

/** What a service writes down of a leader, from a form or from a row of a file. */
export function leaderForm(policy: Pick<SupportPolicy, 'fields'>): z.ZodType<LeaderDetails> {
  const codes = policy.fields.map(({ code }) => code);
  return z.object({
    name: text('The name', { most: 200, missing: 'Enter the leader’s name' }),
    email: text('The email address', { most: 254 })
      .transform((typed) => (typed === '' ? null : typed.toLowerCase()))
      .refine((typed) => typed === null || z.email().safeParse(typed).success, {
        error: 'Enter an email address like name@example.com',
      }),
    homeUrn: urn('Enter the URN of the home school'),
    phases: ticked(['primary', 'secondary'], 'Choose primary, secondary or both').transform(
      (chosen) => chosen as ('primary' | 'secondary')[],
    ),
    fields: ticked(codes, 'Choose fields from the list'),
    contexts: text('Contexts', { most: 1000 }).transform((typed, context) => {
      const parts = [...new Set(typed.split(/[\n;]/).map((part) => part.trim()))].filter((part) => part !== '');
      if (parts.length > MOST_CONTEXTS)
        context.addIssue({ code: 'custom', message: `Give at most ${MOST_CONTEXTS} contexts` });
      if (parts.some((part) => part.length > LONGEST_CONTEXT))
        context.addIssue({ code: 'custom', message: `Each context must be ${LONGEST_CONTEXT} characters or fewer` });
      return parts;
    }),
    furthestMinutes: number('The longest journey', { least: 1, most: 600, whole: true }),
    mostSchools: number('Most schools at once', {
      least: 1,
      most: 50,
      whole: true,
      missing: 'Enter the most schools at once',
    }).transform((typed) => typed ?? 1),
    partnership: text('The partnership', { most: 200 }).transform((typed) => (typed === '' ? null : typed)),
  });
}

/** Roles that can be designated: posts are held, not given. */
export function designatedRoles(policy: Pick<SupportPolicy, 'roles'>): SupportPolicy['roles'] {
  return policy.roles.filter(({ reviewMonths }) => reviewMonths !== null);
}

/** A designation but for its days, which are read by the one reader of dates. */
export function designationForm(policy: Pick<SupportPolicy, 'roles'>, { supersedes }: { supersedes: boolean }) {
  const codes = designatedRoles(policy).map(({ code }) => code);
  return z.object({
    role: z
      .string()
      .catch('')
      .refine((typed) => codes.includes(typed), { error: 'Choose a role' }),
    body: text('The designating body', { most: 200, missing: 'Enter who designates' }),
    evidence: text('The evidence', { most: 4000, missing: 'Enter what it rests on' }),
    status: z
      .string()
      .catch('')
      .refine((typed): typed is DesignationStatus => (DESIGNATION_STATUSES as readonly string[]).includes(typed), {
        error: 'Choose how the designation stands',
      }),
    ruleSet: text('The rules', { most: 200, missing: 'Enter under which rules, or that they are not known' }),
    words: text('The reason', {
      most: 2000,
      ...(supersedes ? { missing: 'Enter why it takes the place of the earlier one' } : {}),
    }),
  });
}

/** Days of a term in a box: null where it is left empty, which says nothing of the term. */
export function daysBox(mostHalfDays: number) {
  return z
    .string()
    .catch('')
    .transform((typed, context) => {
      if (typed.trim() === '') return null;
      const halfDays = halfDaysTyped(typed);
      if (halfDays !== null && halfDays <= mostHalfDays) return halfDays;
      const message = `Enter days in whole or half days, from 0 to ${mostHalfDays / 2}, such as 4 or 2.5`;
      context.addIssue({ code: 'custom', message });
      return null;
    });
}

/** Other standing but for its days. */
export const standingForm = z
  .object({
    kind: z.enum(INTEREST_KINDS, { error: 'Choose a kind' }),
    about: z.enum(['school', 'trust', 'whole'], { error: 'Choose what it is in' }),
    number: text('The number', { most: 10 }),
    words: text('What it is', { most: 2000, missing: 'Enter what it is' }),
  })
  .transform(({ kind, about, number: typed, words }, context) => {
    const needed = about !== 'whole';
    if (needed && !/^\d{1,7}$/.test(typed)) {
      const message = about === 'school' ? 'Enter the URN of the school' : 'Enter the number of the trust';
      context.addIssue({ code: 'custom', path: ['number'], message });
    }
    return {
      kind,
      words,
      urn: about === 'school' ? Number(typed) : null,
      trustUid: about === 'trust' ? Number(typed) : null,
    };
  });

export const withdrawStandingForm = z.object({
  why: text('The reason', { most: 2000, missing: 'Enter why it does not hold' }),
});

export const consentForm = z
  .object({
    says: z.enum(['yes', 'no'], { error: 'Choose whether the directory shows this leader' }),
    shows: ticked(SHOWABLE, 'Choose from the list').transform((chosen) =>
      SHOWABLE.filter((part) => chosen.includes(part)),
    ),
  })
  .transform(({ says, shows }) => ({ consents: says === 'yes', shows: says === 'yes' ? shows : [] }));

/** Pausing, ending or restoring an entry. */
export const statusForm = z
  .object({
    status: z.enum(LEADER_STATUSES, { error: 'Choose what happens to the entry' }),
    why: text('The reason', { most: 2000 }),
  })
  .transform(({ status, why }, context) => {
    if (status !== 'active' && why === '') context.addIssue({ code: 'custom', path: ['why'], message: 'Enter why' });
    return { status, why: why === '' ? null : why };
  });

/** The version that a form was made from; 0, which no entry has, for what is none. */
export const versionBox = z
  .string()
  .catch('')
  .transform((typed) => (/^\d{1,9}$/.test(typed) ? Number(typed) : 0));
