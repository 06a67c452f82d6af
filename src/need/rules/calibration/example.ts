import { type BetaPrior, chanceShareBelow, type Share, shareInterval } from '../beta-binomial.ts';

/** A worked example: two schools with the same percentage and cohorts of different size. */
export interface Example {
  /** Percentage that both have. */
  percentage: number;
  /** Percentage that is set against it. */
  line: number;
  schools: ExampleSchool[];
}

export interface ExampleSchool extends Share {
  /** 95% range of its true share, 0 to 100. */
  interval: [low: number, high: number];
  /** Chance, 0 to 1, of truly being below the line. */
  below: number;
}

/** A single class of a village school, and three of a town's. Both give whole pupils at one half. */
const COHORTS = [12, 90];
const PERCENTAGE = 50;

/** What half of the pupils of a small and of a large cohort tell, in a country whose schools spread like this. */
export function workedExample(prior: BetaPrior, line: number): Example {
  return {
    percentage: PERCENTAGE,
    line,
    schools: COHORTS.map((pupils) => {
      const share = { pupils, successes: (pupils * PERCENTAGE) / 100 };
      const [low, high] = shareInterval(prior, share);
      return { ...share, interval: [low * 100, high * 100], below: chanceShareBelow(prior, share, line / 100) };
    }),
  };
}
