import { dictionary } from '@zxcvbn-ts/language-common';
import { hash, needsRehash, verify } from 'argon2';

/** OWASP Password Storage Cheat Sheet (2025), argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The password as argon2id in its own notation, with a salt of its own. */
export function hashPassword(text: string): Promise<string> {
  return hash(normalised(text), COST);
}

let hashOfNothing: Promise<string> | undefined;

/**
 * Whether the password is the one of the hash. With null, for somebody who has none, it does the same work and says no, so that
 * the time taken does not tell who has an account.
 */
export async function verifyPassword(stored: string | null, text: string): Promise<boolean> {
  hashOfNothing ??= hashPassword('nobody has this password');
  const matches = await verify(stored ?? (await hashOfNothing), normalised(text));
  return stored !== null && matches;
}

/** Whether a hash was made at another cost than today's, so that it is made anew when its password is next known. */
export function isOutdated(stored: string): boolean {
  return needsRehash(stored, COST);
}

/** For whom a password is chosen: what others know of a person is no secret of theirs. */
export interface PasswordOwner {
  name: string;
  email: string;
}

/**
 * Why a password cannot be taken, as a sentence to show beside its field; null when it can. By length, and by the bundled list of
 * common and breached passwords, as NIST SP 800-63B-4 (section 3.1.1.2) asks; no rules about kinds of characters, as it asks too.
 */
export function passwordFault(
  text: string,
  { policy, person }: { policy: { password: { shortest: number; longest: number } }; person: PasswordOwner },
): string | null {
  const { shortest, longest } = policy.password;
  const typed = normalised(text);
  const { length } = Array.from(typed);
  if (length < shortest) return `Password must be ${shortest} characters or more`;
  if (length > longest) return `Password must be ${longest} characters or fewer`;
  if (isCommon(typed) || isPattern(typed)) return 'Choose a password that is harder to guess: many people use this one';
  if (isMadeOf(wordsOf(person), typed)) {
    return 'Choose a password that is harder to guess: this one is made of your name, your email address or the name of this service';
  }
  return null;
}

/** One text has several spellings in Unicode; keyboards differ in which they send. */
function normalised(text: string): string {
  return text.normalize('NFC');
}

const COMMON = new Set(dictionary['passwords-common'].map((one) => one.toLowerCase()));

/** On the list, whatever the case, and whatever digits and signs stand before and after: few of the list are long by themselves. */
function isCommon(typed: string): boolean {
  const small = typed.toLowerCase();
  return COMMON.has(small) || COMMON.has(withoutEnds(small));
}

function withoutEnds(small: string): string {
  return small.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

/** A few characters over and over ("abcabcabcabc", "passwordpassword"), or in the order of the alphabet or of counting. */
function isPattern(typed: string): boolean {
  const [, repeated] = /^(.+?)\1+$/su.exec(typed.toLowerCase()) ?? [];
  if (repeated !== undefined && (repeated.length <= 4 || COMMON.has(repeated))) return true;
  const codes = Array.from(typed, (one) => one.codePointAt(0)!);
  const steps = new Set(codes.slice(1).map((code, n) => code - codes[n]!));
  // After nine comes nought.
  for (const wrap of [-9, 9]) steps.delete(wrap);
  return steps.size <= 1 && [1, -1].includes([...steps][0] ?? 1);
}

const SHORTEST_WORD = 3;

function wordsOf({ name, email }: PasswordOwner): string[] {
  const address = normalised(email).toLowerCase();
  const text = normalised(`alongside ${name} ${email}`).toLowerCase();
  const words = [address, address.split('@')[0]!, ...text.split(/[^\p{L}]+/u)];
  // The longest first: "ann" must not break up "hannah".
  return words.filter((word) => word.length >= SHORTEST_WORD).toSorted((a, b) => b.length - a.length);
}

/** Nothing but these words, digits and signs, and perhaps one common password. */
function isMadeOf(words: readonly string[], typed: string): boolean {
  const small = typed.toLowerCase();
  const rest = words.reduce((left, word) => left.replaceAll(word, ' '), small);
  if (rest === small) return false;
  const letters = rest.replaceAll(/[^\p{L}]/gu, '');
  return letters.length < SHORTEST_WORD || COMMON.has(withoutEnds(rest));
}
