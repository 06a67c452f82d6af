import { Secret, TOTP } from 'otpauth';

const ISSUER = 'Alongside';
/** What authenticator apps all understand (RFC 6238): SHA-1, six digits, half a minute. */
const FORM = { issuer: ISSUER, algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** A new secret of 160 bits, as base32. Store it sealed: `siteSecret.seal('totp', secret)`. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator app reads from a QR code; `account` is the e-mail address shown in the app. */
export function totpUri({ secret, account }: { secret: string; account: string }): string {
  return new TOTP({ ...FORM, label: account, secret: Secret.fromBase32(secret) }).toString();
}

/**
 * The time step that a typed code belongs to, or null when it is wrong. A code of the step before or after is taken too, since
 * clocks differ and typing takes time. `lastStep` is the step of the last code that was taken: that code, and any before it, is
 * refused, so that a code works once. Store the step that this returns.
 */
export function totpStep(secret: string, code: string, now: Date, lastStep: number | null): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = TOTP.validate({ ...FORM, token, secret: Secret.fromBase32(secret), timestamp, window: 1 });
  if (delta === null) return null;
  const step = TOTP.counter({ period: FORM.period, timestamp }) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}
