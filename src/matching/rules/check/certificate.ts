import type { Instance } from '../instance.ts';
import type { Proof, ProofChoice } from '../solution.ts';
import { loadUnits, possiblePair } from './assignment.ts';
import { type Candidate, mostWorth } from './best-set.ts';
import { stepsOf } from './steps.ts';

export type Certificate = Pick<Proof, 'prices' | 'cuts' | 'rowPrices'>;

/** What plans keep to that a bound is for: none shuts out a pair or asks a school to be covered unless it is said. */
interface Kept {
  readonly forbidden: Uint8Array;
  readonly required: Uint8Array;
}

/** A figure of a solution that its own assignment or prices do not bear out: a fault of the solver. */
export class UnprovenError extends Error {
  override readonly name = 'UnprovenError';
}

/** Sums of whole numbers below this are exact. */
const LARGEST = 2 ** 52;
/** A step is divided no finer: prices have no more digits. */
const FINEST = 2 ** 30;
/** Days are given to three decimals. */
const DAY = 1000;

/**
 * The bound that prices prove, in the unit of the instance's costs: no plan costs less. With prices u of schools, s of
 * cuts, m of rows (each pair's cost with m x its amounts in it), after the fixed pairs are taken out:
 *
 *     their cost + sum of u - sum of s x (members of the cut - 1) / 2 - sum of m x limit
 *                - for each leader the most that any one set is worth
 *
 * where a set is worth the u less the costs of its schools, less load, less s of each cut for each pair of members that it
 * holds, its leader counted. Any u up to the penalty, s of 0 or more and m from 0 to the row's price will do, so all are
 * first put on a grid of whole numbers; from there on every sum is exact, and what cannot be is rounded to the bound's loss.
 * Where the cost of every plan is a whole number of steps, the bound is raised to the next.
 *
 * Of plans that keep to `choices` the same holds with the sets that these leave possible; a school that they ask to be
 * covered may have any price.
 *
 * @throws UnprovenError when the prices are not of these schools and rows, or cuts not of an odd number of members
 */
export function provenBound(
  instance: Instance,
  certificate: Certificate,
  choices: readonly ProofChoice[] = [],
): number {
  refuseWrongShape(instance, certificate);
  const { forbidden, required } = keptTo(instance, choices);
  shutOutUseless(instance, forbidden);
  const { leaders, schools, penalty, pairCost, pairSchool, leaderStart, fixed, rows } = instance;
  const rowPrices = rows.map(({ overPrice }, r) =>
    Math.min(Math.max(0, certificate.rowPrices[r] ?? 0), overPrice ?? Infinity),
  );
  const rowCost = new Float64Array(pairCost.length);
  for (const [r, { pairs, amounts }] of rows.entries()) {
    if (rowPrices[r] === 0) continue;
    for (let k = 0; k < pairs.length; k++) rowCost[pairs[k]!]! += rowPrices[r]! * amounts[k]!;
  }
  const { scale, isWhole } = stepsOf(instance);
  const fine = finenessOf(instance, certificate.prices, rowCost, scale);
  const down = (cost: number): number => (isWhole ? Math.round(cost * scale) * fine : Math.floor(cost * scale * fine));

  const days = Float64Array.from(instance.capacity, (all) => Math.floor(all * DAY + 1e-6));
  const need = Float64Array.from(instance.demand, (all) => Math.floor(all * DAY + 1e-6));
  const chosen = new Int32Array(leaders);
  const limits = rows.map(({ limit }) => limit);
  const isFixedPair = new Uint8Array(pairCost.length);
  let bound = 0n;
  for (let school = 0; school < schools; school++) {
    const leader = fixed[school]!;
    if (leader < 0) continue;
    const pair = possiblePair(instance, leader, school);
    isFixedPair[pair] = 1;
    bound += BigInt(down(pairCost[pair]!));
    days[leader]! -= need[school]!;
    chosen[leader]!++;
  }
  for (const [r, { pairs, amounts }] of rows.entries()) {
    for (let k = 0; k < pairs.length; k++) if (isFixedPair[pairs[k]!] === 1) limits[r]! -= amounts[k]!;
    const owed = rowPrices[r]! * limits[r]!;
    if (owed !== 0) bound -= BigInt(Math.ceil(owed * scale * fine) + 1);
  }

  const price = Float64Array.from(certificate.prices, (u, school) =>
    Math.min(Math.round(u * scale * fine), required[school] === 1 ? Infinity : down(penalty[school]!)),
  );
  for (let school = 0; school < schools; school++) if (fixed[school]! < 0) bound += BigInt(price[school]!);
  const cutPrice = Float64Array.from(certificate.cuts, (cut) => Math.round(Math.max(0, cut.price) * scale * fine));
  const cutsOfSchool = Array.from({ length: schools }, (): number[] => []);
  const cutsOfLeader = Array.from({ length: leaders }, (): number[] => []);
  for (const [c, cut] of certificate.cuts.entries()) {
    bound -= BigInt(cutPrice[c]!) * BigInt((cut.leaders.length + cut.schools.length - 1) / 2);
    for (const school of cut.schools) cutsOfSchool[school]!.push(c);
    for (const leader of cut.leaders) cutsOfLeader[leader]!.push(c);
  }

  for (let leader = 0; leader < leaders; leader++) {
    const candidates: Candidate[] = [];
    for (let k = leaderStart[leader]!; k < leaderStart[leader + 1]!; k++) {
      const school = pairSchool[k]!;
      if (fixed[school]! >= 0 || forbidden[k] === 1) continue;
      const ofRows = rowCost[k] === 0 ? 0 : Math.floor(rowCost[k]! * scale * fine) - 1;
      const gain = price[school]! - down(pairCost[k]!) - ofRows;
      if (gain > 0) candidates.push({ gain, days: need[school]!, cuts: cutsOfSchool[school]! });
    }
    const load = down(instance.load[leader]!);
    const before = instance.held[leader]!;
    bound += BigInt(load) * BigInt(loadUnits(before, chosen[leader]!));
    const places = instance.maxSchools[leader]! - chosen[leader]!;
    const held = before + chosen[leader]!;
    bound -= BigInt(
      mostWorth(candidates, { days: days[leader]!, places, held, load, cuts: cutsOfLeader[leader]! }, cutPrice),
    );
  }
  const perStep = BigInt(fine);
  if (!isWhole) return Number(bound) / (fine * scale);
  const steps = bound / perStep + (bound > 0n && bound % perStep !== 0n ? 1n : 0n);
  return Number(steps) / scale;
}

/** What plans that keep to the choices cannot hold, and must cover. */
function keptTo(instance: Instance, choices: readonly ProofChoice[]): Kept {
  const forbidden = new Uint8Array(instance.pairCost.length);
  const required = new Uint8Array(instance.schools);
  for (const { school, leader, isIn } of choices) {
    const pair = leader === null ? null : possiblePair(instance, leader, school);
    if (isIn) required[school] = 1;
    if (pair !== null && !isIn) forbidden[pair] = 1;
    if ((pair === null) === isIn) continue;
    for (let k = instance.schoolStart[school]!; k < instance.schoolStart[school + 1]!; k++) {
      if (instance.schoolPairs[k] !== pair) forbidden[instance.schoolPairs[k]!] = 1;
    }
  }
  return { forbidden, required };
}

/**
 * Some best plan holds no pair that costs more than leaving its school and all that the pair could spare of rows' prices:
 * without it the plan costs less. So a bound of the others is a bound of all.
 */
function shutOutUseless({ pairCost, pairSchool, penalty, rows }: Instance, forbidden: Uint8Array): void {
  const spared = new Float64Array(pairCost.length);
  for (const { pairs, amounts, overPrice } of rows) {
    for (let k = 0; k < pairs.length; k++) spared[pairs[k]!]! += Math.max(0, -amounts[k]!) * (overPrice ?? 0);
  }
  for (let k = 0; k < pairCost.length; k++) {
    if (pairCost[k]! > penalty[pairSchool[k]!]! + spared[k]!) forbidden[k] = 1;
  }
}

function refuseWrongShape({ leaders, schools, rows }: Instance, { prices, cuts, rowPrices }: Certificate): void {
  if (prices.length !== schools) throw new UnprovenError('The prices are not of these schools');
  if (rowPrices.length !== rows.length) throw new UnprovenError('The prices of rows are not of these rows');
  for (const [school, price] of prices.entries()) {
    if (!Number.isFinite(price)) throw new UnprovenError(`The price of school ${school} is ${price}`);
  }
  for (const [r, price] of rowPrices.entries()) {
    if (!Number.isFinite(price)) throw new UnprovenError(`The price of ${rows[r]!.name} is ${price}`);
  }
  const areOf = (members: readonly number[], count: number): boolean =>
    new Set(members).size === members.length &&
    members.every((member) => Number.isInteger(member) && member >= 0 && member < count);
  for (const [c, cut] of cuts.entries()) {
    const isOdd = (cut.leaders.length + cut.schools.length) % 2 === 1;
    if (!isOdd || !areOf(cut.leaders, leaders) || !areOf(cut.schools, schools)) {
      throw new UnprovenError(`Cut ${c} is not of an odd number of leaders and schools`);
    }
    if (!Number.isFinite(cut.price)) throw new UnprovenError(`The price of cut ${c} is ${cut.price}`);
  }
}

/** Into how many parts a step is divided: a power of two, so fine that the worth of any set is still exact. */
function finenessOf(
  { penalty, pairSchool }: Instance,
  prices: readonly number[],
  rowCost: Float64Array,
  scale: number,
): number {
  const most = penalty.map((cost, school) => Math.max(cost, prices[school]!));
  for (let k = 0; k < rowCost.length; k++) {
    const school = pairSchool[k]!;
    most[school] = Math.max(most[school]!, penalty[school]! - rowCost[k]!);
  }
  const total = most.reduce((sum, cost) => sum + cost, 1);
  let fine = FINEST;
  while (fine > 1 && total * scale * fine > LARGEST) fine /= 2;
  return fine;
}
