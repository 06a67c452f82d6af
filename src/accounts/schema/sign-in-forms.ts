import { z } from 'zod';

const LONGEST_EMAIL = 254;

const email = z
  .string('Enter your email address')
  .trim()
  .toLowerCase()
  .min(1, 'Enter your email address')
  // Whether it exists is not for a form to say; whether it could be one is.
  .regex(
    new RegExp(`^(?=.{1,${LONGEST_EMAIL}}$)[^\\s\\p{C}@]+@[^\\s\\p{C}@]+$`, 'u'),
    'Enter an email address in the correct format, like name@example.com',
  );
/** Checked by `wayBack` where it is used. A field that came twice counts as none. */
const to = z.string().optional().catch(undefined);

export const passwordForm = z.object({
  email,
  password: z.string('Enter your password').min(1, 'Enter your password'),
  to,
});

export const codeForm = z.object({
  code: z.string('Enter the code').trim().min(1, 'Enter the code'),
});

export const forgottenForm = z.object({ email });

export const resetForm = z.object({
  token: z.string().catch(''),
  password: z.string('Enter a new password').min(1, 'Enter a new password'),
});
