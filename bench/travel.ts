import { performance } from 'node:perf_hooks';
import { travelBasisAsAt } from '../src/matching/queries/travel-policy.ts';
import { measuredError, type RoutedJourney } from '../src/matching/rules/travel/measured-error.ts';
import { estimatedWay } from '../src/matching/rules/travel/estimate.ts';
import type { EstimateNumbers, TravelError } from '../src/matching/rules/travel/travel-policy.ts';
import { journeyOf } from '../src/matching/rules/travel/travel-basis.ts';
import { WaterIndex } from '../src/matching/rules/travel/water-index.ts';
import { routedJourneysKind } from '../src/matching/schema/routed-journeys.ts';
import { policyAsAt } from '../src/policies.ts';

// npx tsx bench/travel.ts: fits the estimate of journeys to those for calibration, tells its error on those held out, and how much
// dearer it is than a straight line.

const DAY = '2022-07-06';
const basis = travelBasisAsAt(DAY);
const { calibration, heldOut } = policyAsAt(routedJourneysKind, DAY);
const index = new WaterIndex(basis.waters);
const { estimate } = basis.policy;

const terms = ({ from, to }: RoutedJourney): number[] => {
  const { km } = estimatedWay(from, to, estimate, index);
  const rural = Number(from.urban === false) + Number(to.urban === false);
  return [1, Math.sqrt(km), km, rural, rural * km];
};

/** Numbers with the least sum of squared errors in per cent, by the normal equations. */
function fitted(journeys: readonly RoutedJourney[]): EstimateNumbers {
  const rows = journeys.map((one) => terms(one).map((term) => term / one.minutes));
  const size = rows[0]!.length;
  const matrix = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (_, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
    rows.reduce((sum, row) => sum + row[i]!, 0),
  ]);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (j === i) continue;
      const share = matrix[j]![i]! / matrix[i]![i]!;
      for (let k = i; k <= size; k++) matrix[j]![k]! -= share * matrix[i]![k]!;
    }
  }
  const [start, perRootKm, perKm, ruralStart, ruralPerKm] = matrix.map((row, i) => row[size]! / row[i]!);
  return { start: start!, perRootKm: perRootKm!, perKm: perKm!, ruralStart: ruralStart!, ruralPerKm: ruralPerKm! };
}

const show = (name: string, { journeys, meanPercent, percent, meanMinutes, minutes }: TravelError) =>
  console.log(
    `| ${name} | ${journeys} | ${meanPercent} % | ${percent[0]} to ${percent[1]} % | ${meanMinutes} | ${minutes[0]} to ${minutes[1]} |`,
  );

console.log('Fitted to those for calibration:', fitted(calibration));
console.log(
  '\n| journeys held out | how many | mean error | nine in ten | minutes | nine in ten |\n|---|---:|---:|---:|---:|---:|',
);
const crossing = ({ from, to }: RoutedJourney) => estimatedWay(from, to, estimate, index).by.length > 0;
const inLondon = ({ from, to }: RoutedJourney) =>
  [from, to].every(({ easting, northing }) => Math.hypot(easting - 530_000, northing - 180_000) < 25_000);
const groups: [string, (one: RoutedJourney) => boolean][] = [
  ['all', () => true],
  ['both ends urban', ({ from, to }) => from.urban === true && to.urban === true],
  ['one end rural', ({ from, to }) => from.urban !== to.urban],
  ['over a water', crossing],
  ['over none', (one) => !crossing(one)],
  ['within 25 km of Charing Cross', inLondon],
];
for (const [name, belongs] of groups) show(name, measuredError(basis, 'estimate', heldOut.filter(belongs)));
show('all, by the straight line', measuredError(basis, 'straight line', heldOut));
show('over a water, by the straight line', measuredError(basis, 'straight line', heldOut.filter(crossing)));

/** Pairs up to 45 km apart all over England, drawn the same each time. */
function pairs(count: number): { from: RoutedJourney['from']; to: RoutedJourney['to'] }[] {
  let state = 6;
  const draw = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const places = [...calibration, ...heldOut].flatMap(({ from, to }) => [from, to]);
  return Array.from({ length: count }, () => {
    const from = places[Math.floor(draw() * places.length)]!;
    const [turn, far] = [draw() * 2 * Math.PI, draw() * 45_000];
    const to = {
      ...from,
      easting: from.easting + far * Math.cos(turn),
      northing: from.northing + far * Math.sin(turn),
    };
    return { from, to };
  });
}

const asked = pairs(200_000);
const timed = (how: 'straight line' | 'estimate') => {
  const begun = performance.now();
  let sum = 0;
  for (const { from, to } of asked) sum += journeyOf(basis, how, from, to).minutes;
  return { microseconds: ((performance.now() - begun) * 1000) / asked.length, sum };
};
timed('estimate');
const [straight, estimated] = [timed('straight line'), timed('estimate')];
console.log(
  `\n200,000 pairs: ${estimated.microseconds.toFixed(2)} µs each, ${(estimated.microseconds / straight.microseconds).toFixed(1)} times a straight line`,
);
