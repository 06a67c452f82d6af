/** The address of an invented person. Its ending is kept for names that do not exist (RFC 2606), so that no mail can arrive. */
export function demonstrationEmail(key: string): string {
  return `${key}@demonstration.invalid`;
}

/** The person's name in the policy file, from the address. */
export function demonstrationKey(email: string): string {
  return email.slice(0, email.lastIndexOf('@'));
}
