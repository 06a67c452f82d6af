import { z } from 'zod';
import { REQUEST_KINDS, REQUEST_OUTCOMES } from '../rules/data-request.ts';

const MOST_WORDS = 4000;
const MOST_NAME = 200;

const words = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(MOST_WORDS, `Use ${MOST_WORDS.toLocaleString('en-GB')} characters or fewer`);

const optional = z
  .string()
  .trim()
  .max(MOST_NAME, `Use ${MOST_NAME} characters or fewer`)
  .optional()
  .transform((text) => text || null);

const newEmail = z
  .string()
  .trim()
  .toLowerCase()
  .optional()
  .transform((text) => text || null)
  .pipe(z.email('Enter an email address in the correct format, like name@example.com').max(254).nullable());

/** What a person asks about their own data. A new name or address counts only in a correction. */
export const ownRequestInput = z
  .object({
    kind: z.enum(REQUEST_KINDS, { error: 'Choose what you ask for' }),
    words: words('Say what you ask for'),
    'new-name': optional,
    'new-email': newEmail,
  })
  .transform(({ kind, words: said, 'new-name': name, 'new-email': email }) => ({
    kind,
    words: said,
    newName: kind === 'correction' ? name : null,
    newEmail: kind === 'correction' ? email : null,
  }));
export type OwnRequest = z.infer<typeof ownRequestInput>;

/** A request that came by letter or by word of mouth, written down by an administrator. */
export const recordedRequestInput = z
  .object({
    person: z.uuid('Choose a person'),
    kind: z.enum(REQUEST_KINDS, { error: 'Choose what they ask for' }),
    words: words('Write down what they ask for, and how it came'),
    'new-name': optional,
  })
  .transform(({ person, kind, words: said, 'new-name': name }) => ({
    personId: person,
    kind,
    words: said,
    newName: kind === 'correction' ? name : null,
  }));
export type RecordedRequest = z.infer<typeof recordedRequestInput>;

export const decisionInput = z.object({
  outcome: z.enum(REQUEST_OUTCOMES, { error: 'Choose what you decided' }),
  answer: words('Write the answer to the person'),
});
export type Decision = z.infer<typeof decisionInput>;

export const holdInput = z
  .object({ person: z.uuid('Choose a person'), reason: words('Say why their records are to be kept') })
  .transform(({ person, reason }) => ({ personId: person, reason }));
export type NewHold = z.infer<typeof holdInput>;
