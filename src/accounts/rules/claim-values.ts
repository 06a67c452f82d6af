/** What a provider says of a person: a JSON object from outside. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * Where a claim stands. As text, names joined by dots ("organisation.localAuthority.code"); as a list, one name each, for names
 * that hold dots themselves (["https://example.org/roles"]).
 */
export type ClaimPath = string | readonly string[];

/** One condition on claims: the claim has one of these values, or holds one of them if it is a list. Compared exactly. */
export interface ClaimCondition {
  claim: ClaimPath;
  is: readonly string[];
}

/** Whatever stands at the path. A list on the way, or at its end, is looked through: each of its members counts. */
export function nodesAt(claims: unknown, path: ClaimPath): unknown[] {
  const names = typeof path === 'string' ? path.split('.') : path;
  let nodes: unknown[] = [claims];
  for (const name of names) {
    nodes = nodes.flatMap((node) => membersOf(node)).flatMap((node) => memberNamed(node, name));
  }
  return nodes.flatMap((node) => membersOf(node));
}

/** The plain values at the path, as text: "821" for both 821 and "821". Null, objects and what is not there give nothing. */
export function valuesAt(claims: unknown, path: ClaimPath): string[] {
  return nodesAt(claims, path).flatMap((node) =>
    typeof node === 'string' || typeof node === 'number' || typeof node === 'boolean' ? [String(node)] : [],
  );
}

export function holds(claims: unknown, { claim, is }: ClaimCondition): boolean {
  return valuesAt(claims, claim).some((value) => is.includes(value));
}

function membersOf(node: unknown): unknown[] {
  return Array.isArray(node) ? node.flatMap((member) => membersOf(member)) : [node];
}

function memberNamed(node: unknown, name: string): unknown[] {
  // Own members only, so that a path such as "constructor.name" finds nothing that the provider did not say.
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) return [];
  return [(node as Record<string, unknown>)[name]];
}
