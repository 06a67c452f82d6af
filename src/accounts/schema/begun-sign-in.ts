import { z } from 'zod';

/** What is kept of a sign-in between leaving for a provider and coming back. */
export const begunSignIn = z.strictObject({ nonce: z.string(), verifier: z.string(), to: z.string() });
