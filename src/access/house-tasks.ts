import { scopeForPurpose } from './scope.ts';

/** Sending the mail that waits: reads a message and its words, and notes what became of it. */
export const mailTask = scopeForPurpose('mail', 'mail.send');
