// Words that registers write in several ways, each as it is compared. Only whole words are taken, after case and marks are gone.
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/\bsaint\b/g, 'st'],
  [/\b(church of england|c of e|cofe|ce)\b/g, 'ce'],
  [/\b(roman catholic|rc)\b/g, 'rc'],
];

/**
 * Whether two registers write the same name: letters apart by case, accents, marks and spaces are the same, as are "&" and
 * "and", "Saint" and "St", "Church of England" and "CofE", and a name with or without "The" before it.
 */
export function sameName(one: string, other: string): boolean {
  return one === other || plainName(one) === plainName(other);
}

/** Whether two registers write the same category, as "Academy Converter" and "Academy converter". */
export function sameCategory(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

function plainName(name: string): string {
  return ALIKE.reduce((text, [written, as]) => text.replace(written, as), plain(name)).replace(/^the /, '');
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[\p{M}'’`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
