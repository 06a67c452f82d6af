import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { calibration, driftsLearned } from '../need/queries/calibration.ts';
import type { Calibration } from '../need/rules/calibration/calibration.ts';
import type { Group } from '../need/rules/calibration/calibrate.ts';
import type { Learned } from '../need/rules/calibration/learned.ts';
import type { ReliabilityBin } from '../need/rules/calibration/reliability.ts';
import type { TrendCheck } from '../need/rules/calibration/trend-check.ts';
import { METHODS } from '../need/rules/calibration/verdict.ts';
import { binWords, groupTitle, lineWords, METHOD_WORDS, percentOf } from '../need/rules/calibration/words.ts';
import { academicYear } from '../schools/rules/facts.ts';
import { CommandError } from './command-error.ts';
import { answer } from './output.ts';
import { styled } from './style.ts';
import { paragraph, textTable } from './table.ts';
import { withData } from './with-database.ts';

/** `bin/alongside need calibrate`: how the chances said of schools held a year later, and the values that the policy should pool by. */
export function addCalibrate(need: Command): void {
  need
    .command('calibrate')
    .description('How the chances said of schools held a year later, and how far schools move in a year')
    .option('--json', 'print the answer as JSON')
    .action(({ json }: { json?: true }, command: Command) =>
      withData('need calibrate', async ({ db }) => {
        const held = await calibration(db);
        if (held === null) throw new CommandError('No register of schools is loaded: load the published data first');
        const told = calibrationAnswer(held, await driftsLearned(db));
        // `--json` is an option of `need` too, which takes it wherever it stands.
        answer(told, json ?? command.parent?.opts<{ json?: true }>().json, () => calibrationText(told, readConfig()));
      }),
    );
}

/** The answer as JSON: what held, and what was learned. */
export function calibrationAnswer({ policyId, asAt, groups, trends }: Calibration, drifts: readonly Learned[]) {
  return { policy: policyId, asAt, groups, trends, learned: drifts };
}

function calibrationText(
  { groups, trends, learned }: ReturnType<typeof calibrationAnswer>,
  { colour }: { colour: boolean },
): string {
  const bold = styled(colour);
  return [
    ...groups.flatMap((group) => [paragraph(bold(groupTitle(group))), binsText(group.bins), scoresText(group)]),
    ...trends.flatMap((trend) => [
      paragraph(
        bold(
          `Trends from ${academicYear(trend.first)} to ${academicYear(trend.last)}, lower in ${academicYear(trend.year)}`,
        ),
      ),
      binsText(trend.bins),
      sureText(trend),
    ]),
    paragraph(bold('How far schools move in a year')),
    learnedText(learned),
  ].join('\n\n');
}

function binsText(bins: readonly ReliabilityBin[]): string {
  return textTable(
    [
      { heading: 'Said', value: binWords },
      { heading: 'Schools', value: ({ cases }) => String(cases), align: 'right' },
      { heading: 'Average', value: ({ told }) => percentOf(told), align: 'right' },
      { heading: 'Came', value: ({ came }) => percentOf(came), align: 'right' },
      { heading: '95% range', value: ({ interval: [low, high] }) => `${percentOf(low)} to ${percentOf(high)}` },
    ],
    bins,
  );
}

function scoresText({ questions }: Group): string {
  const rows = questions.flatMap((question) =>
    [
      { name: lineWords(question), verdict: question.all },
      { name: `${lineWords(question)}, small cohorts`, verdict: question.small },
    ].flatMap(({ name, verdict }) =>
      verdict === null ? [] : METHODS.map((method) => ({ name, method, verdict, ...verdict.scores[method] })),
    ),
  );
  return textTable(
    [
      { heading: 'Question', value: ({ name, method }) => (method === 'ours' ? name : ''), most: 34 },
      {
        heading: 'Schools',
        value: ({ verdict, method }) => (method === 'ours' ? String(verdict.cases) : ''),
        align: 'right',
      },
      { heading: 'Way to tell', value: ({ method }) => METHOD_WORDS[method], most: 42 },
      { heading: 'Brier', value: ({ brier }) => brier.toFixed(4), align: 'right' },
      { heading: 'Log', value: ({ log }) => (log === null ? 'none' : log.toFixed(4)), align: 'right' },
    ],
    rows,
  );
}

function sureText({ sure, withoutDrift, first, last }: TrendCheck): string {
  const said = (falls: TrendCheck['sure']) =>
    falls === null
      ? 'no school had a chance over 90%.'
      : `${falls.cases} schools had a chance over 90% (${percentOf(falls.told)} on average); ${percentOf(falls.lowerThanFirst)} were lower than in ${academicYear(first)}, ${percentOf(falls.lowerThanLast)} lower than in ${academicYear(last)}.`;
  return `${paragraph(`With movement: ${said(sure)}`)}\n${paragraph(`Without: ${said(withoutDrift.sure)}`)}`;
}

function learnedText(drifts: readonly Learned[]): string {
  return textTable(
    [
      { heading: 'Where in the policy', value: ({ place }) => place },
      { heading: 'Measures', value: ({ measures }) => measures.join(', '), fills: true },
      { heading: 'Pairs', value: ({ fitted }) => String(fitted.from), align: 'right' },
      {
        heading: 'Learned',
        value: ({ fitted, place }) => fitted.drift.toFixed(place === 'pooling.shares' ? 0 : 2),
        align: 'right',
      },
      { heading: 'In the policy', value: ({ policy }) => (policy === null ? 'none' : String(policy)), align: 'right' },
    ],
    drifts,
  );
}
