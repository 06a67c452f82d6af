// How good the plans are, how near to the proven bound, how soon; and the same instance given to HiGHS as a plain model in
// the same run, with the same time:
//   npx tsx bench/solve.ts [--time-limit <seconds>] [--seed <number>] [--no-plain] [FILE...]
// FILE is an instance that `bin/alongside solve` reads. Without any, crowded and roomy instances are generated.
import { basename } from 'node:path';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import highs from 'highs';
import { readInstanceFile } from '../src/matching/queries/instance-file.ts';
import { solveInWorker } from '../src/matching/queries/solve-in-worker.ts';
import type { Instance } from '../src/matching/rules/instance.ts';
import { generatedInstance } from './generated-instance.ts';
import { solvePlainly } from './plain-mip.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'time-limit': { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    'no-plain': { type: 'boolean', default: false },
  },
});
const timeLimitSeconds = Number(values['time-limit']);
const seed = Number(values.seed);
// The package's types describe its CommonJS build, whose default export is wrapped once more than that of the ES module.
const loadHighs = highs as unknown as (typeof highs)['default'];

const instances: [name: string, instance: Instance][] =
  positionals.length > 0
    ? await Promise.all(
        positionals.map(async (path) => [basename(path), await readInstanceFile(path)] as [string, Instance]),
      )
    : [
        ['crowded 30x90', generatedInstance({ leaders: 30, schools: 90, seed })],
        ['crowded 100x300', generatedInstance({ leaders: 100, schools: 300, seed })],
        ['roomy 400x450', generatedInstance({ leaders: 400, schools: 450, seed })],
      ];

console.log(`time limit ${timeLimitSeconds} s, seed ${seed}, ${cpus().length} cores, one thread each`);
console.log(
  row(
    'instance',
    'pairs',
    'by hand',
    'objective',
    'bound',
    'gap %',
    'uncovered',
    'first s',
    'seconds',
    'HiGHS',
    'HiGHS gap %',
    'HiGHS s',
    'HiGHS/ours',
  ),
);
for (const [name, instance] of instances) {
  let first: number | null = null;
  const ours = await solveInWorker(instance, {
    timeLimitSeconds,
    seed,
    onProgress: ({ seconds }) => {
      first ??= seconds;
    },
  });
  const plain = values['no-plain'] ? null : solvePlainly(await loadHighs(), instance, timeLimitSeconds);
  console.log(
    row(
      name,
      instance.pairCost.length,
      ours.byHand.objective.toFixed(1),
      ours.objective.toFixed(1),
      ours.bound.toFixed(1),
      ours.provedOptimal ? 'optimal' : (100 * ours.gap).toFixed(3),
      ours.uncovered,
      (first ?? ours.seconds).toFixed(2),
      ours.seconds.toFixed(1),
      plain?.objective?.toFixed(1) ?? '-',
      plain === null || plain.objective === null
        ? '-'
        : plain.isOptimal
          ? 'optimal'
          : ((100 * (plain.objective - plain.bound)) / plain.objective).toFixed(3),
      plain?.seconds.toFixed(1) ?? '-',
      plain === null || plain.objective === null ? '-' : (plain.objective / ours.objective).toFixed(4),
    ),
  );
}

function row(name: string, ...cells: (string | number)[]): string {
  return [name.padEnd(18), ...cells.map((cell) => String(cell).padStart(11))].join(' ');
}
