import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type TokenClaims = Record<string, unknown>;

/** What to put into an ID token, and who signs it. */
export interface Forgery {
  claims: TokenClaims;
  /** 'own' is the key that the provider publishes; 'other' a key of somebody else, under the same name; 'none' is no signature. */
  signedBy?: 'own' | 'other' | 'none';
  /** What it says when asked for more about the person; by default the same subject. */
  userInfo?: TokenClaims;
}

export interface HostileProvider {
  issuer: string;
  /** Another name to go by in what it says of itself; null for its own. */
  saysIssuer: string | null;
  /** Whatever code is brought, the answer is made of this. */
  next: Forgery | null;
  /** What was brought to the token endpoint last. */
  lastTokenRequest: URLSearchParams | null;
  close(): Promise<void>;
}

/** A provider that does what it is told: well-formed answers around ID tokens that should not be believed. */
export async function startHostileProvider(): Promise<HostileProvider> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const given: HostileProvider = {
    issuer,
    saysIssuer: null,
    next: null,
    lastTokenRequest: null,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  const answers: Record<string, () => unknown> = {
    '/.well-known/openid-configuration': () => ({
      issuer: given.saysIssuer ?? issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
    }),
    '/keys': () => ({
      keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
    }),
    '/token': () => {
      const { claims, signedBy = 'own' } = given.next!;
      const key = { own: own.privateKey, other: other.privateKey, none: null }[signedBy];
      return { access_token: 'x', token_type: 'bearer', id_token: tokenOf(claims, key) };
    },
    '/userinfo': () => given.next!.userInfo ?? { sub: given.next!.claims.sub },
  };
  server.on('request', async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    if (request.url === '/token') given.lastTokenRequest = new URLSearchParams(body);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers[request.url ?? '']?.() ?? {}));
  });
  return given;
}

function tokenOf(claims: TokenClaims, key: KeyObject | null): string {
  const header = key === null ? { alg: 'none' } : { alg: 'RS256', kid: 'one' };
  const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${key === null ? '' : sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}
