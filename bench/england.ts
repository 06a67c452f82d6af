// All of England's schools in need and all prospects as one instance, under the policies that hold at the date of the data:
//   npx tsx bench/england.ts [--time-limit <seconds>] [--json]
// Prints how many are covered, the kilometres between schools and those who help, the gap and the seconds, beside the plan made
// by hand on the same instance. Uses the database that commands use (ALONGSIDE_HOME), and loads the bundled data if it is not there.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { withData } from '../src/cli/with-database.ts';
import { planForOperator } from '../src/matching/policy.ts';
import { planOfArea } from '../src/matching/queries/plan-of-area.ts';

const { values } = parseArgs({
  options: { 'time-limit': { type: 'string', default: '120' }, json: { type: 'boolean', default: false } },
});

await withData('bench/england', async ({ db }) => {
  const started = performance.now();
  const plan = await planOfArea(db, planForOperator(null), null, { timeLimitSeconds: Number(values['time-limit']) });
  const wholeSeconds = (performance.now() - started) / 1000;
  const { inNeed, assignments, uncovered, leaders, leaderDays, objective, bound, gap, provedOptimal, byHand } = plan;
  const found = {
    asAt: plan.asAt,
    policies: plan.policies,
    inNeed: inNeed.length,
    daysNeeded: Math.round(inNeed.reduce((sum, { days }) => sum + days, 0)),
    leaders,
    leaderDays: Math.round(leaderDays),
    covered: assignments.length,
    uncovered: uncovered.length,
    kilometres: Math.round(assignments.reduce((sum, { km }) => sum + km, 0)),
    minutes: Math.round(assignments.reduce((sum, { minutes }) => sum + minutes, 0)),
    cost: objective,
    bound,
    gap,
    provedOptimal,
    /** Of the search alone; the whole reads the data and tells the reasons too. */
    solveSeconds: plan.seconds,
    wholeSeconds,
    byHand: { ...byHand, costRatio: byHand.objective / objective },
  };
  if (values.json) {
    console.log(JSON.stringify(found, null, 2));
    return;
  }
  console.log(`As at ${found.asAt}; ${plan.policies.matching}; ${cpus().length} cores`);
  console.log(
    `In need          ${found.inNeed} schools, ${found.daysNeeded} days; ${leaders} leaders, ${found.leaderDays} days`,
  );
  console.log(`Covered          ${found.covered} (by hand ${byHand.covered})`);
  console.log(
    `Kilometres       ${found.kilometres}, ${(found.kilometres / Math.max(1, found.covered)).toFixed(1)} a pair`,
  );
  console.log(
    `Cost             ${objective.toFixed(1)} (by hand ${byHand.objective.toFixed(1)}, ${found.byHand.costRatio.toFixed(3)} times)`,
  );
  console.log(
    `Bound            ${bound.toFixed(1)}, gap ${provedOptimal ? '0, proved optimal' : `${(100 * gap).toFixed(3)} %`}`,
  );
  console.log(`Seconds          ${plan.seconds.toFixed(1)} to solve, ${wholeSeconds.toFixed(1)} in all`);
});
