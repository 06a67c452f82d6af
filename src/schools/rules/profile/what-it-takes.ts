/** A school of the area with its figure and the pupils it counts for. */
export interface Counted {
  urn: number;
  name: string;
  value: number;
  weight: number;
}

/** A school whose figure is on the wrong side of the line, and what the area's mean would gain if it came to the line. */
export interface Mover extends Counted {
  /** In the unit of the measure. */
  gain: number;
}

/** What it would take for an area's mean to reach a line. */
export interface WhatItTakes {
  mean: number;
  line: number;
  schools: number;
  pupils: number;
  /** Pupils who would have to be on the other side, where the measure is a share of pupils; 0 when the area is there. */
  pupilsMore: number;
  /** Schools short of the line, the greatest gain first. */
  short: Mover[];
  /**
   * The fewest schools that, each coming to the line and no further, take the area to it: that many of the first of `short`. 0 when the
   * area is there already. Those above the line make up for some below, so it is fewer than all of them.
   */
  fewest: number;
}

/**
 * How many schools must move for the mean of an area, each school counted by its pupils, to reach a line (a national figure).
 * Taking the greatest gains first is the fewest: gains add up and do not depend on one another. Null without schools.
 */
export function whatItTakes(schools: readonly Counted[], line: number, better: 'higher' | 'lower'): WhatItTakes | null {
  const pupils = schools.reduce((sum, { weight }) => sum + weight, 0);
  if (pupils <= 0) return null;
  const mean = schools.reduce((sum, { value, weight }) => sum + value * weight, 0) / pupils;
  const missing = better === 'higher' ? line - mean : mean - line;
  const short = schools
    .map((school) => ({
      ...school,
      gain: ((better === 'higher' ? line - school.value : school.value - line) * school.weight) / pupils,
    }))
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain || a.urn - b.urn);
  let fewest = 0;
  // A rounding error less than a millionth of the gap is no reason for one more school.
  for (let left = missing; left > Math.abs(missing) * 1e-6 && fewest < short.length; fewest += 1)
    left -= short[fewest]!.gain;
  return {
    mean,
    line,
    schools: schools.length,
    pupils,
    pupilsMore: missing <= 0 ? 0 : Math.ceil((missing / 100) * pupils - 1e-9),
    short,
    fewest,
  };
}
