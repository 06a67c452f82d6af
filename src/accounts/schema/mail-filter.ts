import { z } from 'zod';
import { MAIL_STATES } from '../rules/mail-record.ts';

/** What the list of mail is narrowed to. A state that there is not is as good as none. */
export const mailFilter = z.object({ state: z.enum(MAIL_STATES).nullable().catch(null).default(null) });
