import type { SiteSecret } from '../../access/secret.ts';

const USE = 'news mail';

/** What the link in a letter of news proves itself by: it ends this one subscription and nothing else, and never runs out. */
export function unsubscribeToken(secret: Pick<SiteSecret, 'sign'>, subscriptionId: string): string {
  return `${subscriptionId}.${secret.sign(USE, subscriptionId)}`;
}

/** The subscription that a token ends; null for a token that this site did not make. */
export function subscriptionOf(secret: Pick<SiteSecret, 'isSigned'>, token: string): string | null {
  const [id = '', tag = ''] = token.split('.');
  return secret.isSigned(USE, id, tag) ? id : null;
}
