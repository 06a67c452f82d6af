import type { FactKey, SchoolFacts } from '../../src/schools/rules/facts.ts';
import { schoolWith } from './school-facts.ts';

/** Numbers between 0 and 1 that come out the same every time: Marsaglia's xorshift of 32 bits. */
export function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x100000000;
  };
}

/** A draw from a normal distribution by the sum of twelve even ones, which is near enough for a made-up country. */
export function bell(draw: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += draw();
  return sum;
}

/**
 * A made-up country of primary schools, 2015-16 to 2018-19: true shares and true progress that keep 0.8 of their distance
 * from the mean each year and are seen through cohorts of 8 to 70 pupils.
 */
export function madeUpCountry(schools: number, seed = 7): SchoolFacts[] {
  const draw = drawn(seed);
  return Array.from({ length: schools }, (_, i) => {
    const figures: Partial<Record<FactKey, number>> = {};
    let [lean, quality] = [bell(draw), bell(draw)];
    for (let year = 2015; year <= 2018; year += 1) {
      const pupils = 8 + Math.floor(draw() * 63);
      const truth = 1 / (1 + Math.exp(-0.6 - 0.7 * lean));
      let successes = 0;
      for (let pupil = 0; pupil < pupils; pupil += 1) successes += draw() < truth ? 1 : 0;
      if (year < 2018) {
        figures[`ks2_pupils:${year}`] = pupils;
        figures[`ks2_rwm_expected:${year}`] = Math.round((100 * successes) / pupils);
      }
      for (const [measure, spread] of [
        ['ks2_reading_progress', 6.2],
        ['ks2_writing_progress', 6],
        ['ks2_maths_progress', 5.7],
      ] as const) {
        const score = 2.2 * quality + (spread / Math.sqrt(pupils)) * bell(draw);
        figures[`${measure}:${year}`] = Math.round(score * 10) / 10;
      }
      lean = 0.8 * lean + 0.6 * bell(draw);
      quality = 0.8 * quality + 0.6 * bell(draw);
    }
    return { ...schoolWith(figures), urn: 100_000 + i };
  });
}
