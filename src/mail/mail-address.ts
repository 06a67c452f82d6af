/**
 * Whether a text is one plain address: no list, no name, no line end, nothing that a mail server could read as more than one
 * recipient or as a header. Narrower than what mail allows, as the forms of the site are.
 */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s\p{C}@<>()[\]\\,;:"]+@[^\s\p{C}@<>()[\]\\,;:"]+$/u.test(text);
}
