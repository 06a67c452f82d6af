import { describe, expect, it } from 'vitest';
import { leastCost } from '../../../../test/factories/brute-force.ts';
import { randomProblem } from '../../../../test/factories/random-problem.ts';
import { buildInstance, type Instance } from '../instance.ts';
import { type Certificate, provenBound } from './certificate.ts';

const ALL_KINDS = { load: true, fixed: true, rows: true };

/** Any prices at all, from a number. */
function anyPrices(instance: Instance, seed: number): Certificate {
  const share = (k: number): number => ((seed * 7919 + k * 104_729) % 1009) / 1009;
  const { leaders, schools, penalty, rows } = instance;
  const cuts =
    schools < 3
      ? []
      : Array.from({ length: 1 + (seed % 4) }, (_, c) => ({
          leaders: leaders > 1 && c % 2 === 1 ? [0, leaders - 1] : [],
          schools: [c % schools, (c + 1) % schools, (c + 2) % schools],
          price: 20 * share(c + 300),
        }));
  return {
    prices: Array.from(penalty, (cost, school) => (1.3 * share(school) - 0.1) * cost),
    cuts,
    rowPrices: rows.map(({ overPrice }, r) => share(r + 500) * (overPrice ?? 9)),
  };
}

/** The bound by its formula, each leader's sets all tried, in plain floating point. */
function boundByFormula(instance: Instance, { prices, cuts, rowPrices }: Certificate): number {
  const { fixed, rows, penalty, demand, pairCost, pairSchool, load, held } = instance;
  const rowCost = (k: number): number =>
    rows.reduce((sum, { pairs, amounts }, r) => {
      const at = Array.from(pairs).indexOf(k);
      return at === -1 ? sum : sum + rowPrices[r]! * amounts[at]!;
    }, 0);
  let bound = -rows.reduce((sum, { limit }, r) => sum + rowPrices[r]! * limit, 0);
  for (const cut of cuts) bound -= (cut.price * (cut.leaders.length + cut.schools.length - 1)) / 2;
  for (const [school, price] of prices.entries()) {
    if (fixed[school] === -1) bound += Math.min(price, penalty[school]!);
  }
  for (let leader = 0; leader < instance.leaders; leader++) {
    const of = Array.from(pairCost.keys()).filter((k) => instance.pairLeader[k] === leader);
    const isFixed = (k: number): boolean => fixed[pairSchool[k]!] === leader;
    const must = of.filter(isFixed);
    const may = of.filter((k) => fixed[pairSchool[k]!] === -1);
    let most = 0;
    for (let set = 0; set < 2 ** may.length; set++) {
      const chosen = may.filter((_, k) => (set >> k) % 2 === 1);
      const days = [...must, ...chosen].reduce((sum, k) => sum + demand[pairSchool[k]!]!, 0);
      if (days > instance.capacity[leader]! || must.length + chosen.length > instance.maxSchools[leader]!) continue;
      let worth = 0;
      for (const [n, k] of chosen.entries()) {
        worth += Math.min(prices[pairSchool[k]!]!, penalty[pairSchool[k]!]!) - pairCost[k]! - rowCost(k);
        worth -= load[leader]! * (held[leader]! + must.length + n);
      }
      for (const cut of cuts) {
        const among = chosen.filter((k) => cut.schools.includes(pairSchool[k]!)).length;
        worth -= cut.price * Math.floor((among + (cut.leaders.includes(leader) ? 1 : 0)) / 2);
      }
      most = Math.max(most, worth);
    }
    bound -= most;
    for (const [n, k] of must.entries()) bound += pairCost[k]! + load[leader]! * (held[leader]! + n) + rowCost(k);
  }
  return bound;
}

describe('provenBound', () => {
  it('is its formula, raised to the next step at most, and below what any plan costs', () => {
    for (let seed = 0; seed < 1500; seed++) {
      const instance = buildInstance(randomProblem(seed, ALL_KINDS));
      const certificate = anyPrices(instance, seed);
      const bound = provenBound(instance, certificate);
      const plain = boundByFormula(instance, certificate);
      expect(bound, `problem ${seed}`).toBeGreaterThanOrEqual(plain - 1e-6);
      expect(bound, `problem ${seed}`).toBeLessThan(plain + 1 + 1e-6);
      expect(bound, `problem ${seed}`).toBeLessThanOrEqual(leastCost(instance) + 1e-9);
    }
  });

  it('settles a leader with thirty places among sixty schools, cut here and there', () => {
    const schools = Array.from({ length: 60 }, (_, j) => j);
    const instance = buildInstance({
      capacity: [200],
      maxSchools: [30],
      demand: schools.map((j) => 4 + (j % 7)),
      priority: schools,
      penalty: schools.map((j) => 100 + ((j * 37) % 60)),
      pairLeader: schools.map(() => 0),
      pairSchool: schools,
      pairCost: schools.map((j) => (j * 53) % 90),
      load: [1],
    });
    const cuts = [3, 17, 29, 41].map((j) => ({ leaders: [], schools: [j, j + 1, j + 2], price: 5.5 }));
    const prices = Array.from(instance.penalty);
    const uncut = provenBound(instance, { prices, cuts: [], rowPrices: [] });
    const cut = provenBound(instance, { prices, cuts, rowPrices: [] });
    // Cuts cost their price at once, and give no more than that back.
    expect(cut).toBeLessThanOrEqual(uncut);
    expect(cut).toBeGreaterThanOrEqual(uncut - 22);
  });

  it.each<[string, Partial<Certificate>, RegExp]>([
    ['prices of other schools', { prices: [1] }, /not of these schools/],
    ['no number for a price', { prices: [NaN, 0, 0] }, /price of school 0 is NaN/],
    [
      'a cut of one school three times',
      { cuts: [{ leaders: [], schools: [1, 1, 1], price: 1 }] },
      /Cut 0 is not of an odd number/,
    ],
    ['a cut of two members', { cuts: [{ leaders: [0], schools: [1], price: 1 }] }, /Cut 0 is not of an odd number/],
    ['a cut of schools that there are not', { cuts: [{ leaders: [], schools: [0, 1, 3], price: 1 }] }, /Cut 0/],
    ['a cut without a price', { cuts: [{ leaders: [], schools: [0, 1, 2], price: Infinity }] }, /price of cut 0/],
    ['prices of other rows', { rowPrices: [1] }, /not of these rows/],
  ])('refuses %s', (_, wrong, message) => {
    const instance = buildInstance({
      capacity: [9],
      maxSchools: [3],
      demand: [1, 1, 1],
      priority: [1, 1, 1],
      penalty: [5, 5, 5],
      pairLeader: [0],
      pairSchool: [0],
      pairCost: [1],
    });
    const right = { prices: [0, 0, 0], cuts: [], rowPrices: [] };
    expect(() => provenBound(instance, { ...right, ...wrong })).toThrow(message);
  });
});
