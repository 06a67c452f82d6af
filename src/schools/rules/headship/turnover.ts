import type { ChangeClass } from './compare-people.ts';

/** How often heads changed, in the stretches between extracts that name a head at both ends. */
export interface Turnover {
  /** Stretches by class; a stretch is one change at most, however long it is. */
  same: number;
  certain: number;
  likely: number;
  unclear: number;
  /** Years that the stretches cover, over all schools. */
  schoolYears: number;
  /** Certain and likely changes in a hundred school years; null without a year to go by. */
  perHundredSchoolYears: number | null;
}

/** A stretch between two extracts of one school. */
export interface Stretch {
  /** ISO dates. */
  notBefore: string;
  notAfter: string;
  class: ChangeClass;
}

const DAY = 86_400_000;
const DAYS_IN_A_YEAR = 365.25;

/** Counts stretches by class and relates the changes to the years they cover. */
export function turnoverOf(stretches: readonly Stretch[]): Turnover {
  const count = (wanted: ChangeClass) => stretches.filter(({ class: verdict }) => verdict === wanted).length;
  const days = stretches.reduce(
    (sum, { notBefore, notAfter }) => sum + (Date.parse(notAfter) - Date.parse(notBefore)) / DAY,
    0,
  );
  const schoolYears = days / DAYS_IN_A_YEAR;
  const [certain, likely] = [count('certain'), count('likely')];
  return {
    same: count('same'),
    certain,
    likely,
    unclear: count('unclear'),
    schoolYears: Math.round(schoolYears * 10) / 10,
    perHundredSchoolYears: schoolYears >= 1 ? Math.round(((certain + likely) / schoolYears) * 1000) / 10 : null,
  };
}
