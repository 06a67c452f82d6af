import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { registerAsAt } from '../opendata/queries/register-as-at.ts';
import { schoolName } from '../schools/queries/school-name.ts';
import { similarPolicyAsAt, similarSchools } from '../similar/queries.ts';
import { NEARBY_AMONG } from '../similar/rules/nearby.ts';
import { urn, wholeNumber } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { filesAnswer, filesOf } from './files-named.ts';
import { answer } from './output.ts';
import { similarAnswer, sourcesOfResults } from './similar-answer.ts';
import { similarText } from './similar-text.ts';
import { withData } from './with-database.ts';

interface Options {
  urn: number;
  k: number;
  km?: number;
  json?: true;
}

const DEFAULT_K = 20;

/** `bin/alongside similar --urn N`: the schools whose context is most like a school's, and which of them did better. */
export function similarCommand(program: Command): Command {
  return program
    .command('similar')
    .description("The schools whose context is most like a school's, and which of them did better")
    .requiredOption('--urn <number>', 'the school, by its six digits', urn)
    .option('--k <number>', 'how many to list', wholeNumber(1), DEFAULT_K)
    .option('--km <number>', 'how far counts as nearby, in kilometres; by default as the policy says', wholeNumber(1))
    .option('--json', 'print the answer as JSON')
    .action(({ urn: number, k, km, json }: Options) =>
      withData('similar', async ({ db }) => {
        const [school, asAt] = await Promise.all([schoolName(db, number), registerAsAt(db)]);
        if (school === null) {
          throw new CommandError(`There is no school with URN ${number}: check the number, or search for the school`);
        }
        if (asAt === null) throw new CommandError('No register of schools is loaded: load the published data first');
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
      }),
    );
}
