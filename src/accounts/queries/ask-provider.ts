import {
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientError,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
} from 'openid-client';
import type { Claims } from '../rules/claim-values.ts';
import type { ProviderFailure, ProviderSays } from '../rules/provider-says.ts';
import type { Provider } from './providers.ts';

/** What a sign-in must come back with, known to this site alone until then. */
export interface ProviderChecks {
  state: string;
  nonce: string;
  verifier: string;
}

export type Asked<T> = ({ ok: true } & T) | { ok: false; failure: ProviderFailure };

/** Where to send the browser so that the provider signs its person in, with fresh checks (RFC 7636 S256, RFC 9700). */
export async function authorizationAt(
  provider: Provider,
  redirectUri: string,
): Promise<Asked<{ url: URL; checks: ProviderChecks }>> {
  const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  try {
    const configuration = await provider.configuration();
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: provider.scope,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: 'S256',
    });
    return { ok: true, url, checks };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/**
 * Trades the code that came back for what the provider says of the person. `returned` is our own callback address with the query
 * that came. The library checks state, `iss`, the token's signature, issuer, audience, times and nonce, and PKCE proves the code ours.
 */
export async function answerOf(
  provider: Provider,
  returned: URL,
  { state, nonce, verifier }: ProviderChecks,
): Promise<Asked<{ says: ProviderSays }>> {
  try {
    const configuration = await provider.configuration();
    const tokens = await authorizationCodeGrant(configuration, returned, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const idToken = tokens.claims();
    if (idToken === undefined) return { ok: false, failure: { kind: 'not to be believed', reason: 'no ID token' } };
    const { userinfo_endpoint: endpoint } = configuration.serverMetadata();
    const more: Claims =
      provider.userInfo && endpoint !== undefined
        ? await fetchUserInfo(configuration, tokens.access_token, idToken.sub)
        : {};
    // What is signed outweighs what is not.
    return { ok: true, says: { issuer: idToken.iss, subject: idToken.sub, idToken, claims: { ...more, ...idToken } } };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/**
 * Where a browser ends its session at the provider, or null when there is no such place or the provider does not answer: a sign-out
 * here does not fail with one there.
 */
export async function endSessionAt(provider: Provider, returnTo: string): Promise<URL | null> {
  try {
    const configuration = await provider.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnTo });
  } catch {
    return null;
  }
}

/** What went wrong, in words for the trail that hold nothing of what was sent. */
function failureOf(error: unknown): ProviderFailure {
  if (error instanceof AuthorizationResponseError) {
    const reason = plain(error.error);
    return { kind: reason === 'access_denied' ? 'declined' : 'refused', reason };
  }
  if (error instanceof ResponseBodyError) return { kind: 'refused', reason: plain(error.error) };
  const code = error instanceof ClientError ? (error.code ?? 'unknown') : null;
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return { kind: 'silent', reason: 'no answer in time' };
  if (code !== null) return { kind: 'not to be believed', reason: code };
  // What `fetch` throws when nobody answers.
  if (error instanceof TypeError) return { kind: 'silent', reason: 'no answer' };
  throw error;
}

/** An error code of the provider as OAuth writes them; anything else is not repeated. */
function plain(code: string): string {
  return /^[a-z_]{1,60}$/.test(code) ? code : 'unknown error';
}
