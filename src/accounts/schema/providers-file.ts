import { z } from 'zod';
import { ORGANISATION_KINDS, ROLES } from '../../access/roles.ts';
import { words } from '../../policies.ts';

const claimPath = z.union([words, z.array(words).min(1)], {
  error: 'write a claim as "organisation.urn", or as a list of names where a name holds a dot',
});

const condition = z.strictObject({ claim: claimPath, is: z.array(words).min(1) });

const organisation = z
  .strictObject({
    kind: z.enum(ORGANISATION_KINDS),
    keyFrom: claimPath.optional(),
    key: z.int().min(1).optional(),
    id: z.uuid().optional(),
  })
  .refine(({ keyFrom, key, id }) => [keyFrom, key, id].filter((one) => one !== undefined).length === 1, {
    error: 'give exactly one of "keyFrom", "key" and "id"',
  })
  .refine(({ kind, id }) => !['hub', 'diocese'].includes(kind) || id !== undefined, {
    error: 'a hub or a diocese has no key in the register: name it by its "id"',
  });

const mapping = z.strictObject({
  each: claimPath.optional(),
  when: z.array(condition).min(1),
  role: z.enum(ROLES),
  organisation,
});

const secondFactor = z.union(
  [
    z.boolean(),
    z
      .strictObject({ acr: z.array(words).min(1).optional(), amr: z.array(words).min(1).optional() })
      .refine(({ acr, amr }) => acr !== undefined || amr !== undefined),
  ],
  { error: 'write true, false, or the values that assure it, for example {"amr": ["mfa"]}' },
);

const issuer = z.string().refine(isSafeIssuer, {
  error:
    'write the address of the provider with https, without query or fragment (http is taken only for this machine itself)',
});

const provider = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'write it in small letters, digits and hyphens' }),
    name: words.max(60),
    issuer,
    clientId: words,
    clientSecret: words.optional(),
    /** A file that holds the secret and nothing else; a path from the folder of the providers file. */
    clientSecretFile: words.optional(),
    clientAuthentication: z.enum(['basic', 'post']).default('basic'),
    scope: z
      .string()
      .default('openid profile email')
      .refine((scope) => scope.split(' ').includes('openid'), { error: 'the scope must name openid' }),
    /** Whether to ask for claims beside those of the ID token. */
    userInfo: z.boolean().default(true),
    clockToleranceSeconds: z.int().min(0).max(300).default(30),
    assuresSecondFactor: secondFactor.default(false),
    trustsEmail: z.enum(['never', 'verified', 'always']).default('never'),
    emailVerifiedClaim: claimPath.default('email_verified'),
    /** What the ID token must say for anybody to be let in, for example that they belong to one domain. */
    requires: z.array(condition).default([]),
    roles: z.array(mapping).default([]),
  })
  .refine(({ clientSecret, clientSecretFile }) => (clientSecret === undefined) !== (clientSecretFile === undefined), {
    error: 'give exactly one of "clientSecret" and "clientSecretFile"',
  });

/** The file that OIDC_PROVIDERS names; docs/sign-in.md explains each key. */
export const providersFile = z.strictObject({
  providers: z
    .array(provider)
    .refine((providers) => new Set(providers.map(({ id }) => id)).size === providers.length, {
      error: 'two providers have the same "id"',
    })
    .refine(
      (providers) =>
        new Set(providers.map(({ issuer }) => (URL.canParse(issuer) ? new URL(issuer).href : issuer))).size ===
        providers.length,
      {
        error: 'two providers have the same "issuer"',
      },
    ),
});

export type ProviderSettings = Omit<z.infer<typeof provider>, 'clientSecretFile' | 'clientSecret'> & {
  clientSecret: string;
};

/** Tokens and codes travel to this address, so only TLS will do, but for a provider on the very machine. */
function isSafeIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

/** Whether an address is this machine itself. */
export function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
