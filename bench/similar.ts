// How long it takes to find the 60 most similar schools of every school in England, exactly, beside a plain scan of all
// distances and scikit-learn (where it is installed: Debian's python3-sklearn), in one run:
//   npx tsx bench/similar.ts [k]
// Every answer is compared with the scan's, in order and to the last bit; the bench fails if one differs. scikit-learn does
// not know missing figures, so it is set beside a search among the schools that have all, and its distances are compared,
// for it settles ties otherwise.
import { deepStrictEqual, ok } from 'node:assert';
import { cpus } from 'node:os';
import { withData } from '../src/cli/with-database.ts';
import { registerAsAt } from '../src/opendata/queries/register-as-at.ts';
import { loadFeatureSpace, similarPolicyAsAt, similarSchools } from '../src/similar/queries.ts';
import { nearestInThreads, type NearestThreads } from '../src/similar/queries/nearest-in-threads.ts';
import { isComplete, squaredDistance } from '../src/similar/rules/distance.ts';
import type { FeatureSpace } from '../src/similar/rules/feature-space.ts';
import { nearest, nearestByScan, type NearestOfAll, nearestOfBlock, roomForAll } from '../src/similar/rules/nearest.ts';
import { type SearchIndex, searchIndex } from '../src/similar/rules/search-index.ts';
import { byScikitLearn, completeOnly, WAYS } from './scikit-learn.ts';

const k = Number(process.argv[2] ?? 60);
const TIMES = 9;

await withData('bench/similar', async ({ db }) => {
  const asAt = await registerAsAt(db);
  if (asAt === null) throw new Error('No register of schools is loaded: run npm start once, or unset DATABASE_URL');
  const policy = similarPolicyAsAt(asAt);
  console.log(`k = ${k}, ${policy.features.length} features, register as at ${asAt}, ${cpus().length} processors`);
  const spaces: FeatureSpace[] = [];
  for (const group of ['primary', 'secondary'] as const) spaces.push(await loadFeatureSpace(db, policy, group));
  for (const space of spaces) {
    const lacking = rowsOf(space).filter((row) => !isComplete(space, row)).length;
    console.log(`${space.group}: ${space.urns.length} schools, ${lacking} of which lack a figure`);
  }

  const start = timer();
  const indexes = spaces.map(searchIndex);
  line('Making the index, one thread', start());
  singly(indexes);
  const starting = timer();
  const threads = await nearestInThreads(spaces);
  line('Starting threads, each with its index', starting());
  const again = timer();
  const answers = await threads.nearestOfAll(k);
  line('All schools, threads, first time', again());
  const ours = await warm(threads);
  await threads.close();
  line(`All schools, threads, warm: middle of ${TIMES}`, ours);
  const alone = timer();
  for (const index of indexes) allBy(index);
  line('All schools, this thread alone, warm', alone(), ours);

  const scanning = timer();
  const scanned = spaces.map((space) => rowsOf(space).map((row) => nearestByScan(space, row, k)));
  line('All schools, plain scan, one thread', scanning(), ours);
  indexes.forEach((index, i) => {
    for (const row of rowsOf(index.space)) {
      const expected = scanned[i]![row]!;
      deepStrictEqual(nearest(index, row, k), expected);
      deepStrictEqual(listOf(answers[i]!, row), expected);
    }
  });
  console.log('All answers equal those of the plain scan, singly and all at once');

  await besideScikitLearn(spaces.map(completeOnly));
  for (const when of ['first', 'second']) {
    const asked = timer();
    await similarSchools(db, 109_574, { policy, asAt, k });
    console.log(`One school from the database to its list, ${when} time: ${(asked() * 1000).toFixed(0)} ms`);
  }
});

/** Each school by itself, as a page asks. */
function singly(indexes: readonly SearchIndex[]): void {
  const [known, lacking]: [number[], number[]] = [[], []];
  // Warm: the blocks near each school are in order, the code is compiled.
  for (const when of ['before', 'timed']) {
    for (const index of indexes) {
      for (const row of rowsOf(index.space)) {
        const one = timer();
        nearest(index, row, k);
        if (when === 'timed') (isComplete(index.space, row) ? known : lacking).push(one() * 1000);
      }
    }
  }
  for (const [which, times] of [
    ['all figures known', known],
    ['a figure missing', lacking],
  ] as const) {
    const sorted = times.toSorted((a, b) => a - b);
    const high = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
    console.log(`One school, ${which}: middle ${middleOf(times).toFixed(3)} ms, 99 of 100 under ${high.toFixed(3)} ms`);
  }
}

async function besideScikitLearn(spaces: readonly FeatureSpace[]): Promise<void> {
  const threads = await nearestInThreads(spaces);
  const answers = await threads.nearestOfAll(k);
  const ours = await warm(threads);
  await threads.close();
  line('Schools with all figures, threads, warm', ours);
  const theirs = spaces.map((space) => byScikitLearn(space, k));
  for (const way of WAYS) {
    let seconds = 0;
    for (const [i, found] of theirs.entries()) {
      if (found === null) {
        console.log('scikit-learn is not installed: apt-get install python3-sklearn to have it measured beside');
        return;
      }
      seconds += found.seconds[way];
      sameDistances(spaces[i]!, answers[i]!, found.rows[way]);
    }
    line(`The same, scikit-learn ${theirs[0]?.version}, ${way}, all processors, best of 3`, seconds, ours);
  }
  console.log('All distances of scikit-learn equal ours');
}

/** Its distances are worked out here from its rows, for its own are rounded otherwise. */
function sameDistances(space: FeatureSpace, ours: NearestOfAll, theirs: BigInt64Array): void {
  for (const row of rowsOf(space)) {
    for (let i = 0; i < k; i += 1) {
      const squared = squaredDistance(space, row, Number(theirs[row * k + i]));
      const difference = Math.abs(squared - ours.squares[row * k + i]!);
      ok(difference < 1e-9, `row ${row}, neighbour ${i + 1}: ${squared}`);
    }
  }
}

function allBy(index: SearchIndex): void {
  const all = roomForAll(index.space.urns.length, k);
  for (const block of index.blocks.keys()) nearestOfBlock(index, block, all);
}

/** The middle of several searches. */
async function warm(threads: NearestThreads): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const search = timer();
    await threads.nearestOfAll(k);
    taken.push(search());
  }
  return middleOf(taken);
}

function listOf({ rows, squares }: NearestOfAll, row: number): { row: number; squared: number }[] {
  return Array.from({ length: k }, (_, i) => ({ row: rows[row * k + i]!, squared: squares[row * k + i]! })).filter(
    (near) => near.row >= 0,
  );
}

function rowsOf({ urns }: FeatureSpace): number[] {
  return Array.from(urns.keys());
}

function line(what: string, seconds: number, ours?: number): void {
  const ratio = ours === undefined ? '' : `  ${(seconds / ours).toFixed(1)} times as long`;
  console.log(`${what}: ${seconds.toFixed(3)} s${ratio}`);
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function timer(): () => number {
  const started = performance.now();
  return () => (performance.now() - started) / 1000;
}
