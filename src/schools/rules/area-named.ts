import { areaSlug } from './area-slug.ts';
import { authoritiesAfter, type AuthorityHistory } from './authority-changes.ts';
import { dayText } from './figure-words.ts';
import { mistakesBetween } from './spelling.ts';

/** A local authority by its code of the Department for Education and its name. */
export interface NamedArea {
  code: number;
  name: string;
}

export type AreaNamed = { ok: true; area: NamedArea } | { ok: false; reason: string };

const MOST_SUGGESTED = 3;
const LONGEST_NAME = 60;

/**
 * The area that a text names, by its code (821) or its name in any case ("luton", "bristol" for "Bristol, City of").
 * A name that is not known is refused with the nearest ones; a part of a name is never taken for the whole. An authority
 * that one other followed is read as that one; of several, the reader says which. Of one that has not begun it is said when it does.
 */
export function areaNamed(
  areas: readonly NamedArea[],
  text: string,
  history: AuthorityHistory = { past: [], toCome: [] },
): AreaNamed {
  const typed = text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
  const isCode = /^\d+$/.test(typed);
  const plain = isCode ? '' : plainName(typed);
  if (!isCode && plain === '') return { ok: false, reason: `Say which area. ${EXAMPLE}` };
  const area = areas.find((one) => isCalled(one, typed));
  if (area) return { ok: true, area };
  const note = authorityNote(typed, history);
  const only = note?.now.length === 1 ? areas.find(({ code }) => code === note.now[0]?.code) : undefined;
  if (only) return { ok: true, area: only };
  if (note) return { ok: false, reason: note.words };
  if (isCode) return { ok: false, reason: `No local authority has the code ${typed}. ${EXAMPLE}` };
  const near = nearest(areas, plain).map(({ name, code }) => `${name} (${code})`);
  const mend = near.length === 0 ? EXAMPLE : `Did you mean ${near.join(' or ')}?`;
  return { ok: false, reason: `There is no local authority called "${typed}". ${mend}` };
}

/** What to say of an authority that does not stand on the day of the register. */
interface AuthorityNote {
  /** E.g. "Cumbria (909) ended on 1 April 2023. Its schools are now in Cumberland (942) and Westmorland and Furness (943)." */
  words: string;
  /** Those that followed an authority that ended; none for one that has not begun. */
  now: readonly NamedArea[];
}

/** What to say when a text names, by code or whole name, an authority that ended or has not begun; null when it names none. */
export function authorityNote(text: string, { past, toCome }: AuthorityHistory): AuthorityNote | null {
  const ended = past.find(({ from }) => isCalled(from, text));
  if (ended) {
    const { name, code } = ended.from;
    const now = authoritiesAfter(past, code);
    return { now, words: `${name} (${code}) ended on ${dayText(ended.on)}. Its schools are now in ${named(now)}.` };
  }
  const changes = toCome.filter(({ to }) => to.some((one) => isCalled(one, text)));
  const begun = changes[0]?.to.find((one) => isCalled(one, text));
  if (changes[0] === undefined || begun === undefined) return null;
  const until = dayText(changes[0].on);
  const before = named(changes.map(({ from }) => from));
  return {
    now: [],
    words: `${named([begun])} began on ${until}, after the day of the register held here. Its schools are still in ${before}.`,
  };
}

function named(areas: readonly NamedArea[]): string {
  return areas.map(({ name, code }) => `${name} (${code})`).join(' and ');
}

function isCalled({ code, name }: NamedArea, text: string): boolean {
  const typed = text.trim();
  return /^\d+$/.test(typed) ? String(code) === typed : plainName(name) === plainName(typed);
}

const EXAMPLE = 'Give its name or its three-digit code, for example Luton or 821.';

/** Names without what people leave out: "Bristol, City of" and "City of Bristol" are both `bristol`. */
function plainName(name: string): string {
  return areaSlug(name).replace(/^(city|county)-of-|-(city|county)-of$/g, '');
}

function nearest(areas: readonly NamedArea[], plain: string): NamedArea[] {
  const holding = areas.filter(({ name }) => plain.length > 2 && `-${plainName(name)}`.includes(`-${plain}`));
  if (holding.length > 0) return holding.slice(0, MOST_SUGGESTED);
  const most = Math.max(1, Math.floor(plain.length / 3));
  return areas
    .map((area) => ({ area, mistakes: leastMistakes(plain, plainName(area.name), most) }))
    .filter(({ mistakes }) => mistakes <= most)
    .toSorted((a, b) => a.mistakes - b.mistakes || a.area.name.localeCompare(b.area.name, 'en-GB'))
    .slice(0, MOST_SUGGESTED)
    .map(({ area }) => area);
}

// Of a long name people type the first word: "Bornemouth" for "Bournemouth, Christchurch and Poole".
function leastMistakes(plain: string, name: string, most: number): number {
  const first = name.split('-')[0] ?? name;
  return Math.min(mistakesBetween(plain, name, most), mistakesBetween(plain, first, most));
}
