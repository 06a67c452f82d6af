import { areaSlug } from './area-slug.ts';
import { authoritiesAfter, type AuthorityChange, endOf } from './authority-changes.ts';
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
 * that one other followed is read as that one; of several, the reader says which.
 */
export function areaNamed(
  areas: readonly NamedArea[],
  text: string,
  changes: readonly AuthorityChange[] = [],
): AreaNamed {
  const typed = text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
  if (/^\d+$/.test(typed)) {
    const area = areas.find(({ code }) => String(code) === typed);
    if (area) return { ok: true, area };
    const ended = endOf(changes, Number(typed));
    return ended
      ? followed(areas, changes, ended)
      : { ok: false, reason: `No local authority has the code ${typed}. ${EXAMPLE}` };
  }
  const plain = plainName(typed);
  if (plain === '') return { ok: false, reason: `Say which area. ${EXAMPLE}` };
  const area = areas.find(({ name }) => plainName(name) === plain);
  if (area) return { ok: true, area };
  const ended = changes.find(({ from }) => plainName(from.name) === plain);
  if (ended) return followed(areas, changes, ended);
  const near = nearest(areas, plain).map(({ name, code }) => `${name} (${code})`);
  const mend = near.length === 0 ? EXAMPLE : `Did you mean ${near.join(' or ')}?`;
  return { ok: false, reason: `There is no local authority called "${typed}". ${mend}` };
}

function followed(areas: readonly NamedArea[], changes: readonly AuthorityChange[], ended: AuthorityChange): AreaNamed {
  const now = authoritiesAfter(changes, ended.from.code);
  const [one] = now;
  const area = now.length === 1 ? areas.find(({ code }) => code === one?.code) : undefined;
  if (area) return { ok: true, area };
  const names = now.map(({ name, code }) => `${name} (${code})`).join(' and ');
  const { name, code } = ended.from;
  return { ok: false, reason: `${name} (${code}) ended on ${dayText(ended.on)}. Its schools are now in ${names}.` };
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
