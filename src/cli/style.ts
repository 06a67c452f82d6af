/** Makes words stand out on a terminal. */
export type Style = (text: string) => string;

/** Bold on a terminal; in a pipe or a file the words as they are. */
export function styled(colour: boolean): Style {
  return (text) => (colour ? `\x1b[1m${text}\x1b[22m` : text);
}
