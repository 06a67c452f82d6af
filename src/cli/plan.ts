import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { roadAsker } from '../matching/commands/roads/road-asker.ts';
import { planForOperator } from '../matching/policy.ts';
import { planOfArea } from '../matching/queries/plan-of-area.ts';
import { findArea } from '../schools/queries/areas.ts';
import { seconds } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { answer } from './output.ts';
import { planText } from './plan-text.ts';
import { withData } from './with-database.ts';

interface Options {
  area: string;
  timeLimit: number;
  json?: true;
}

const ENGLAND = /^england$/i;

/** `bin/alongside plan --area A`: who should work alongside whom, with reasons and proof. */
export function planCommand(program: Command): Command {
  return program
    .command('plan')
    .description('Who should work alongside whom in an area, with the reasons of each pair and a proof of the whole')
    .requiredOption('--area <code|name>', 'local authority by code or name, for example 821 or Luton; or England')
    .option('--time-limit <seconds>', 'take the best plan found by then', seconds, 60)
    .option('--json', 'print the plan as JSON')
    .action(({ area, timeLimit, json }: Options) =>
      withData('plan', async ({ db }) => {
        const found = ENGLAND.test(area) ? null : await findArea(db, area);
        if (found !== null && !found.ok) throw new CommandError(found.reason);
        const code = found === null ? null : found.area.code;
        const { roads, colour } = readConfig();
        const askRoads = roads === null ? null : roadAsker(db, roads);
        const plan = await planOfArea(db, planForOperator(code), code, { timeLimitSeconds: timeLimit, askRoads });
        answer(plan, json, (value) => planText(value, { colour }));
      }),
    );
}
