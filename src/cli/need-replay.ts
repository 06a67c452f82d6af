import { type Command, Option } from 'commander';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { readSchoolNeedForReplay } from '../need/policy.ts';
import { type DecisionAsItWas, decisionsAsTheyWere, replayRun, type RunReplayed } from '../need/queries/replay.ts';
import { schoolName } from '../schools/queries/school-name.ts';
import { day, urn } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { answer } from './output.ts';
import { paragraph } from './table.ts';
import { withData } from './with-database.ts';

interface Options {
  school?: number;
  decision?: string;
  asAt?: string;
  policy?: string;
  json?: true;
}

/** Differences that are printed for people; `--json` has all. */
const FIRST = 10;

/** `bin/alongside need replay`: old decisions on a school as they were, or England's stored assessment drawn again. */
export function needReplayCommand(need: Command): void {
  const command = need
    .command('replay')
    .description('Whether old decisions, or a stored assessment, still follow from what they stood on')
    .addOption(new Option('--school <urn>', 'decisions on a school, by its six digits').argParser(urn))
    .option('--decision <id>', 'one of them alone')
    .addOption(
      new Option('--as-at <day>', 'the assessment of England of that day, drawn again')
        .argParser(day)
        .conflicts('school'),
    )
    .option('--policy <id>', 'the policy that it was drawn under, for example england-2022')
    .option('--json', 'print the answer as JSON');
  command.action(async ({ school, decision, asAt, policy, json }: Options) => {
    if (school !== undefined) return withData('need replay', ({ db }) => tellDecisions(db, school, decision, json));
    if (asAt !== undefined && policy !== undefined)
      return withData('need replay', ({ db }) => tellRun(db, { asAt, policyId: policy }, json));
    return command.error("error: say which: '--school <urn>', or '--as-at <day>' with '--policy <id>'");
  });
}

async function tellDecisions(
  db: Kysely<Database>,
  number: number,
  id: string | undefined,
  json: true | undefined,
): Promise<void> {
  const school = await schoolName(db, number);
  if (school === null) throw new CommandError(`There is no school with URN ${number}: check the number`);
  const all = await decisionsAsTheyWere(db, readSchoolNeedForReplay, number);
  const decisions = id === undefined ? all : all.filter((one) => one.id === id);
  if (decisions.length === 0)
    throw new CommandError(
      id === undefined
        ? `Nobody has decided on ${school.name} (${number}) yet`
        : `There is no decision ${id} on ${school.name} (${number}): leave --decision out to see all`,
    );
  answer(decisionsAnswer(school, decisions), json, () => decisionsText(school, decisions));
  if (decisions.some(({ replayed }) => replayed?.same === false)) process.exitCode = 1;
}

/** What `need replay --school --json` prints. */
export function decisionsAnswer(school: { urn: number; name: string }, decisions: readonly DecisionAsItWas[]) {
  return {
    urn: school.urn,
    name: school.name,
    decisions: decisions.map(({ id, at, role, asAt, policyId, computed, points, category, pack, replayed }) => ({
      id,
      at,
      role,
      asAt,
      policy: policyId,
      packSha256: pack?.sha256 ?? null,
      computed,
      points,
      category,
      replayed: replayed && {
        category: replayed.category,
        points: replayed.points,
        because: replayed.because,
        same: replayed.same,
      },
    })),
  };
}

function decisionsText(school: { urn: number; name: string }, decisions: readonly DecisionAsItWas[]): string {
  return [
    paragraph(`${school.name} (${school.urn})`),
    ...decisions.map(({ id, at, role, asAt, policyId, computed, points, category, replayed }) => {
      const seen = `${at.slice(0, 10)}, ${role}: category ${category}; worked out ${computed}${points === null ? '' : ` with ${points} points`}, on data as at ${asAt} under ${policyId} (${id}).`;
      const again =
        replayed === null
          ? 'Evidence and pack were not kept then.'
          : replayed.same
            ? 'The evidence under the pack of that day gives exactly the same.'
            : `THE EVIDENCE UNDER THE PACK OF THAT DAY GIVES ${replayed.category} WITH ${replayed.points} POINTS.`;
      return `${paragraph(seen)}\n${paragraph(again, '  ')}`;
    }),
  ].join('\n\n');
}

async function tellRun(
  db: Kysely<Database>,
  run: { policyId: string; asAt: string },
  json: true | undefined,
): Promise<void> {
  const replayed = await replayRun(db, readSchoolNeedForReplay, run);
  if (replayed === null)
    throw new CommandError(
      `No assessment of ${run.asAt} under ${run.policyId} is stored: check the day and the policy`,
    );
  answer(runAnswer(replayed), json, () => runText(replayed));
  if (replayed.different.length > 0) process.exitCode = 1;
}

/** What `need replay --as-at --policy --json` prints. */
export function runAnswer({ policyId, asAt, sha256, equal, different, importedSince }: RunReplayed) {
  return { policy: policyId, asAt, packSha256: sha256, equal, different, importedSince };
}

function many(n: number): string {
  return n.toLocaleString('en-GB');
}

function runText({ policyId, asAt, sha256, equal, different, importedSince }: RunReplayed): string {
  return [
    `The assessment of ${asAt} under ${policyId}, drawn again:`,
    `  equal      ${many(equal)}`,
    `  different  ${many(different.length)}`,
    ...different.slice(0, FIRST).map(({ urn: number, what }) => `    ${number} ${what}`),
    ...(different.length > FIRST ? [`    and ${many(different.length - FIRST)} more`] : []),
    ...(sha256 === null
      ? [paragraph('The text of its pack was not kept when it was drawn; the file of today was used.')]
      : []),
    ...(importedSince && different.length > 0
      ? [paragraph('Files were imported since it was drawn, so the data may differ.')]
      : []),
  ].join('\n');
}
