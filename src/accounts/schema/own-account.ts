import { z } from 'zod';

/** Which of one's roles to act in from now on. */
export const roleChoice = z.object({ membership: z.uuid() });

/** A session by its id in an address. */
export const sessionId = z.uuid();
