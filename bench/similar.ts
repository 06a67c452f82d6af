// How long it takes to find the 60 most similar schools of every school in England, exactly, and how that compares with
// a plain scan of all distances that keeps its nearest in the same heap:
//   npx tsx bench/similar.ts [k]
// Every answer of the index is compared with the scan's; the bench fails if one differs.
import { deepStrictEqual } from 'node:assert';
import { cpus } from 'node:os';
import { withData } from '../src/cli/with-database.ts';
import { registerAsAt } from '../src/opendata/queries/register-as-at.ts';
import { loadFeatureSpace, similarPolicyAsAt, similarSchools } from '../src/similar/queries.ts';
import { nearest, nearestByScan, searchIndex } from '../src/similar/rules/nearest.ts';

const k = Number(process.argv[2] ?? 60);

await withData('bench/similar', async ({ db }) => {
  const asAt = await registerAsAt(db);
  if (asAt === null) throw new Error('No register of schools is loaded: run npm start once, or unset DATABASE_URL');
  const policy = similarPolicyAsAt(asAt);
  console.log(
    `k = ${k}, ${policy.features.length} features, register as at ${asAt}, ${cpus().length} cores, one thread`,
  );
  console.log(
    'phase       schools  read s  order s  all by index s  all by scan s  scan/index  one school ms: middle, 99 of 100 under',
  );
  let index = 0;
  let scan = 0;
  for (const group of ['primary', 'secondary'] as const) {
    const read = timer();
    const space = await loadFeatureSpace(db, policy, group);
    const readSeconds = read();
    const order = timer();
    const ready = searchIndex(space);
    const orderSeconds = order();
    const rows = Array.from(space.urns.keys());
    for (const row of rows.slice(0, 500)) nearest(ready, row, k);
    const each: number[] = [];
    const all = timer();
    for (const row of rows) {
      const one = timer();
      nearest(ready, row, k);
      each.push(one() * 1000);
    }
    const indexSeconds = all();
    const plain = timer();
    for (const row of rows) nearestByScan(space, row, k);
    const scanSeconds = plain();
    for (const row of rows) deepStrictEqual(nearest(ready, row, k), nearestByScan(space, row, k));
    index += indexSeconds;
    scan += scanSeconds;
    const ratio = scanSeconds / indexSeconds;
    const cells = [readSeconds, orderSeconds, indexSeconds, scanSeconds, ratio].map((value) => value.toFixed(2));
    const sorted = each.toSorted((a, b) => a - b);
    const middle = sorted[sorted.length >> 1] ?? 0;
    const high = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
    console.log([group.padEnd(10), rows.length, ...cells, middle.toFixed(2), high.toFixed(2)].join('  '));
  }
  console.log(
    `All of England: ${index.toFixed(2)} s by index, ${scan.toFixed(2)} s by plain scan, ratio ${(scan / index).toFixed(1)}; all answers equal`,
  );
  for (const when of ['first', 'second']) {
    const asked = timer();
    await similarSchools(db, 109_574, { policy, asAt, k });
    console.log(`One school from the database to its list, ${when} time: ${(asked() * 1000).toFixed(0)} ms`);
  }
});

function timer(): () => number {
  const started = performance.now();
  return () => (performance.now() - started) / 1000;
}
