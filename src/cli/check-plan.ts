import type { Command } from 'commander';
import { readInstanceFile, readSolutionFile } from '../matching/queries/instance-file.ts';
import { type Findings, findingsOf } from '../matching/rules/check/findings.ts';
import { answer } from './output.ts';
import { paragraph } from './table.ts';

/** `bin/alongside check-plan INSTANCE SOLUTION`: whether a plan is what it says, by code that shares nothing with the solver. */
export function checkPlanCommand(program: Command): Command {
  return program
    .command('check-plan')
    .description('Check an answer of solve: feasible, what it costs, what its stored prices prove, or what is wrong')
    .argument('<instance>', 'instance as JSON, plain or gzipped')
    .argument('<solution>', 'what solve --json printed of it')
    .option('--json', 'print the findings as JSON')
    .action(async (instanceFile: string, solutionFile: string, { json }: { json?: true }) => {
      const instance = await readInstanceFile(instanceFile);
      const solution = await readSolutionFile(solutionFile);
      const findings = findingsOf(instance, solution);
      answer(findings, json, () => findingsText(findings, solution.assignment.length));
      if (findings.wrong.length > 0) process.exitCode = 1;
    });
}

function findingsText(findings: Findings, schools: number): string {
  const { feasible, cost, uncovered, provenBound, gap, wrong } = findings;
  return [
    ...wrong.map((fault) => paragraph(`Wrong: ${fault}.`)),
    `Feasible      ${feasible ? 'yes' : 'no'}`,
    ...(cost === null ? [] : [`Cost          ${number(cost)}`]),
    ...(uncovered === null
      ? []
      : [`Covered       ${schools - uncovered} of ${schools} schools, ${uncovered} uncovered`]),
    ...(provenBound === null ? [] : [`Proven bound  ${number(provenBound)}`]),
    ...(gap === null ? [] : [`Gap           ${(100 * gap).toFixed(3)} %`]),
  ].join('\n');
}

function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 4 });
}
