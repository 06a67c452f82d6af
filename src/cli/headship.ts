import { type Command, Option } from 'commander';
import type { Kysely } from 'kysely';
import { readConfig } from '../config.ts';
import type { Database } from '../db/schema.ts';
import { findArea } from '../schools/queries/areas.ts';
import { headsOfEngland } from '../schools/queries/heads-of-england.ts';
import { headshipChanges } from '../schools/queries/headship-changes.ts';
import { headshipsOf } from '../schools/queries/headships.ts';
import { schoolName } from '../schools/queries/school-name.ts';
import type { NamedArea } from '../schools/rules/area-named.ts';
import { NO_HEADS } from '../schools/rules/headship/area-heads.ts';
import { day, urn } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { filesAnswer, filesOf } from './files-named.ts';
import { headshipChangesAnswer, headshipsAnswer } from './headship-answer.ts';
import { headshipChangesText, headshipsText } from './headship-text.ts';
import { headshipTurnoverAnswer, headshipTurnoverText } from './headship-turnover.ts';
import { answer } from './output.ts';
import { withData } from './with-database.ts';

interface Options {
  urn?: number;
  changes?: true;
  turnover?: true;
  from?: string;
  to?: string;
  area?: string;
  json?: true;
}

/** `bin/alongside headship --urn N`, `--changes --from D --to D [--area A]` or `--turnover [--area A]`: who headed a school, where heads changed, how often. */
export function headshipCommand(program: Command): Command {
  const command = program
    .command('headship')
    .description('Who headed a school between which days, which schools changed their head, and how often')
    .addOption(new Option('--urn <number>', 'one school, by its six digits').argParser(urn).conflicts('changes'))
    .addOption(new Option('--changes', 'the changes that extracts between two days show'))
    .addOption(
      new Option('--turnover', 'how often heads change, by the extract that shows it').conflicts(['urn', 'changes']),
    )
    .addOption(new Option('--from <day>', 'the day after which, for example 2019-01-31').argParser(day))
    .addOption(new Option('--to <day>', 'the day up to which').argParser(day))
    .addOption(new Option('--area <code|name>', 'the schools of one local authority'))
    .option('--json', 'print the answer as JSON');
  return command.action(async ({ urn: number, changes, turnover, from, to, area, json }: Options) => {
    if (number !== undefined) return withData('headship', ({ db }) => tellSchool(db, number, json));
    if (turnover) return withData('headship', ({ db }) => tellTurnover(db, area, json));
    if (changes && from !== undefined && to !== undefined) {
      if (from >= to) command.error('error: --from must be before --to');
      return withData('headship', ({ db }) => tellChanges(db, { from, to }, area, json));
    }
    return command.error("error: say which: '--urn <number>', '--changes --from <day> --to <day>', or '--turnover'");
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
  const area = await areaOf(db, text);
  const told = await headshipChanges(db, { ...days, ...(area && { laCode: area.code }) });
  const files = await filesOf(
    db,
    told.changes.flatMap(({ sources }) => sources),
  );
  answer(headshipChangesAnswer(area, told, filesAnswer(files)), json, () =>
    headshipChangesText(area, told, readConfig()),
  );
}

async function tellTurnover(db: Kysely<Database>, text: string | undefined, json: true | undefined): Promise<void> {
  const area = await areaOf(db, text);
  const { policy, turnover: england, areas } = await headsOfEngland(db);
  const turnover = area === null ? england : (areas.get(area.code) ?? NO_HEADS).turnover;
  answer(headshipTurnoverAnswer(area, turnover, policy), json, () =>
    headshipTurnoverText(area, turnover, readConfig()),
  );
}

/** The area that a text names, or null for all of England. Throws CommandError when it names none. */
async function areaOf(db: Kysely<Database>, text: string | undefined): Promise<NamedArea | null> {
  if (text === undefined) return null;
  const found = await findArea(db, text);
  if (!found.ok) throw new CommandError(found.reason);
  return found.area;
}
