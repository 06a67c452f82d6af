import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Claims of an account besides `sub`, and how it signs in. */
export interface Account {
  claims?: Record<string, unknown>;
  acr?: string;
  amr?: string[];
}

export interface TestProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** By subject; tests add to it. */
  accounts: Record<string, Account>;
  /** Who signs in at the next visit, without a page in between; null to be asked, 'decline' to say no. */
  nextToSignIn: string | null;
  close(): Promise<void>;
}

const CLIENT = { id: 'alongside', secret: 'a secret that the two share' };

/**
 * A real OpenID provider on a free port, with a signing key of its own and one client, the site. Its page asks who one is and takes
 * everybody's word. `siteUrl` says where it sends people back to.
 */
export async function startProvider(siteUrl: string, id = 'test'): Promise<TestProvider> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Another name than the site's, so that a browser takes the two for different sites.
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const given: TestProvider = {
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    accounts: {},
    nextToSignIn: null,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${siteUrl}/sign-in/callback/${id}`],
        post_logout_redirect_uris: [`${siteUrl}/sign-in`],
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    claims: {
      openid: ['sub', 'acr', 'amr'],
      profile: ['name', 'given_name', 'family_name'],
      email: ['email', 'email_verified'],
      organisation: ['organisation', 'organisations', 'roles', 'groups'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...given.accounts[subject]?.claims }),
    }),
    // Nobody is asked whether the site may know who they are.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
      grant.addOIDCScope('openid profile email organisation');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void interact(provider, given, request, response);
    else void answer(request, response);
  });
  return given;
}

/** The sign-in page: a form with a field for the subject, or straight on for whoever is next. */
async function interact(
  provider: Provider,
  given: TestProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let subject = given.nextToSignIn;
  given.nextToSignIn = null;
  if (request.method === 'POST') {
    let body = '';
    for await (const part of request) body += String(part);
    subject = new URLSearchParams(body).get('subject');
  }
  if (subject === null) {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>Test provider</title><h1>Test provider</h1><form method="post"><label>Who are you? <input name="subject"></label><button>Go</button></form>`,
    );
    return;
  }
  if (subject === 'decline') {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
    return;
  }
  const { acr, amr } = given.accounts[subject] ?? {};
  await provider.interactionFinished(request, response, {
    login: { accountId: subject, ...(acr && { acr }), ...(amr && { amr }) },
  });
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' } as { kty: 'RSA' };
}
