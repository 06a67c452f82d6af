// A leader withdraws: how long a new plan takes, how many pairs it changes and how good it is, with and without a price on changes:
//   npx tsx bench/replan.ts [--time-limit <seconds>] [--replan <seconds>] [--price <cost>] [--leader <index>] [--seed <number>] [--json] [FILE...]
// The first plan has --time-limit; each new one --replan, and begins from the first and its prices. Without --leader the one with most schools withdraws. A school that
// keeps its leader costs nothing; one that had a leader, and gets another or none, costs --price more (10 without). The schools of the leader who
// withdrew have to change and are not charged. Costs told are those of the instance, without what changes were charged.
import { parseArgs } from 'node:util';
import { solveInWorker } from '../src/matching/queries/solve-in-worker.ts';
import { checkAssignment } from '../src/matching/rules/check/assignment.ts';
import { findingsOf } from '../src/matching/rules/check/findings.ts';
import type { Instance } from '../src/matching/rules/instance.ts';
import type { Solution } from '../src/matching/rules/solution.ts';
import { instancesOf } from './instances.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'time-limit': { type: 'string', default: '60' },
    replan: { type: 'string', default: '30' },
    price: { type: 'string', default: '10' },
    leader: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const price = Number(values.price);

type Assignment = readonly (number | null)[];

interface Line {
  instance: string;
  what: string;
  seconds: number;
  /** The cost of the instance itself. */
  cost: number;
  /** Of the problem that was solved, changes charged. */
  gap: number;
  covered: number;
  /** Schools that had a leader who can go on, and have another or none. */
  changed: number;
  /** Schools of the leader who withdrew that have another now. */
  taken: string;
  wrong: string[];
}

const lines: Line[] = [];
const say = (text: string): void => void (values.json || console.log(text));
say(row('instance', 'plan', 'seconds', 'cost', 'gap', 'covered', 'changed', 'taken over'));
for (const [name, instance] of await instancesOf(positionals, seed)) {
  const first = await timed(instance, Number(values['time-limit']));
  const leader = values.leader === undefined ? busiest(instance, first.solution.assignment) : Number(values.leader);
  const before = first.solution.assignment;
  tell({ ...first, instance: name, what: 'first', problem: instance, leader: null, before });
  const without = withdrawn(instance, leader);
  for (const [what, charge] of [
    ['anew', 0],
    [`change costs ${price}`, price],
  ] as const) {
    const problem = charged(without, before, leader, charge);
    const from = { start: before, prices: first.solution.proof.prices };
    const again = await timed(problem, Number(values.replan), from);
    tell({ ...again, instance: name, what, problem, original: without, leader, before });
  }
}
if (values.json) console.log(JSON.stringify({ seed, price, lines }, null, 2));
if (lines.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;

async function timed(
  instance: Instance,
  timeLimitSeconds: number,
  from?: { start: Assignment; prices: readonly number[] },
): Promise<{ solution: Solution; seconds: number }> {
  const started = performance.now();
  const solution = await solveInWorker(instance, { timeLimitSeconds, seed, ...from });
  return { solution, seconds: (performance.now() - started) / 1000 };
}

function busiest({ leaders }: Instance, assignment: Assignment): number {
  const schools = new Int32Array(leaders);
  for (const leader of assignment) if (leader !== null) schools[leader]!++;
  return schools.indexOf(Math.max(...schools));
}

/** The instance without what a leader could give. */
function withdrawn(instance: Instance, leader: number): Instance {
  const nothing = <T extends Float64Array | Int32Array>(column: T): T => {
    const copy = column.slice() as T;
    copy[leader] = 0;
    return copy;
  };
  return { ...instance, capacity: nothing(instance.capacity), maxSchools: nothing(instance.maxSchools) };
}

/** The instance with a charge on whatever takes a school from a leader who can go on. */
function charged(instance: Instance, before: Assignment, gone: number, charge: number): Instance {
  const isHeld = (school: number): boolean => before[school] !== null && before[school] !== gone;
  return {
    ...instance,
    pairCost: instance.pairCost.map((cost, k) => {
      const school = instance.pairSchool[k]!;
      return isHeld(school) && before[school] !== instance.pairLeader[k] ? cost + charge : cost;
    }),
    penalty: instance.penalty.map((cost, school) => (isHeld(school) ? cost + charge : cost)),
  };
}

function tell({
  instance,
  what,
  problem,
  original = problem,
  leader,
  before,
  solution,
  seconds,
}: {
  instance: string;
  what: string;
  problem: Instance;
  original?: Instance;
  leader: number | null;
  before: Assignment;
  solution: Solution;
  seconds: number;
}): void {
  const now = solution.assignment;
  const lost = before.flatMap((had, school) => (had !== null && had === leader ? [school] : []));
  const line: Line = {
    instance,
    what,
    seconds,
    cost: checkAssignment(original, now).objective,
    gap: solution.gap,
    covered: now.length - solution.uncovered,
    changed: before.filter((had, school) => had !== null && had !== leader && now[school] !== had).length,
    taken: `${lost.filter((school) => now[school] !== null).length} of ${lost.length}`,
    wrong: findingsOf(problem, solution).wrong,
  };
  lines.push(line);
  const gap = solution.provedOptimal ? 'optimal' : `${(100 * line.gap).toFixed(3)} %`;
  say(row(instance, what, seconds.toFixed(1), line.cost.toFixed(1), gap, line.covered, line.changed, line.taken));
  for (const fault of line.wrong) say(`  WRONG: ${fault}`);
}

function row(instance: string, what: string, ...cells: (string | number)[]): string {
  return [instance.padEnd(18), what.padEnd(18), ...cells.map((cell) => String(cell).padStart(10))].join(' ');
}
