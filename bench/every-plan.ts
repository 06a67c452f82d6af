// Ten thousand small random problems with all kinds of limits, each solved, its proof checked, and compared with every plan there is:
//   npx tsx bench/every-plan.ts [problems] [first number]
// Fails when any answer is not the best, is not proved to be, or is not borne out by the checker. The first thousand are in the tests.
import { loadHighs } from '../test/factories/instance.ts';
import { tryEveryPlan } from '../test/factories/every-plan.ts';

const problems = Number(process.argv[2] ?? 10_000);
const first = Number(process.argv[3] ?? 0);
const highs = await loadHighs();
const started = performance.now();
const counts = { faults: 0, byParts: 0, partlyCovered: 0, empty: 0 };
for (let seed = first; seed < first + problems; seed++) {
  const { fault, byParts, partlyCovered, empty } = tryEveryPlan(seed, highs);
  counts.byParts += Number(byParts);
  counts.partlyCovered += Number(partlyCovered);
  counts.empty += Number(empty);
  if (fault === null) continue;
  counts.faults += 1;
  console.log(fault);
}
const { faults, byParts, partlyCovered, empty } = counts;
console.log(
  `${problems} problems in ${((performance.now() - started) / 1000).toFixed(0)} s: ${faults} wrong; ${byParts} proved in parts, ${partlyCovered} with schools left, ${empty} empty`,
);
if (faults > 0) process.exitCode = 1;
