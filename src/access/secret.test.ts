import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hashOfToken, newToken, secretFrom, siteSecret } from './secret.ts';

const home = mkdtempSync(join(tmpdir(), 'alongside-secret-'));
afterAll(() => rmSync(home, { recursive: true }));

describe('the secret of the site', () => {
  const ours = secretFrom('one secret of thirty-two characters');
  const theirs = secretFrom('another secret, as long as the first');

  it('signs for one use and one text', () => {
    const tag = ours.sign('form', 'session 1');
    expect(ours.isSigned('form', 'session 1', tag)).toBe(true);
    expect(ours.isSigned('form', 'session 2', tag)).toBe(false);
    expect(ours.isSigned('mail', 'session 1', tag)).toBe(false);
    expect(theirs.isSigned('form', 'session 1', tag)).toBe(false);
    expect(ours.isSigned('form', 'session 1', '')).toBe(false);
  });

  it('seals a text so that it comes back whole or not at all, and never twice the same', () => {
    const sealed = ours.seal('totp', 'JBSWY3DPEHPK3PXP');
    expect(ours.open('totp', sealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(ours.seal('totp', 'JBSWY3DPEHPK3PXP')).not.toBe(sealed);
    expect(() => theirs.open('totp', sealed)).toThrow(/authenticate/);
    expect(() => ours.open('other', sealed)).toThrow(/authenticate/);
    const changed = Buffer.from(sealed, 'base64url');
    changed[changed.length - 1]! ^= 1;
    expect(() => ours.open('totp', changed.toString('base64url'))).toThrow(/authenticate/);
  });

  it('is made once in the home folder, for its owner alone, and kept', () => {
    const tag = siteSecret({ secret: null, home }).sign('form', 'x');
    expect(siteSecret({ secret: null, home }).isSigned('form', 'x', tag)).toBe(true);
    expect(statSync(join(home, 'secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(home, 'secret'), 'utf8').length).toBeGreaterThanOrEqual(43);
  });

  it('gives tokens that differ, and stores of them what does not open them', () => {
    const [one, other] = [newToken(), newToken()];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url')).toHaveLength(32);
    expect(hashOfToken(one)).not.toContain(one);
  });
});
