import { z } from 'zod';

const MOST_WORDS = 4000;
const MOST_NAME = 200;
const tooLong = (most: number) => `Use ${most.toLocaleString('en-GB')} characters or fewer`;
const line = (missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(MOST_NAME, tooLong(MOST_NAME));
const text = (missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(MOST_WORDS, tooLong(MOST_WORDS));
const WRONG_EMAIL = 'Enter an email address in the correct format, like name@example.com';

/** What anybody sends who complains. */
export const complaintInput = z.object({
  name: line('Enter your name'),
  email: z.string({ error: WRONG_EMAIL }).trim().toLowerCase().pipe(z.email(WRONG_EMAIL).max(254)),
  about: line('Say which organisation you complain about'),
  words: text('Say what went wrong'),
});
export type NewComplaint = z.infer<typeof complaintInput>;

/** What an administrator does with a complaint. */
export const complaintDeed = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('acknowledge') }),
  z.object({ deed: z.literal('answer'), answer: text('Write the answer') }),
]);
export type ComplaintDeed = z.infer<typeof complaintDeed>;
