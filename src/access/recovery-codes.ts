import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base32: no letter that is read as a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 6;
const GROUP = 4;

/**
 * `count` codes that each stand in once for the second factor, such as "7Q2M-X0KD-…", to be shown once and printed. 120 bits each,
 * so that a plain hash keeps them (OWASP ASVS 5.0, 6.5.2).
 */
export function newRecoveryCodes(count: number): string[] {
  return Array.from({ length: count }, newCode);
}

/** What is stored of a code. Typed with other spaces, dashes or case, or with O for 0 and I or L for 1, it is the same code. */
export function hashOfRecoveryCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return createHash('sha256').update(plain).digest('hex');
}

function newCode(): string {
  const signs = Array.from(randomBytes(GROUPS * GROUP), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return signs.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-');
}
