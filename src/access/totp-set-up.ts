import type { Person } from './roles.ts';
import type { SiteSecret } from './secret.ts';

type Owner = Pick<Person, 'id' | 'sessionId'>;

const USE = 'totp set-up';

/**
 * A secret for an authenticator app, sealed into the form that sets it up: nothing is stored until a code shows that the app has it,
 * and an app that is there already goes on working. Good for this person in this session alone.
 */
export function sealSetUp(seal: SiteSecret, { id, sessionId }: Owner, totpSecret: string): string {
  return seal.seal(USE, JSON.stringify([id, sessionId, totpSecret]));
}

/** The secret again; null when it was sealed for somebody else or another session, or was changed. */
export function openSetUp(seal: SiteSecret, { id, sessionId }: Owner, sealed: string): string | null {
  try {
    const [forPerson, inSession, totpSecret] = JSON.parse(seal.open(USE, sealed)) as [string, string, string];
    return forPerson === id && inSession === sessionId ? totpSecret : null;
  } catch {
    return null;
  }
}
