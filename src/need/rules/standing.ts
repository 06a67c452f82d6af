import { academicYear } from '../../schools/rules/facts.ts';
import { chanceShareBelow } from './beta-binomial.ts';
import { cohortOf, figureOf, type WithFacts } from './figures.ts';
import type { MinimumStandard } from './minimum-standards.ts';
import { type NationalReference, shareOf } from './national-reference.ts';
import type { PupilSpread } from './need-policy.ts';
import { chanceBelowLine } from './normal.ts';
import { type ProgressEstimate, progressEstimate, spreadOf } from './progress-estimate.ts';

/** What a result is measured with: the spread of pupils' scores, and the country's schools. */
export interface Measuring {
  policy: { pupilSpread: readonly PupilSpread[] };
  reference: Pick<NationalReference, 'prior'>;
}

/** How a school stood against a minimum standard in one year, or what was missing to say so. */
export type Standing =
  | { known: false; why: string }
  | {
      known: true;
      year: number;
      below: boolean;
      /** At most this chance of truly being below: the smaller of the chances for its two parts. Null when attainment met it. */
      probability: number | null;
      attainment: number | null;
      progress: ProgressEstimate[];
      pupils: number | null;
    };

/**
 * A school's standing against a minimum standard in one of its years: below when below the attainment line (if there is
 * one) and below any progress line, with the upper limit below too where the standard asks it.
 * Source: the standard's own, in policies/need/minimum-standards.json.
 */
export function standingIn(school: WithFacts, standard: MinimumStandard, year: number, at: Measuring): Standing {
  const spreads = standard.progress.map(({ measure }) => spreadOf(at.policy.pupilSpread, measure));
  const cohort = cohortOf(school, spreads[0]?.pupils ?? 'ks2_pupils', year);
  if (cohort !== null && cohort.value < standard.smallestCohort) {
    return unknown(
      `${cohort.value} pupils took part in ${academicYear(year)}; it was not applied to fewer than ${standard.smallestCohort}`,
    );
  }
  const line = standard.attainment;
  const reached = line === null ? null : figureOf(school, line.measure, year);
  if (line !== null && reached === null) return unknown(`no attainment is published for ${academicYear(year)}`);
  const met = line !== null && reached !== null && reached.value >= line.atLeast;
  const progress = met ? [] : spreads.flatMap((spread) => progressEstimate(school, spread, year) ?? []);
  if (!met && progress.length < spreads.length)
    return unknown(`progress is not published in full for ${academicYear(year)}`);

  const parts = progress.map((estimate) => {
    const atLeast =
      standard.progress.find(({ measure }) => measure === estimate.measure)?.atLeast ?? Number.NEGATIVE_INFINITY;
    const limited = standard.upperLimitBelow === null || estimate.interval[1] < standard.upperLimitBelow;
    return { under: estimate.value < atLeast && limited, probability: chanceBelowLine(estimate, atLeast) };
  });
  const prior = line === null ? null : at.reference.prior(line.measure, 'ks2_pupils', year);
  // Where the standard has no attainment part, or no range can be put on it, progress alone sets the chance.
  const chanceOfAttainment =
    line === null || reached === null || cohort === null || prior === null
      ? 1
      : chanceShareBelow(prior, shareOf(reached.value, cohort.value), line.atLeast / 100);
  return {
    known: true,
    year,
    below: !met && parts.some(({ under }) => under),
    probability: met ? null : Math.min(chanceOfAttainment, Math.max(0, ...parts.map(({ probability }) => probability))),
    attainment: reached?.value ?? null,
    progress,
    pupils: cohort?.value ?? null,
  };
}

/** The standing in the first of the years in which it is known, else why it is not known of the first. */
export function newestStanding(
  school: WithFacts,
  standard: MinimumStandard,
  years: readonly number[],
  at: Measuring,
): Standing {
  let first: Standing | undefined;
  for (const year of years) {
    const standing = standingIn(school, standard, year, at);
    if (standing.known) return standing;
    first ??= standing;
  }
  return first ?? unknown('the policy names no year');
}

function unknown(why: string): Standing {
  return { known: false, why };
}
