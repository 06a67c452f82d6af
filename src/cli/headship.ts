import { type Command, Option } from 'commander';
import type { Kysely } from 'kysely';
import { readConfig } from '../config.ts';
import type { Database } from '../db/schema.ts';
import { findArea } from '../schools/queries/areas.ts';
import { headshipChanges } from '../schools/queries/headship-changes.ts';
import { headshipsOf } from '../schools/queries/headships.ts';
import { schoolName } from '../schools/queries/school-name.ts';
import { day, urn } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { filesAnswer, filesOf } from './files-named.ts';
import { headshipChangesAnswer, headshipsAnswer } from './headship-answer.ts';
import { headshipChangesText, headshipsText } from './headship-text.ts';
import { answer } from './output.ts';
import { withData } from './with-database.ts';

interface Options {
  urn?: number;
  changes?: true;
  from?: string;
  to?: string;
  area?: string;
  json?: true;
}

/** `bin/alongside headship --urn N` or `--changes --from D --to D [--area A]`: who headed a school, or where heads changed. */
export function headshipCommand(program: Command): Command {
  const command = program
    .command('headship')
    .description('Who headed a school between which days, or which schools changed their head')
    .addOption(new Option('--urn <number>', 'one school, by its six digits').argParser(urn).conflicts('changes'))
    .addOption(new Option('--changes', 'the changes that extracts between two days show'))
    .addOption(new Option('--from <day>', 'the day after which, for example 2019-01-31').argParser(day))
    .addOption(new Option('--to <day>', 'the day up to which').argParser(day))
    .addOption(new Option('--area <code|name>', 'the schools of one local authority'))
    .option('--json', 'print the answer as JSON');
  return command.action(async ({ urn: number, changes, from, to, area, json }: Options) => {
    if (number !== undefined) return withData('headship', ({ db }) => tellSchool(db, number, json));
    if (changes && from !== undefined && to !== undefined) {
      if (from >= to) command.error('error: --from must be before --to');
      return withData('headship', ({ db }) => tellChanges(db, { from, to }, area, json));
    }
    return command.error("error: say which: '--urn <number>', or '--changes --from <day> --to <day>'");
  });
}

async function tellSchool(db: Kysely<Database>, number: number, json: true | undefined): Promise<void> {
  const [school, told] = [await schoolName(db, number), await headshipsOf(db, number)];
  if (school === null && told.days.length === 0) {
    throw new CommandError(`There is no school with URN ${number}: check the number, or search for the school`);
  }
  const name = school?.name ?? null;
  const files = await filesOf(
    db,
    told.headships.flatMap(({ sources }) => sources),
  );
  answer(headshipsAnswer(name, told, filesAnswer(files)), json, () => headshipsText(name, told, files, readConfig()));
}

async function tellChanges(
  db: Kysely<Database>,
  days: { from: string; to: string },
  text: string | undefined,
  json: true | undefined,
): Promise<void> {
  const found = text === undefined ? null : await findArea(db, text);
  if (found !== null && !found.ok) throw new CommandError(found.reason);
  const area = found === null ? null : found.area;
  const told = await headshipChanges(db, { ...days, ...(area && { laCode: area.code }) });
  const files = await filesOf(
    db,
    told.changes.flatMap(({ sources }) => sources),
  );
  answer(headshipChangesAnswer(area, told, filesAnswer(files)), json, () =>
    headshipChangesText(area, told, readConfig()),
  );
}
