import { resolve } from 'node:path';
import { z } from 'zod';

/** Settings that a person can make; see README. This file is the only reader of the environment. */
export interface Config {
  /** Folder that holds the embedded database; absolute. */
  home: string;
  /** Connection string of a PostgreSQL kept elsewhere, or null to run the embedded one. */
  databaseUrl: string | null;
  port: number;
  /** Address to listen on. Loopback unless HOST says otherwise. */
  host: string;
  /** Colour in output for people. */
  colour: boolean;
}

/** A setting that cannot work; its message is one line that says the mend. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((n) => n <= 65_535);

/**
 * Reads the settings from environment variables.
 * Throws ConfigError with one line that names the variable, its value and the mend.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env, stdoutIsTerminal = process.stdout.isTTY): Config {
  const portText = env.PORT ?? '3000';
  const parsedPort = port.safeParse(portText);
  if (!parsedPort.success) {
    throw new ConfigError(`PORT is "${portText}": set it to a whole number from 0 to 65535, for example PORT=3000`);
  }
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new ConfigError(
      'DATABASE_URL is not a PostgreSQL address: write it as postgres://user:password@host:5432/name, or unset it to use the embedded database',
    );
  }
  return {
    home: resolve(env.ALONGSIDE_HOME || '.alongside'),
    databaseUrl,
    port: parsedPort.data,
    host: env.HOST || '127.0.0.1',
    colour: stdoutIsTerminal && !env.NO_COLOR,
  };
}
