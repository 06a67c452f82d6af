import { MEASURES, type MeasureCode } from '../../../opendata/rules/measures.ts';
import { academicYear, type PhaseGroup } from '../facts.ts';
import { figureText } from '../figure-words.ts';
import type { TakesForMeasure } from './area-profile.ts';
import type { ProfileRow, Rank } from './profile-row.ts';
import { comparedAcrossPhases } from '../averages.ts';

/** "12th of 151", "joint 12th of 151". */
export function rankWords({ place, of, shared }: Rank): string {
  return `${shared > 0 ? 'joint ' : ''}${ordinal(place)} of ${of}`;
}

/** "up 9 places since 2016-17", "as in 2016-17". */
export function moveWords(rank: Rank, before: Rank & { year: number }): string {
  const moved = before.place - rank.place;
  const year = academicYear(before.year);
  if (moved === 0) return `as in ${year}`;
  return `${moved > 0 ? 'up' : 'down'} ${Math.abs(moved)} place${Math.abs(moved) === 1 ? '' : 's'} since ${year}`;
}

/** The measure as it is called in a profile, with the phase where schools of each phase are compared apart. */
export function profileLabel({ measure, phase }: Pick<ProfileRow, 'measure' | 'phase'>): string {
  const { label } = MEASURES[measure];
  return comparedAcrossPhases(measure) ? label : `${label}, ${phaseWords(phase)}`;
}

export function phaseWords(phase: PhaseGroup): string {
  return phase === 'primary' ? 'primary schools' : 'secondary and all-through schools';
}

/** A difference with its sign, in the unit of the measure: "+4 percentage points", "−0.12 points". */
export function differenceText(difference: number, measure: MeasureCode): string {
  const { unit, decimals } = MEASURES[measure];
  const size = Math.abs(difference).toFixed(unit === 'percent' ? 1 : Math.max(decimals, 1));
  const sign = Number(size) === 0 ? '' : difference > 0 ? '+' : '−';
  return `${sign}${size} ${unit === 'percent' ? 'percentage points' : 'points'}`;
}

/** What it would take, in two or three sentences. */
export function takesSentence(area: string, takes: TakesForMeasure): string {
  const { measure, mean, line, schools, short, fewest, pupilsMore } = takes;
  const figures = `${area} has ${figureText(mean, measure)}, England ${figureText(line, measure)}`;
  const counted = `${schools} ${schools === 1 ? 'school' : 'schools'} with a figure`;
  if (fewest === 0) return `${figures}: over ${counted}, the area is there already.`;
  const distance = `Of ${counted}, ${short.length} ${short.length === 1 ? 'falls' : 'fall'} short of England.`;
  // Of a share of pupils who reach something; the shares of absence count what should be fewer.
  const isReached = MEASURES[measure].unit === 'percent' && MEASURES[measure].better === 'higher';
  const pupils = isReached
    ? `: ${pupilsMore.toLocaleString('en-GB')} more ${pupilsMore === 1 ? 'pupil' : 'pupils'} in the year`
    : '';
  const whom = fewest === 1 ? 'one of them' : `${fewest} of them, the fewest that would do,`;
  return `${figures}. ${distance} If ${whom} came to England’s figure and no further, the area would pass it${pupils}.`;
}

function ordinal(n: number): string {
  const tens = n % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}
