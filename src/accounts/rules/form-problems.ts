/** Of each field that is wrong, the first thing to mend. `issues` as zod gives them, each with the path to its field. */
export function problemsByField(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): Record<string, string> {
  return Object.fromEntries(issues.toReversed().map(({ path, message }) => [String(path[0]), message]));
}

/** A field of a sent form as it was typed, to show it again; nothing for a file or a field sent twice. */
export function typedText(field: unknown): string | undefined {
  return typeof field === 'string' ? field : undefined;
}
