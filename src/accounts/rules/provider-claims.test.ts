import { describe, expect, it } from 'vitest';
import { hasSecondFactor, nameOf, trustedEmail } from './provider-claims.ts';

describe('what is taken from a provider at the first sign-in', () => {
  const verified = { trustsEmail: 'verified', emailVerifiedClaim: 'email_verified' } as const;

  it('takes an address in small letters, when it may be believed', () => {
    expect(trustedEmail({ email: 'A@B.example', email_verified: true }, verified)).toBe('a@b.example');
    expect(trustedEmail({ email: 'a@b.example,c', email_verified: true }, verified)).toBeNull();
    expect(trustedEmail({ email: 'A@B.example', email_verified: 'true' }, verified)).toBe('a@b.example');
    expect(trustedEmail({ email: 'a@b.example', edov: 1 }, { ...verified, emailVerifiedClaim: 'edov' })).toBe(
      'a@b.example',
    );
    expect(trustedEmail({ email: 'a@b.example' }, { ...verified, trustsEmail: 'always' })).toBe('a@b.example');
  });

  it.each([
    [{ email: 'a@b.example' }],
    [{ email: 'a@b.example', email_verified: false }],
    [{ email: 'a@b.example', email_verified: 'no' }],
    [{ email: 'a@b.example\r\nBcc: c@d.example', email_verified: true }],
    [{ email: 'a@b@c.example', email_verified: true }],
    [{ email: 'a\u0000@b.example', email_verified: true }],
    [{ email: ['a@b.example'], email_verified: true }],
    [{ email_verified: true }],
  ])('takes no address from %j', (claims) => {
    expect(trustedEmail(claims, verified)).toBeNull();
  });

  it('takes none from a provider that is never trusted on it', () => {
    expect(
      trustedEmail({ email: 'a@b.example', email_verified: true }, { ...verified, trustsEmail: 'never' }),
    ).toBeNull();
  });

  it('finds a name, without what cannot be seen', () => {
    expect(nameOf({ name: ' Ada\u0000\nB ' }, 'X')).toBe('Ada B');
    expect(nameOf({ given_name: 'Ada', family_name: 'B' }, 'X')).toBe('Ada B');
    expect(nameOf({ name: '', email: 'a@b.example' }, 'X')).toBe('a@b.example');
    expect(nameOf({ name: 7 }, 'X')).toBe('X');
    expect(nameOf({ name: 'y'.repeat(500) }, 'X')).toHaveLength(200);
  });

  it('takes a second factor as assured by what the token names', () => {
    expect(hasSecondFactor({ amr: ['pwd', 'mfa'] }, { amr: ['mfa'] })).toBe(true);
    expect(hasSecondFactor({ acr: 'high' }, { acr: ['high'], amr: ['mfa'] })).toBe(true);
    expect(hasSecondFactor({ amr: ['pwd'] }, { amr: ['mfa'] })).toBe(false);
    expect(hasSecondFactor({}, { acr: ['high'] })).toBe(false);
    expect(hasSecondFactor({}, true)).toBe(true);
    expect(hasSecondFactor({ amr: ['mfa'] }, false)).toBe(false);
  });
});
