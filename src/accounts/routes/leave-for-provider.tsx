import type { Context } from 'hono';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/render.tsx';
import { LeavingForProvider } from '../pages/leaving-for-provider.tsx';
import { endSessionAt } from '../queries/ask-provider.ts';
import type { Provider } from '../queries/providers.ts';
import { sameIssuer } from '../rules/same-issuer.ts';

/**
 * Sends the browser on to a provider by a page of ours. A redirect would do where the content security policy did not hold forms to
 * this site: browsers hold a form's redirects to it too, through every address that the provider passes on to.
 */
export function leaveForProvider(c: Context, { name }: Provider, url: URL, deed: 'sign in' | 'sign out') {
  c.header('Refresh', `0; url=${url.href}`);
  return page(c, <LeavingForProvider name={name} url={url.href} deed={deed} />);
}

/**
 * After our own session has ended: sends the browser to end its session at the provider that signed it in, or gives null when there
 * is nowhere to send it. `issuer` is that of the session.
 */
export async function signOutAtProvider(
  c: Context,
  { providers, siteUrl }: { providers: readonly Provider[]; siteUrl: string },
  issuer: string | null,
): Promise<Response | null> {
  const provider = issuer === null ? undefined : providers.find((one) => sameIssuer(one.issuer, issuer));
  if (provider === undefined) return null;
  const url = await endSessionAt(provider, siteUrl + paths.signIn());
  return url === null ? null : leaveForProvider(c, provider, url, 'sign out');
}
