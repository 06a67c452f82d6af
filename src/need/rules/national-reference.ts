import type { MeasureCode } from '../../opendata/rules/measures.ts';
import { type FactKey, factKey, type PhaseGroup } from '../../schools/rules/facts.ts';
import { type BetaPrior, fitBetaPrior, type Share } from './beta-binomial.ts';

/** How the country's schools stand, worked out from their published figures: what one school is compared with. */
export interface NationalReference {
  /** Spread of schools' true shares in a percentage of pupils, or null where too few schools have it. */
  prior(measure: MeasureCode, pupils: MeasureCode, year: number): BetaPrior | null;
  /** Share, 0 to 1, of the phase's schools with a lower figure; null when no school has one. */
  shareLower(group: PhaseGroup, measure: MeasureCode, year: number, value: number): number | null;
  /** Middle figure of the phase's schools; null when no school has one. */
  median(group: PhaseGroup, measure: MeasureCode, year: number): number | null;
}

/** What a school counts with in the reference. A figure that is missing and one that nobody published are one here. */
export interface Compared {
  phaseGroup: PhaseGroup;
  facts: { get(key: FactKey): { value: number | null } | undefined };
}

/**
 * The reference for these schools, which should be all of England's. Each distribution is worked out when it is first
 * asked for. Schools whose figure is missing are left out of it, never counted as zero.
 */
export function nationalReference(schools: readonly Compared[]): NationalReference {
  // Asked several times a school, so that even writing a key would take its time.
  const distributions = { primary: new Map<FactKey, Float64Array>(), secondary: new Map<FactKey, Float64Array>() };
  const priors = new Map<FactKey, Map<FactKey, BetaPrior | null>>();

  function distribution(group: PhaseGroup, measure: MeasureCode, year: number): Float64Array {
    const wanted = factKey(measure, year);
    const known = distributions[group].get(wanted);
    if (known !== undefined) return known;
    const values: number[] = [];
    for (const school of schools) {
      const value = school.phaseGroup === group ? school.facts.get(wanted)?.value : undefined;
      if (value !== undefined && value !== null) values.push(value);
    }
    const sorted = Float64Array.from(values).toSorted();
    distributions[group].set(wanted, sorted);
    return sorted;
  }

  return {
    prior(measure, pupils, year) {
      const [measured, counted] = [factKey(measure, year), factKey(pupils, year)];
      const known = priors.get(measured)?.get(counted);
      if (known !== undefined) return known;
      const fitted = fitBetaPrior(shares(schools, measured, counted));
      priors.set(measured, (priors.get(measured) ?? new Map<FactKey, BetaPrior | null>()).set(counted, fitted));
      return fitted;
    },
    shareLower(group, measure, year, value) {
      const sorted = distribution(group, measure, year);
      return sorted.length === 0 ? null : countBelow(sorted, value) / sorted.length;
    },
    median(group, measure, year) {
      const sorted = distribution(group, measure, year);
      const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
      return low === undefined || high === undefined ? null : (low + high) / 2;
    },
  };
}

function shares(schools: readonly Compared[], measured: FactKey, counted: FactKey): Share[] {
  const found: Share[] = [];
  for (const { facts } of schools) {
    const value = facts.get(measured)?.value ?? null;
    const cohort = value === null ? null : (facts.get(counted)?.value ?? null);
    if (value !== null && cohort !== null) found.push(shareOf(value, cohort));
  }
  return found;
}

/** A published percentage of a number of pupils. Percentages are rounded; pupils are whole. */
export function shareOf(percentage: number, pupils: number): Share {
  return { pupils, successes: Math.min(pupils, Math.round((percentage / 100) * pupils)) };
}

function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
