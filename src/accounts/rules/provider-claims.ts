import { type ClaimPath, type Claims, valuesAt } from './claim-values.ts';

/** Whether a provider's word on an e-mail address is taken: not at all, when it says that it verified it, or always. */
export type TrustInEmail = 'never' | 'verified' | 'always';

/** Which sign-ins at a provider were with a second factor: all, none, or those whose token has one of these values. */
export type SecondFactorAssurance =
  | boolean
  | { acr?: readonly string[] | undefined; amr?: readonly string[] | undefined };

interface EmailRule {
  trustsEmail: TrustInEmail;
  /** The claim that says that the address was verified. */
  emailVerifiedClaim: ClaimPath;
}

const LONGEST_NAME = 200;
const LONGEST_EMAIL = 254;

/**
 * The e-mail address in small letters if the provider may be believed that it is this person's, else null. An address that is not
 * believed is not kept either: the next invitation to it would reach whoever claimed it.
 */
export function trustedEmail(claims: Claims, { trustsEmail, emailVerifiedClaim }: EmailRule): string | null {
  const { email } = claims;
  if (trustsEmail === 'never' || typeof email !== 'string') return null;
  if (email.length > LONGEST_EMAIL || !/^[^\s\p{C}@<>()[\]\\,;:"]+@[^\s\p{C}@<>()[\]\\,;:"]+$/u.test(email))
    return null;
  const verified = valuesAt(claims, emailVerifiedClaim).some((value) => value === 'true' || value === '1');
  return trustsEmail === 'always' || verified ? email.toLowerCase() : null;
}

/** The name to call the person by: the whole name, or its parts, or the address; else `otherwise`. */
export function nameOf(claims: Claims, otherwise: string): string {
  const { name, given_name: given, family_name: family, email } = claims;
  const parts = [given, family].filter((part) => typeof part === 'string').join(' ');
  for (const candidate of [name, parts, email]) {
    if (typeof candidate !== 'string') continue;
    const clean = candidate
      .replaceAll(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_NAME);
    if (clean !== '') return clean;
  }
  return otherwise;
}

/** Whether the ID token says that the person signed in with a second factor. `acr` and `amr` are those of OpenID Connect Core, section 2. */
export function hasSecondFactor(idToken: Claims, assurance: SecondFactorAssurance): boolean {
  if (typeof assurance === 'boolean') return assurance;
  const { acr = [], amr = [] } = assurance;
  return (
    valuesAt(idToken, ['acr']).some((value) => acr.includes(value)) ||
    valuesAt(idToken, ['amr']).some((value) => amr.includes(value))
  );
}
