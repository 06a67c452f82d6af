import { type Command, Option } from 'commander';
import type { Kysely } from 'kysely';
import { readConfig } from '../config.ts';
import type { Database } from '../db/schema.ts';
import { registerAsAt } from '../opendata/queries/register-as-at.ts';
import { schoolName } from '../schools/queries/school-name.ts';
import { similarPolicyAsAt, similarSchools } from '../similar/queries.ts';
import { similarOfAll } from '../similar/queries/similar-of-all.ts';
import { NEARBY_AMONG } from '../similar/rules/nearby.ts';
import { urn, wholeNumber } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { filesAnswer, filesOf } from './files-named.ts';
import { answer } from './output.ts';
import { writeAllSimilar } from './similar-all.ts';
import { similarAnswer, sourcesOfResults } from './similar-answer.ts';
import { similarText } from './similar-text.ts';
import { withData } from './with-database.ts';

interface Options {
  urn?: number;
  all?: true;
  out?: string;
  k: number;
  km?: number;
  json?: true;
}

const DEFAULT_K = 20;

/** `bin/alongside similar --urn N`: the schools most like a school; `--all --out FILE`: those of every school, as CSV. */
export function similarCommand(program: Command): Command {
  const command = program
    .command('similar')
    .description("The schools whose context is most like a school's, and which of them did better")
    .addOption(new Option('--urn <number>', 'the school, by its six digits').argParser(urn))
    .addOption(new Option('--all', 'every school of England, in a file').conflicts(['urn', 'km', 'json']))
    .addOption(new Option('--out <file>', 'with --all: the CSV file to write').conflicts(['urn', 'km', 'json']))
    .option('--k <number>', 'how many to list', wholeNumber(1), DEFAULT_K)
    .option('--km <number>', 'how far counts as nearby, in kilometres; by default as the policy says', wholeNumber(1))
    .option('--json', 'print the answer as JSON');
  return command.action(({ urn: number, all, out, k, km, json }: Options) => {
    if (number !== undefined) return withData('similar', ({ db }) => tellSchool(db, number, { k, km, json }));
    if (all !== undefined && out !== undefined) return withData('similar', ({ db }) => writeAll(db, k, out));
    return command.error("error: say which: '--urn <number>' for a school or '--all --out <file>' for all of England");
  });
}

async function tellSchool(
  db: Kysely<Database>,
  number: number,
  { k, km, json }: Pick<Options, 'k' | 'km' | 'json'>,
): Promise<void> {
  const [school, asAt] = await Promise.all([schoolName(db, number), registerDay(db)]);
  if (school === null) {
    throw new CommandError(`There is no school with URN ${number}: check the number, or search for the school`);
  }
  const held = similarPolicyAsAt(asAt);
  const policy = km === undefined ? held : { ...held, nearbyKm: km };
  const similar = await similarSchools(db, number, { policy, asAt, k: Math.max(k, NEARBY_AMONG) });
  if (similar === null) {
    throw new CommandError(
      `Only open mainstream schools are compared, and ${school.name} (${number}) is not among them`,
    );
  }
  const files = await filesOf(db, sourcesOfResults(similar, k));
  answer(similarAnswer(similar, k, filesAnswer(files)), json, () => similarText(similar, k, readConfig()));
}

async function writeAll(db: Kysely<Database>, k: number, out: string): Promise<void> {
  const all = await similarOfAll(db, similarPolicyAsAt(await registerDay(db)), k);
  writeAllSimilar(out, all);
  const schools = all.reduce((sum, { space }) => sum + space.urns.length, 0);
  console.error(`Wrote the ${k} most similar schools of each of ${schools} to ${out}`);
}

async function registerDay(db: Kysely<Database>): Promise<string> {
  const asAt = await registerAsAt(db);
  if (asAt === null) throw new CommandError('No register of schools is loaded: load the published data first');
  return asAt;
}
