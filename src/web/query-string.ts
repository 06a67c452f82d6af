/** What an address asks for after its path; what is undefined is left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** "?order=name&page=2", or nothing where nothing is asked for. */
export function queryString(query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}
