// How near to its own proven bound a plan is, how soon, and what others make of the same instance in the same run:
//   npx tsx bench/assignment.ts [--time-limit <seconds>] [--seed <number>] [--others <seconds>] [--without highs,cbc] [--json] [FILE...]
// FILE is an instance that `bin/alongside solve` reads; without any, made-up ones of the same kind are taken. Single runs. HiGHS (as
// WebAssembly) and CBC (Debian's coinor-cbc, where it is installed) are given the textbook model, and by hand is the most pressing school first; each for the time limit, or that of --others. Every plan, whoever
// made it, is checked by src/matching/rules/check, which shares no code with the solver; the bounds of others are theirs.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import highs from 'highs';
import { solveInWorker } from '../src/matching/queries/solve-in-worker.ts';
import { checkAssignment } from '../src/matching/rules/check/assignment.ts';
import { findingsOf } from '../src/matching/rules/check/findings.ts';
import { planByHand } from '../src/matching/rules/greedy.ts';
import type { Instance } from '../src/matching/rules/instance.ts';
import { hasCbc, solveByCbc } from './cbc.ts';
import { GAPS, gapOf, trackGaps } from './gap-track.ts';
import { instancesOf } from './instances.ts';
import { isPlain, type PlainAnswer, solvePlainly } from './plain-mip.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'time-limit': { type: 'string', default: '60' },
    others: { type: 'string' },
    seed: { type: 'string', default: '1' },
    without: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
const timeLimitSeconds = Number(values['time-limit']);
const othersSeconds = Number(values.others ?? timeLimitSeconds);
const seed = Number(values.seed);
const without = values.without.split(',');
// The package's types describe its CommonJS build, whose default export is wrapped once more than that of the ES module.
const loadHighs = highs as unknown as (typeof highs)['default'];

/** One solver on one instance. */
interface Line {
  instance: string;
  solver: 'Alongside' | 'HiGHS' | 'CBC' | 'by hand';
  cost: number | null;
  /** Cost over ours. */
  ratio: number | null;
  uncovered: number | null;
  bound: number | null;
  gap: number | null;
  provedOptimal: boolean;
  firstPlan: number | null;
  /** Seconds to each of `GAPS`, by its own bound. */
  secondsToGap: (number | null)[];
  seconds: number | null;
  /** What the checker finds wrong. */
  wrong: string[];
}

const lines: Line[] = [];
const say = (text: string): void => void (values.json || console.log(text));
say(`${timeLimitSeconds} s (others ${othersSeconds} s), seed ${seed}, ${cpus().length} cores: ${cpus()[0]?.model}`);
if (!without.includes('cbc') && !hasCbc()) say('CBC is not installed (apt-get install coinor-cbc) and is left out');
const heads = [...GAPS.map((gap) => `${100 * gap} %`), 'seconds', 'cost', 'bound', 'gap', 'uncovered', 'cost / ours'];
say(row('instance', 'solver', 'first', ...heads));
for (const [name, instance] of await instancesOf(positionals, seed)) {
  const ours = await bySolver(name, instance);
  tell(ours);
  tell(byHand(name, instance, ours));
  if (!isPlain(instance)) {
    say(
      `${name} has load, fixed schools or limits, which the textbook model does not know: HiGHS and CBC are left out`,
    );
    continue;
  }
  if (!without.includes('highs'))
    tell(other('HiGHS', name, instance, solvePlainly(await loadHighs(), instance, othersSeconds), ours));
  if (!without.includes('cbc') && hasCbc())
    tell(other('CBC', name, instance, await solveByCbc(instance, othersSeconds), ours));
}
if (values.json) console.log(JSON.stringify({ timeLimitSeconds, othersSeconds, seed, gaps: GAPS, lines }, null, 2));
if (lines.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;

async function bySolver(name: string, instance: Instance): Promise<Line> {
  const track = trackGaps();
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const solution = await solveInWorker(instance, {
    threads: cpus().length > 1 ? 2 : 1,
    timeLimitSeconds,
    seed,
    onProgress: ({ objective, bound }) => track.tell({ seconds: elapsed(), objective, bound }),
  });
  const seconds = elapsed();
  const { objective, bound, gap, provedOptimal, uncovered } = solution;
  track.tell({ seconds, objective, bound });
  const { wrong } = findingsOf(instance, solution);
  return {
    instance: name,
    solver: 'Alongside',
    cost: objective,
    ratio: 1,
    uncovered,
    bound,
    gap,
    provedOptimal,
    firstPlan: track.first(),
    secondsToGap: track.reached(),
    seconds,
    wrong,
  };
}

function byHand(name: string, instance: Instance, ours: Line): Line {
  const started = performance.now();
  const assignment = planByHand(instance);
  const seconds = (performance.now() - started) / 1000;
  return { ...plainLine('by hand', name, instance, assignment, ours), seconds };
}

function other(solver: Line['solver'], name: string, instance: Instance, answer: PlainAnswer, ours: Line): Line {
  const { assignment, bound, isOptimal, seconds, track } = answer;
  const line = plainLine(solver, name, instance, assignment, ours);
  return {
    ...line,
    bound,
    gap: line.cost === null ? null : gapOf(line.cost, bound),
    provedOptimal: isOptimal,
    firstPlan: track?.first() ?? null,
    secondsToGap: track?.reached() ?? GAPS.map(() => null),
    seconds,
  };
}

function plainLine(
  solver: Line['solver'],
  instance: string,
  problem: Instance,
  assignment: (number | null)[] | null,
  ours: Line,
): Line {
  const checked = assignment === null ? null : checkAssignment(problem, assignment);
  return {
    instance,
    solver,
    cost: checked?.objective ?? null,
    ratio: checked === null ? null : checked.objective / ours.cost!,
    uncovered: checked?.uncovered ?? null,
    bound: null,
    gap: null,
    provedOptimal: false,
    firstPlan: null,
    secondsToGap: GAPS.map(() => null),
    seconds: null,
    wrong: [],
  };
}

function tell(line: Line): void {
  lines.push(line);
  const { instance, solver, firstPlan, secondsToGap, seconds, cost, bound, gap, provedOptimal, uncovered, ratio } =
    line;
  const figures = [
    ...[firstPlan, ...secondsToGap, seconds].map((s) => s?.toFixed(s < 10 ? 2 : 1) ?? '-'),
    ...[cost, bound].map((value) => value?.toFixed(1) ?? '-'),
    provedOptimal ? 'optimal' : gap === null ? '-' : `${(100 * gap).toFixed(3)} %`,
    uncovered ?? '-',
    ratio?.toFixed(4) ?? 'no plan',
  ];
  say(row(instance, solver, ...figures));
  for (const fault of line.wrong) say(`  WRONG: ${fault}`);
}

function row(instance: string, solver: string, ...cells: (string | number)[]): string {
  return [instance.padEnd(18), solver.padEnd(10), ...cells.map((cell) => String(cell).padStart(10))].join(' ');
}
