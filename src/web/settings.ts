import type { SiteSecret } from '../access/secret.ts';
import type { Role } from '../access/roles.ts';

/** What the web side needs to know of the site it serves. */
export interface SiteSettings {
  /** Where people find the site, without a slash at the end, for example "https://alongside.example.org". Never taken from a request. */
  siteUrl: string;
  secret: SiteSecret;
  /** How many proxies of one's own stand in front, each adding whom it heard from to X-Forwarded-For. */
  proxies: number;
  /** One-click invented people and the outbox page. */
  demonstration: boolean;
  /** Roles that must have signed in with a second factor. */
  secondFactorRoles: readonly Role[];
}

/** Cookies are bound to the host and to TLS wherever the site has TLS. */
export function isSecure({ siteUrl }: Pick<SiteSettings, 'siteUrl'>): boolean {
  return siteUrl.startsWith('https://');
}
