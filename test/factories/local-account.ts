import type { Kysely } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { hashPassword } from '../../src/access/passwords.ts';
import { hashOfRecoveryCode, newRecoveryCodes } from '../../src/access/recovery-codes.ts';
import type { SiteSecret } from '../../src/access/secret.ts';
import { newTotpSecret } from '../../src/access/totp.ts';
import type { Database } from '../../src/db/schema.ts';
import { siteSecretOfTests } from '../site.ts';
import { tenant } from './people.ts';

export const PASSWORD = 'seven grey geese';

/** A password for a person. Made as owner: for arranging a test. */
export async function passwordOf(owner: Kysely<Database>, personId: string, password = PASSWORD): Promise<void> {
  await tenant(owner)
    .insertInto('local_account')
    .values({ person_id: personId, password_hash: await hashPassword(password) })
    .execute();
}

/** A second factor for a person who has a password, sealed by their site's secret, with two recovery codes. */
export async function secondFactorOf(
  owner: Kysely<Database>,
  personId: string,
  site: Pick<SiteSecret, 'seal'> = siteSecretOfTests,
) {
  const secret = newTotpSecret();
  const sealed = site.seal('totp', secret);
  await tenant(owner)
    .updateTable('local_account')
    .set({ totp_secret: sealed, totp_confirmed_at: new Date() })
    .where('person_id', '=', personId)
    .execute();
  const recoveryCodes = newRecoveryCodes(2);
  await tenant(owner)
    .insertInto('recovery_code')
    .values(recoveryCodes.map((code) => ({ person_id: personId, code_hash: hashOfRecoveryCode(code) })))
    .execute();
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  /** What the authenticator app shows, now or so many seconds from now. */
  const code = (inSeconds = 0) => app.generate({ timestamp: Date.now() + inSeconds * 1000 });
  return { code, recoveryCodes };
}
