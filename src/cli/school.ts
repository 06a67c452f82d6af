import type { Command } from 'commander';
import type { Kysely } from 'kysely';
import { readConfig } from '../config.ts';
import type { Database } from '../db/schema.ts';
import { registerAsAt } from '../opendata/queries/register-as-at.ts';
import { earliestDay, schoolAsAt } from '../schools/queries/school-as-at.ts';
import { schoolRecord } from '../schools/queries/school-record.ts';
import { day, urn } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { filesAnswer, filesOf } from './files-named.ts';
import { answer } from './output.ts';
import { schoolAsAtAnswer, sourcesAsAt } from './school-as-at-answer.ts';
import { schoolAsAtText } from './school-as-at-text.ts';
import { schoolAnswer, sourcesOfRecord } from './school-answer.ts';
import { schoolText } from './school-text.ts';
import { withData } from './with-database.ts';

/**
 * `bin/alongside school --urn N [--as-at DAY]`: everything published about a school, each figure with its source; or what it
 * was on a day.
 */
export function schoolCommand(program: Command): Command {
  return program
    .command('school')
    .description(
      'Everything published about a school: identity, head, results, pupils, inspections, finance, with sources',
    )
    .requiredOption('--urn <number>', 'the school, by its six digits', urn)
    .option('--as-at <day>', 'the school as it was on a day, for example 2019-10-01', day)
    .option('--json', 'print the answer as JSON')
    .action(({ urn: number, asAt: on, json }: { urn: number; asAt?: string; json?: true }) =>
      withData('school', async ({ db }) => {
        if (on !== undefined) return tellAsAt(db, number, on, json);
        const asAt = await registerAsAt(db);
        if (asAt === null) throw new CommandError('No register of schools is loaded: load the published data first');
        const school = await schoolRecord(db, number, asAt);
        if (school === null) throw unknownSchool(number);
        const files = await filesOf(db, sourcesOfRecord(school));
        answer(schoolAnswer(school, filesAnswer(files)), json, () => schoolText(school, files, readConfig()));
      }),
    );
}

async function tellAsAt(db: Kysely<Database>, number: number, on: string, json: true | undefined): Promise<void> {
  const earliest = earliestDay();
  if (on < earliest) throw new CommandError(`--as-at is ${on}: give a day on or after ${earliest}`);
  const school = await schoolAsAt(db, number, on);
  if (school === null) throw unknownSchool(number);
  const files = await filesOf(db, sourcesAsAt(school));
  answer(schoolAsAtAnswer(school, filesAnswer(files)), json, () => schoolAsAtText(school, files, readConfig()));
}

function unknownSchool(number: number): CommandError {
  return new CommandError(`There is no school with URN ${number}: check the number, or search for the school`);
}
