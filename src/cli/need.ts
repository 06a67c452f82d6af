import { type Command, Option } from 'commander';
import type { Kysely } from 'kysely';
import { readConfig } from '../config.ts';
import type { Database } from '../db/schema.ts';
import { areaNeedForOperator, schoolNeedForOperator } from '../need/policy.ts';
import { readNeed } from '../need/queries.ts';
import { findArea } from '../schools/queries/areas.ts';
import { schoolName } from '../schools/queries/school-name.ts';
import { urn } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { tellDefinition } from './definition.ts';
import { filesAnswer, filesOf } from './files-named.ts';
import { areaNeedAnswer, schoolNeedAnswer, sourcesOf } from './need-answer.ts';
import { addCalibrate } from './need-calibrate.ts';
import { areaNeedText, schoolNeedText } from './need-text.ts';
import { needReplayCommand } from './need-replay.ts';
import { answer } from './output.ts';
import { withData } from './with-database.ts';

interface Options {
  urn?: number;
  area?: string;
  definition?: string;
  compare?: true;
  json?: true;
}

/**
 * `bin/alongside need --urn N` or `--area A`: why a school is in its category, or an area's schools in the order of help.
 * `--definition D`: how many schools meet a definition of the Department's, or which of an area do.
 */
export function needCommand(program: Command): Command {
  const command = program
    .command('need')
    .description('Why a school is in its category, or which schools of an area need help first')
    .addOption(new Option('--urn <number>', 'one school, by its six digits').argParser(urn).conflicts('area'))
    .addOption(new Option('--area <code|name>', 'all schools of a local authority, for example 821 or Luton'))
    .addOption(
      new Option('--definition <id>', "a definition of the Department's, for example floor-2018").conflicts('urn'),
    )
    .addOption(
      new Option('--compare', 'with --definition: the published counts beside ours').conflicts(['urn', 'area']),
    )
    .option('--json', 'print the answer as JSON');
  needReplayCommand(command);
  addCalibrate(command);
  return command.action(async ({ urn: number, area, definition, compare, json }: Options) => {
    if (definition !== undefined) {
      const asked = { id: definition, ...(area && { area }), ...(compare && { compare }), ...(json && { json }) };
      return withData('need', ({ db }) => tellDefinition(db, asked));
    }
    if (compare) return command.error("error: option '--compare' needs '--definition <id>'");
    if (number !== undefined) return withData('need', ({ db }) => tellSchool(db, number, json));
    if (area !== undefined) return withData('need', ({ db }) => tellArea(db, area, json));
    return command.error(
      "error: say which: '--urn <number>' for a school or '--area <code|name>' for an area, or '--definition <id>'",
    );
  });
}

async function tellSchool(db: Kysely<Database>, number: number, json: true | undefined): Promise<void> {
  const school = await schoolName(db, number);
  if (school === null)
    throw new CommandError(`There is no school with URN ${number}: check the number, or search for the school`);
  const read = await readNeed(db, schoolNeedForOperator, { urns: [number] });
  const need = read?.needs[0];
  if (need === undefined) {
    throw new CommandError(
      `Need is worked out for open mainstream schools, and ${school.name} (${number}) is not among them`,
    );
  }
  const { policy } = read!.pack;
  const files = await filesOf(db, need.indicators.flatMap(sourcesOf));
  answer(schoolNeedAnswer(need, policy, filesAnswer(files)), json, () =>
    schoolNeedText(need, policy, files, readConfig()),
  );
}

async function tellArea(db: Kysely<Database>, text: string, json: true | undefined): Promise<void> {
  const found = await findArea(db, text);
  if (!found.ok) throw new CommandError(found.reason);
  const read = await readNeed(db, areaNeedForOperator(found.area.code), { laCode: found.area.code });
  if (read === null || read.needs.length === 0)
    throw new CommandError(`No school in ${found.area.name} is assessed: load the published data first`);
  const { needs } = read;
  const { policy } = read.pack;
  answer(areaNeedAnswer(found.area, needs, policy), json, () => areaNeedText(found.area, needs, policy, readConfig()));
}
