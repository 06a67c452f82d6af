import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { checked, PolicyError } from '../../policies.ts';
import { isLoopback, providersFile, type ProviderSettings } from '../schema/providers-file.ts';

/** An OpenID provider that people may sign in with. */
export interface Provider extends ProviderSettings {
  /** What the provider says of itself, asked when first needed and kept. Rejects when it does not answer; the next call asks again. */
  configuration(): Promise<Configuration>;
}

/** How long to wait for a provider, and how long what it says of itself is believed. */
const TIMEOUT_SECONDS = 10;
const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * The providers of the file, or none without a file. No provider is asked for anything yet, so that the site starts when one is
 * down. Throws PolicyError that names the file, the key and the mend.
 */
export function providersOf(file: string | null): readonly Provider[] {
  if (file === null) return [];
  const { providers } = checked(readJson(file), providersFile, file);
  return providers.map(({ clientSecretFile, clientSecret, ...settings }) => {
    const secret = clientSecret ?? readSecret(resolve(dirname(file), clientSecretFile!), `${file}: ${settings.id}`);
    const provider = { ...settings, clientSecret: secret };
    return { ...provider, configuration: kept(() => discover(provider)) };
  });
}

function discover(settings: ProviderSettings): Promise<Configuration> {
  const { issuer, clientId, clientSecret, clientAuthentication, clockToleranceSeconds } = settings;
  const server = new URL(issuer);
  const authentication = clientAuthentication === 'basic' ? ClientSecretBasic : ClientSecretPost;
  return discovery(
    server,
    clientId,
    { client_secret: clientSecret, [clockTolerance]: clockToleranceSeconds },
    authentication(clientSecret),
    {
      timeout: TIMEOUT_SECONDS,
      // By itself the library takes TLS for proof of where an ID token comes from; its signature is to be checked as well.
      execute: [enableNonRepudiationChecks, ...(isInsecure(server) ? [allowInsecureRequests] : [])],
    },
  );
}

/** Only a provider on this very machine is asked without TLS. */
function isInsecure(server: URL): boolean {
  return server.protocol === 'http:' && isLoopback(server);
}

/** Asks once and keeps the answer for a while; keeps no failure. */
function kept<T>(ask: () => Promise<T>): () => Promise<T> {
  let held: { answer: Promise<T>; until: number } | null = null;
  return () => {
    if (held !== null && held.until > Date.now()) return held.answer;
    const asked = { answer: ask(), until: Date.now() + KEPT_MS };
    held = asked;
    asked.answer.catch(() => {
      if (held === asked) held = null;
    });
    return asked.answer;
  };
}

function readJson(file: string): unknown {
  const text = read(file, `${file}: cannot be read. Set OIDC_PROVIDERS to the file with the providers, or unset it`);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would show a piece of the file, which holds secrets.
    throw new PolicyError(`${file}: is not JSON. Mend the file; a comma or bracket is likely to be missing.`);
  }
}

function readSecret(path: string, where: string): string {
  const secret = read(
    path,
    `${where}: "clientSecretFile" ${path} cannot be read. Correct the path or its rights`,
  ).trim();
  if (secret === '') throw new PolicyError(`${where}: "clientSecretFile" ${path} is empty. Put the secret in it.`);
  return secret;
}

function read(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new PolicyError(`${otherwise} (${(error as NodeJS.ErrnoException).code}).`);
  }
}
