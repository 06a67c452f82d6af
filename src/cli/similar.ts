import { type Command, Option } from 'commander';
import type { Kysely } from 'kysely';
import { readConfig } from '../config.ts';
import type { Database } from '../db/schema.ts';
import type { MeasureCode } from '../opendata/rules/measures.ts';
import { registerAsAt } from '../opendata/queries/register-as-at.ts';
import { schoolName } from '../schools/queries/school-name.ts';
import { similarPolicyAsAt, similarSchools } from '../similar/queries.ts';
import { phaseGroupOfSchool } from '../similar/queries/school-traits.ts';
import { similarOfAll } from '../similar/queries/similar-of-all.ts';
import { CONTEXT_SET } from '../similar/rules/feature-set.ts';
import type { SchoolFilter } from '../similar/rules/school-filter.ts';
import { urn, wholeNumber } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { filesAnswer, filesOf } from './files-named.ts';
import { answer } from './output.ts';
import { writeAllSimilar } from './similar-all.ts';
import { similarAnswer, sourcesOfResults } from './similar-answer.ts';
import { checkSimilar } from './similar-check.ts';
import { filterPart, measure, ownFeature, setNamed } from './similar-options.ts';
import { similarText } from './similar-text.ts';
import { withData } from './with-database.ts';

interface Options {
  urn?: number;
  all?: true;
  out?: string;
  check?: true;
  k?: number;
  km?: number;
  set: string;
  filter: SchoolFilter;
  feature: Record<string, string>;
  measure?: MeasureCode;
  json?: true;
}

const DEFAULT_K = 20;

/**
 * `bin/alongside similar --urn N`: the schools most like a school; `--all --out FILE`: those of every school, as CSV;
 * `--check`: the sets beside the Department's published lists.
 */
export function similarCommand(program: Command): Command {
  const one = ['urn', 'km', 'set', 'filter', 'feature', 'measure'];
  const command = program
    .command('similar')
    .description("The schools whose context is most like a school's, and which of them did better")
    .addOption(new Option('--urn <number>', 'the school, by its six digits').argParser(urn))
    .addOption(new Option('--all', 'every school of England, in a file').conflicts([...one, 'json']))
    .addOption(new Option('--out <file>', 'with --all: the CSV file to write').conflicts([...one, 'json']))
    .addOption(
      new Option('--check', "the sets beside the Department's published lists").conflicts([...one, 'all', 'k']),
    )
    .option('--k <number>', `how many to list; by default ${DEFAULT_K}, or as many as the set keeps`, wholeNumber(1))
    .option('--km <number>', 'how far counts as nearby, in kilometres; by default as the policy says', wholeNumber(1))
    .option('--set <name>', 'compared by: context, finance, improvement, department or own', CONTEXT_SET)
    .option('--filter <what=value>', 'only schools that pass, e.g. within=25; may be given again', filterPart, {})
    .option(
      '--feature <figure=weight>',
      'of --set own, e.g. roll=2 or roll=2,range; may be given again',
      ownFeature,
      {},
    )
    .option('--measure <code>', 'on which others should do better; by default where the school stands lowest', measure)
    .option('--json', 'print the answer as JSON');
  return command.action((options: Options) => {
    const { urn: number, all, out, check, k = DEFAULT_K, json } = options;
    if (check !== undefined) return withData('similar', ({ db }) => checkSimilar(db, json));
    if (number !== undefined) return withData('similar', ({ db }) => tellSchool(db, number, options));
    if (all !== undefined && out !== undefined) return withData('similar', ({ db }) => writeAll(db, k, out));
    return command.error("error: say which: '--urn <number>' for a school or '--all --out <file>' for all of England");
  });
}

async function tellSchool(db: Kysely<Database>, number: number, options: Options): Promise<void> {
  const { km, filter, json } = options;
  const [school, asAt] = await Promise.all([schoolName(db, number), registerDay(db)]);
  if (school === null) {
    throw new CommandError(`There is no school with URN ${number}: check the number, or search for the school`);
  }
  const held = similarPolicyAsAt(asAt);
  const policy = km === undefined ? held : { ...held, nearbyKm: km };
  const group = await phaseGroupOfSchool(db, number);
  const set = setNamed(options, held, asAt, group ?? 'primary', DEFAULT_K);
  const k = options.k ?? (set.set === CONTEXT_SET ? DEFAULT_K : set.kept);
  const similar = await similarSchools(db, number, {
    policy,
    asAt,
    k,
    set,
    filter,
    measure: options.measure ?? null,
  });
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
