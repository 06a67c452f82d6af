/** Whether two addresses name one issuer. Providers write theirs with a port or a slash that the file may leave out ("https://a:443"). */
export function sameIssuer(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href;
}
