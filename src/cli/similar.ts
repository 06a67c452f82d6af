import { type Command, InvalidArgumentError } from 'commander';
import { MEASURE_CODES, type MeasureCode } from '../opendata/rules/measures.ts';
import type { PhaseGroup } from '../schools/rules/facts.ts';
import { similarChoice } from '../similar/schema/similar-choice.ts';
import { readConfig } from '../config.ts';
import { registerAsAt } from '../opendata/queries/register-as-at.ts';
import { schoolName } from '../schools/queries/school-name.ts';
import { similarPolicyAsAt, similarSchools } from '../similar/queries.ts';
import { featureSetsAsAt, ownFeaturesAsAt } from '../similar/queries/feature-sets.ts';
import { phaseGroupOfSchool } from '../similar/queries/school-traits.ts';
import { type FeatureSet, OWN_SET, ownSet } from '../similar/rules/feature-set.ts';
import type { SchoolFilter } from '../similar/rules/school-filter.ts';
import type { SimilarPolicy } from '../similar/rules/similar-policy.ts';
import { urn, wholeNumber } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { filesAnswer, filesOf } from './files-named.ts';
import { answer } from './output.ts';
import { similarCheck } from './similar-check.ts';
import { filterPart, ownFeature } from './similar-options.ts';
import { similarAnswer, sourcesOfResults } from './similar-answer.ts';
import { similarText } from './similar-text.ts';
import { withData } from './with-database.ts';

interface Options {
  urn?: number;
  k?: number;
  km?: number;
  set: string;
  filter: SchoolFilter;
  feature: Record<string, string>;
  measure?: MeasureCode;
  check?: true;
  json?: true;
}

const DEFAULT_K = 20;

/** `bin/alongside similar --urn N`: the schools whose context is most like a school's, and which of them did better. */
export function similarCommand(program: Command): Command {
  return program
    .command('similar')
    .description("The schools whose context is most like a school's, and which of them did better")
    .option('--urn <number>', 'the school, by its six digits', urn)
    .option(
      '--k <number>',
      `how many to list; by default as many as the set keeps, and ${DEFAULT_K} of the context`,
      wholeNumber(1),
    )
    .option('--km <number>', 'how far counts as nearby, in kilometres; by default as the policy says', wholeNumber(1))
    .option('--set <name>', 'what schools are compared by: context, finance, improvement, department or own', 'context')
    .option(
      '--filter <what=value>',
      'only schools that pass, e.g. within=25, place=rural; may be given again',
      filterPart,
      {},
    )
    .option(
      '--feature <figure=weight>',
      'a feature of --set own, e.g. roll=2 or roll=2,range; may be given again',
      ownFeature,
      {},
    )
    .option(
      '--measure <code>',
      'on which others should do better; by default the one on which the school stands lowest',
      measure,
    )
    .option('--check', "set the Department's published lists beside those worked out here, instead of one school")
    .option('--json', 'print the answer as JSON')
    .action((options: Options) => (options.check ? similarCheck(options) : similarTo(options)));
}

function similarTo({ urn: number, k: asked, km, json, ...options }: Options): Promise<void> {
  if (number === undefined) throw new CommandError('Say which school with --urn, or give --check');
  return withData('similar', async ({ db }) => {
    const [school, asAt] = await Promise.all([schoolName(db, number), registerAsAt(db)]);
    if (school === null) {
      throw new CommandError(`There is no school with URN ${number}: check the number, or search for the school`);
    }
    if (asAt === null) throw new CommandError('No register of schools is loaded: load the published data first');
    const held = similarPolicyAsAt(asAt);
    const policy = km === undefined ? held : { ...held, nearbyKm: km };
    const group = await phaseGroupOfSchool(db, number);
    const set = setOf(options, held, asAt, group ?? 'primary');
    const k = asked ?? (set.set === 'context' ? DEFAULT_K : set.kept);
    const similar = await similarSchools(db, number, {
      policy,
      asAt,
      k,
      set,
      filter: options.filter,
      measure: options.measure ?? null,
    });
    if (similar === null) {
      throw new CommandError(
        `Only open mainstream schools are compared, and ${school.name} (${number}) is not among them`,
      );
    }
    const files = await filesOf(db, sourcesOfResults(similar, k));
    answer(similarAnswer(similar, k, filesAnswer(files)), json, () => similarText(similar, k, readConfig()));
  });
}

function setOf(
  { set, feature }: Pick<Options, 'set' | 'feature'>,
  held: SimilarPolicy,
  asAt: string,
  group: PhaseGroup,
): FeatureSet {
  const sets = featureSetsAsAt(held, asAt, group);
  const own = ownFeaturesAsAt(asAt);
  const choices = Object.keys(feature).length > 0 ? similarChoice({ set: OWN_SET, ...feature }, own).own : [];
  const chosen = set === OWN_SET ? ownSet(own, choices, DEFAULT_K) : sets.find((one) => one.set === set);
  if (chosen) return chosen;
  const figures = own.features.map(({ figure }) => figure).join(', ');
  throw new CommandError(
    set === OWN_SET
      ? `An own set needs a weight from 1 to ${own.mostWeight} with --feature, for example --feature roll=2. Figures: ${figures}`
      : `There is no set called ${set} for this phase: choose ${sets.map((one) => one.set).join(', ')} or own`,
  );
}

function measure(text: string): MeasureCode {
  const code = MEASURE_CODES.find((one) => one === text);
  if (code === undefined) throw new InvalidArgumentError('It is not a measure: docs/cli.md says which there are.');
  return code;
}
