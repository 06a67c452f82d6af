/** Control and format characters and every kind of line end become a space. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** Paragraphs stay; control characters go. */
export function plain(text: string): string {
  return text
    .replaceAll(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replaceAll(/[^\P{C}\n\t]/gu, '')
    .trim();
}
