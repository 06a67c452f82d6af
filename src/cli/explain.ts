import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { planForOperator } from '../matching/policy.ts';
import { explainInWorker } from '../matching/queries/explain/explain-in-worker.ts';
import { groundOfArea } from '../matching/queries/explain/ground-of-area.ts';
import { solvedArea } from '../matching/queries/plan-of-area.ts';
import type { Ground } from '../matching/rules/explain/ground.ts';
import { type Answers, explain, type Question } from '../matching/rules/explain/question.ts';
import { findArea } from '../schools/queries/areas.ts';
import { seconds, urn } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { explainText } from './explain-text.ts';
import { answer } from './output.ts';
import { withData } from './with-database.ts';

interface Options {
  area: string;
  school?: number;
  leader?: number;
  uncovered?: true;
  worth?: true;
  weights?: true;
  timeLimit: number;
  json?: true;
}

/** What was asked of a plan with its answer, in the order asked. */
export type Explained = { [A in keyof Answers]: { about: A; answer: Answers[A] } }[keyof Answers];

/** `bin/alongside explain --area A ...`: why a plan is as it is, and what would better it. */
export function explainCommand(program: Command): Command {
  return program
    .command('explain')
    .description(
      'Why a plan is as it is: each pair, why not another, how to cover who is left, what more would be worth',
    )
    .requiredOption('--area <code|name>', 'local authority by code or name, for example 821 or Luton')
    .option('--school <urn>', 'what every other leader of this school would cost the plan', urn)
    .option('--leader <urn>', 'with --school: what this leader there would cost, by making the plan anew', urn)
    .option('--uncovered', 'ways to cover each school that has nobody, or the one of --school')
    .option('--worth', 'what more leaders and more days would be worth, and where')
    .option('--weights', 'how the plan changes with each weight at half and at double')
    .option('--time-limit <seconds>', 'each plan made takes at most so long', seconds, 10)
    .option('--json', 'print the answers as JSON')
    .action((options: Options) =>
      withData('explain', async ({ db }) => {
        const found = await findArea(db, options.area);
        if (!found.ok) throw new CommandError(found.reason);
        const { code } = found.area;
        const secondsASolve = options.timeLimit;
        const solved = await solvedArea(db, planForOperator(code), code, { timeLimitSeconds: secondsASolve });
        const ground = await groundOfArea(db, planForOperator(code), solved);
        const explained: Explained[] = [];
        for (const question of questionsOf(ground, options)) {
          const given = await explainInWorker(explain(ground, question), { secondsASolve });
          explained.push({ about: question.about, answer: given } as Explained);
        }
        const findings = ground.findings.map(({ sentence, mend }) => ({ sentence, mend }));
        const { objective, bound, provedOptimal } = ground.solution;
        const plan = { objective, bound, provedOptimal };
        answer({ area: found.area, plan, findings, explained }, options.json, (value) =>
          explainText(value, ground, { colour: readConfig().colour }),
        );
      }),
    );
}

function questionsOf(ground: Ground, { school, leader, uncovered, worth, weights }: Options): Question[] {
  if (leader !== undefined && school === undefined) {
    throw new CommandError('--leader needs --school: say for which school');
  }
  const needs = school === undefined ? [] : needsOf(ground, school);
  if (leader !== undefined) {
    return needs.map((need) => ({ about: 'why-not', need, leader: leaderKey(ground, leader) }));
  }
  const { problem, solution } = ground;
  const left = problem.needs.flatMap(({ key }, k) => ((solution.assignment[k] ?? null) === null ? [key] : []));
  const questions: Question[] = [
    ...(uncovered === true ? (school === undefined ? left : needs) : []).map((need): Question => ({
      about: 'ways',
      need,
    })),
    ...(uncovered === true ? [] : needs).map((need): Question => ({ about: 'others', need })),
    ...(worth === true ? [{ about: 'worth' } as const] : []),
    ...(weights === true ? [{ about: 'weights' } as const] : []),
  ];
  return questions.length === 0 && uncovered !== true ? [{ about: 'pairs' }] : questions;
}

function needsOf({ problem }: Ground, school: number): string[] {
  const keys = problem.needs.flatMap((need) => (need.school.urn === school ? [need.key] : []));
  if (keys.length === 0) {
    throw new CommandError(
      `${school} is not among the schools of this plan that need help first: see bin/alongside plan`,
    );
  }
  return keys;
}

function leaderKey({ problem, spare }: Ground, home: number): string {
  const found = [...problem.leaders, ...spare].find(({ school }) => school.urn === home);
  if (found !== undefined) return found.key;
  const mend = 'see bin/alongside school --urn for what its record holds';
  throw new CommandError(
    `${home} is not the school of a head who meets the published criteria, is not in need and is near: ${mend}`,
  );
}
