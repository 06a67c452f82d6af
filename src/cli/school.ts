import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { registerAsAt } from '../opendata/queries/register-as-at.ts';
import { schoolRecord } from '../schools/queries/school-record.ts';
import { urn } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { filesAnswer, filesOf } from './files-named.ts';
import { answer } from './output.ts';
import { schoolAnswer, sourcesOfRecord } from './school-answer.ts';
import { schoolText } from './school-text.ts';
import { withData } from './with-database.ts';

/** `bin/alongside school --urn N`: everything published about a school, each figure with its source. */
export function schoolCommand(program: Command): Command {
  return program
    .command('school')
    .description(
      'Everything published about a school: identity, head, results, pupils, inspections, finance, with sources',
    )
    .requiredOption('--urn <number>', 'the school, by its six digits', urn)
    .option('--json', 'print the answer as JSON')
    .action(({ urn: number, json }: { urn: number; json?: true }) =>
      withData('school', async ({ db }) => {
        const asAt = await registerAsAt(db);
        if (asAt === null) throw new CommandError('No register of schools is loaded: load the published data first');
        const school = await schoolRecord(db, number, asAt);
        if (school === null) {
          throw new CommandError(`There is no school with URN ${number}: check the number, or search for the school`);
        }
        const files = await filesOf(db, sourcesOfRecord(school));
        answer(schoolAnswer(school, filesAnswer(files)), json, () => schoolText(school, files, readConfig()));
      }),
    );
}
