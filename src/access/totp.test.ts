import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { newTotpSecret, totpStep, totpUri } from './totp.ts';

// The secret and the codes of RFC 6238, appendix B (SHA-1), their last six digits.
const RFC = Secret.fromLatin1('12345678901234567890').base32;

describe('codes of an authenticator app', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [20_000_000_000, '353130', 666_666_666],
  ])('takes the code of RFC 6238 at %i s', (seconds, code, step) => {
    expect(totpStep(RFC, code, new Date(seconds * 1000), null)).toBe(step);
  });

  it('takes one step either side, and no further', () => {
    const steps = [1_111_111_049, 1_111_111_050, 1_111_111_139, 1_111_111_140].map((seconds) =>
      totpStep(RFC, '081804', new Date(seconds * 1000), null),
    );
    expect(steps).toEqual([null, 37_037_036, 37_037_036, null]);
  });

  it('takes a code once, and none before it', () => {
    const now = new Date(59_000);
    expect(totpStep(RFC, '287082', now, 0)).toBe(1);
    expect(totpStep(RFC, '287082', now, 1)).toBeNull();
    expect(totpStep(RFC, '287082', now, 2)).toBeNull();
  });

  it('forgives spaces and nothing else', () => {
    expect(totpStep(RFC, ' 287 082 ', new Date(59_000), null)).toBe(1);
    for (const code of ['', '28708', '2870822', '28708a', '287083', '２８７０８２']) {
      expect(totpStep(RFC, code, new Date(59_000), null), code).toBeNull();
    }
  });

  it('are made from a new secret each time, that an app can read', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(secret).not.toBe(newTotpSecret());
    const uri = totpUri({ secret, account: 'jo+a:b@example.org' });
    expect(uri).toMatch(/^otpauth:\/\/totp\/Alongside:/);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: 59_000 });
    expect(totpStep(secret, code, new Date(59_000), null)).toBe(1);
  });
});
