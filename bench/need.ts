// How long the national need run takes: reading the facts of every open mainstream school, assessing all of them under the
// policy of the day, and storing that, beside the straightforward way, which works out how the country stands anew for
// each school:
//   npx tsx bench/need.ts [schools to assess alone]
// Those assessed alone must come out exactly as in the run, and the rows stored must be those of the run; else it fails.
import { deepStrictEqual } from 'node:assert';
import { cpus } from 'node:os';
import { sql } from 'kysely';
import { withData } from '../src/cli/with-database.ts';
import { assessEngland } from '../src/need/commands.ts';
import { factsForNeed, needPackAsAt } from '../src/need/queries.ts';
import { assess } from '../src/need/rules/assess.ts';
import { packed } from '../src/need/rules/assessment.ts';
import { nationalReference } from '../src/need/rules/national-reference.ts';
import { headWatches } from '../src/schools/queries/head-watches.ts';
import { registerAsAt } from '../src/opendata/queries/register-as-at.ts';
import { lineageAsAt } from '../src/schools/queries/lineage.ts';
import { asJudged } from '../src/schools/rules/inherited.ts';

const alone = Number(process.argv[2] ?? 40);
const TIMES = 9;

await withData('bench/need', async ({ db, owner }) => {
  const asAt = await registerAsAt(db);
  if (asAt === null) throw new Error('No register of schools is loaded: run npm start once, or unset DATABASE_URL');
  const pack = needPackAsAt(asAt);
  const reading = timer();
  await lineageAsAt(db, asAt);
  const read = await factsForNeed(db, pack, asAt);
  const figures = read.reduce((sum, { facts }) => sum + facts.size, 0);
  console.log(
    `${pack.policy.id}: ${pack.policy.indicators.length} indicators, ${read.length} schools, ${figures} figures, ${cpus().length} processors`,
  );
  line('Reading facts', reading());

  const heads = await headWatches(db, asAt);
  const begin = () => {
    const facts = read.map((school) => asJudged(school, pack.policy.inherited));
    return { facts, at: { ...pack, asAt, heads, reference: nationalReference(facts) } };
  };
  // As the run does it: each school is assessed and let go.
  const run = () => {
    const { facts, at } = begin();
    let raised = 0;
    for (const school of facts) raised += assess(school, at).points;
    return raised;
  };
  const first = timer();
  run();
  line('Assessing, first time', first());
  const taken: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const again = timer();
    run();
    taken.push(again());
  }
  const seconds = taken.toSorted((a, b) => a - b)[TIMES >> 1] ?? 0;
  line(`Assessing, warm: middle of ${TIMES}`, seconds);
  console.log(`${Math.round(read.length / seconds)} schools a second`);

  const { facts, at } = begin();
  const assessed = facts.map((school) => assess(school, at));
  const step = Math.max(1, Math.floor(facts.length / alone));
  const chosen = facts.flatMap((_, i) => (i % step === 0 ? [i] : []));
  const straight = timer();
  for (const i of chosen) {
    const own = { ...at, reference: nationalReference(facts) };
    deepStrictEqual(assess(facts[i]!, own), assessed[i]);
  }
  const each = straight() / chosen.length;
  line(`Straightforward, from ${chosen.length} schools each assessed alone`, each * facts.length);
  console.log(
    `${((each * facts.length) / seconds).toFixed(0)} times as long; all ${chosen.length} equal those of the run`,
  );

  const storing = timer();
  await assessEngland(owner.db, pack, asAt, read);
  line('Assessing and storing, one transaction, the server at work beside', storing());
  const { rows } = await sql<{ urn: number; indicators: unknown }>`
    select urn, indicators from need_assessment where policy_id = ${pack.policy.id} and as_at = ${asAt} order by urn
  `.execute(db);
  const expected = assessed.map(({ urn, indicators }) => ({ urn, indicators: indicators.map(packed) }));
  deepStrictEqual(rows, JSON.parse(JSON.stringify(expected)));
  console.log(`All ${rows.length} rows stored are those of the run`);
});

function line(what: string, seconds: number): void {
  console.log(`${what}: ${seconds.toFixed(2)} s`);
}

function timer(): () => number {
  const started = performance.now();
  return () => (performance.now() - started) / 1000;
}
