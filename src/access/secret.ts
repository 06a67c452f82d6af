import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/** The site's own key material: one secret, from which a key is derived for each use so that no two uses share one. */
export interface SiteSecret {
  /** A tag that only this site can make for a text, in base64url. `use` names what it is for. */
  sign(use: string, text: string): string;
  /** Whether the tag is this site's, compared in constant time. */
  isSigned(use: string, text: string, tag: string): boolean;
  /** The text encrypted and sealed (AES-256-GCM), as base64url. */
  seal(use: string, text: string): string;
  /** The text again. Throws when it was sealed with another secret, for another use, or was changed. */
  open(use: string, sealed: string): string;
}

/** The secret of the settings, or the one kept in `home`, made at the first start and readable by its owner alone. */
export function siteSecret({ secret, home }: Pick<Config, 'secret' | 'home'>): SiteSecret {
  return secretFrom(secret ?? keptSecret(home));
}

export function secretFrom(secret: string): SiteSecret {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'alongside', use, 32));
  const sign = (use: string, text: string) => createHmac('sha256', key(use)).update(text).digest('base64url');
  return {
    sign,
    isSigned: (use, text, tag) => {
      const [ours, theirs] = [Buffer.from(sign(use, text)), Buffer.from(tag)];
      return ours.length === theirs.length && timingSafeEqual(ours, theirs);
    },
    seal: (use, text) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(use), iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (use, sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key(use), bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}

/** A token that cannot be guessed (256 bits), for a cookie or a link. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: enough to recognise it, useless to whoever reads the table. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function keptSecret(home: string): string {
  const file = join(home, 'secret');
  mkdirSync(home, { recursive: true });
  try {
    // Refused when it is there: of two processes that start at once, one makes it and both read it.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
