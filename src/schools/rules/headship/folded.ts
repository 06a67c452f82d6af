/** A name for comparing: small letters without accents; apostrophes and dots left out, other marks as one space. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replaceAll(/['’`]/g, '')
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
}

/** The words of a name, folded. */
export function wordsOf(text: string): string[] {
  const words = folded(text);
  return words === '' ? [] : words.split(' ');
}
