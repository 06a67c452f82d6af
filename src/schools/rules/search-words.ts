// What people and registers write in several ways, each brought to one.
const ONE_WAY: readonly (readonly [RegExp, string])[] = [
  [/\b(church of england|c of e|cofe|c e)\b/g, 'ce'],
  [/\b(roman catholic|rc)\b/g, 'catholic'],
  [/\bsaints?\b/g, 'st'],
  [/\bjnr\b/g, 'junior'],
];

/**
 * The words of a name or of what was typed, in the one form in which they are compared: small letters without accents and
 * apostrophes ("St Mary's" gives `st`, `marys`), and one spelling for what is written in several ways ("C of E" gives `ce`).
 */
export function searchWords(text: string): string[] {
  let plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  for (const [ways, one] of ONE_WAY) plain = plain.replace(ways, one);
  return plain === '' ? [] : plain.split(' ');
}
