import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { readInstanceFile } from '../matching/queries/instance-file.ts';
import { solveInWorker } from '../matching/queries/solve-in-worker.ts';
import type { Solution } from '../matching/rules/solution.ts';
import { seconds, wholeNumber } from './arguments.ts';
import { answer } from './output.ts';
import { progressOn } from './progress.ts';
import { paragraph } from './table.ts';

interface Options {
  timeLimit: number;
  seed: number;
  json?: true;
}

/** `bin/alongside solve FILE`: the best plan for an assignment instance, with its proof. Needs no database. */
export function solveCommand(program: Command): Command {
  return program
    .command('solve')
    .description('Solve an assignment instance: who helps whom, within days and numbers of schools, at least cost')
    .argument('<file>', 'instance as JSON, plain or gzipped (docs/cli.md tells its keys)')
    .option('--time-limit <seconds>', 'take the best plan found by then', seconds, 60)
    .option(
      '--seed <number>',
      'start of the chance in the search; the same seed searches the same way',
      wholeNumber(0),
      1,
    )
    .option('--json', 'print the answer as JSON')
    .action(async (file: string, { timeLimit, seed, json }: Options) => {
      const instance = await readInstanceFile(file);
      const progress = progressOn(process.stderr);
      const solution = await solveInWorker(instance, {
        timeLimitSeconds: timeLimit,
        threads: availableParallelism() > 1 ? 2 : 1,
        seed,
        onProgress: ({ objective, bound, gap, seconds: after }) => {
          if (process.stderr.isTTY)
            progress.say(
              `  ${after.toFixed(1)} s  ${objective.toFixed(1)}  bound ${bound.toFixed(1)}  gap ${percent(gap)}`,
            );
        },
      });
      answer(solution, json, solutionText);
    });
}

function solutionText({
  objective,
  bound,
  gap,
  provedOptimal,
  uncovered,
  seconds: took,
  assignment,
  byHand,
}: Solution): string {
  const schools = assignment.length;
  return [
    `Cost          ${number(objective)}`,
    `Lower bound   ${number(bound)}`,
    `Gap           ${percent(gap)}${provedOptimal ? ', proved optimal' : ''}`,
    `Covered       ${schools - uncovered} of ${schools} schools, ${uncovered} uncovered`,
    `By hand       cost ${number(byHand.objective)}, ${byHand.covered} covered`,
    `Seconds       ${took.toFixed(1)}`,
    '',
    paragraph('Use --json for the leader of each school.'),
  ].join('\n');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)} %`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
}
