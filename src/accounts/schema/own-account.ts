import { z } from 'zod';

/** No role has it: what is no id at all is answered, and entered in the trail, as an id of nobody. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Which of one's roles to act in from now on. */
export const roleChoice = z.object({ membership: z.uuid().catch(NO_ID) });

/** A session by its id in an address. */
export const sessionId = z.uuid().catch(NO_ID);

export const passwordChange = z.object({
  current: z.string('Enter your current password').min(1, 'Enter your current password'),
  chosen: z.string('Enter a new password').min(1, 'Enter a new password'),
});

const code = z.string('Enter the code').trim().min(1, 'Enter the code');
/** Checked by `wayBack` where it is used. */
const to = z.string().optional().catch(undefined);

/** A code of the second factor that one has. */
export const ownCode = z.object({ current: code, to });

/** A code of the app that is being set up; `current` only when it takes the place of another. */
export const factorSetUp = z.object({
  sealed: z.string().catch(''),
  code,
  current: z.string().trim().catch(''),
  to,
});
