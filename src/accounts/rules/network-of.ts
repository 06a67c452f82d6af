const MAPPED_IPV4 = /^::ffff:(?=[\d.]+$)/i;
/** Groups of an IPv6 address that name the network; the rest its holder chooses as they please. */
const NETWORK_GROUPS = 4;

/**
 * By what tries from an address are counted: an IPv4 address itself, of an IPv6 address the network (/64), since one subscriber has
 * as many addresses in it as they like. Null when the address is not known.
 */
export function networkOf(ip: string | null): string | null {
  const plain = ip?.replace(MAPPED_IPV4, '') ?? null;
  if (plain === null || !plain.includes(':')) return plain;
  const [before = '', after] = plain.split('::');
  const [head, tail] = [groups(before), groups(after ?? '')];
  const zeros = after === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  const network = [...head, ...zeros, ...tail].slice(0, NETWORK_GROUPS);
  return `${network.map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}

function groups(part: string): string[] {
  return part === '' ? [] : part.split(':');
}
