import { ConfigError } from '../config.ts';
import { DatabaseError } from '../db/database-error.ts';
import { InstanceFileError } from '../matching/schema/instance-file.ts';
import { ImportError } from '../opendata/rules/import-error.ts';
import { PolicyError } from '../policies.ts';
import { CommandError } from './command-error.ts';

const FOR_PEOPLE = [CommandError, ConfigError, DatabaseError, ImportError, InstanceFileError, PolicyError];

/** An error as text for the person at the keyboard: its message where it was written for people, else its stack, since it is a fault of ours. */
export function forPeople(error: unknown): string {
  if (FOR_PEOPLE.some((kind) => error instanceof kind)) return `alongside: ${(error as Error).message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
