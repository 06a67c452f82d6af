import { MISSING_REASONS } from '../../../opendata/rules/missing.ts';
import { academicYear } from '../../../schools/rules/facts.ts';
import type { Place, PlaceKind } from '../../../schools/rules/places.ts';
import type { HiddenTold, HiddenUntold, PublishedGroup } from './hidden-finding.ts';
import type { HiddenMeasure } from './hidden-policy.ts';

/** "Coastal, 1.7 km from the sea", "Rural", "Affluent": the kinds that a place is known to be of, the nearest thing to the sea first. */
export function placeWords(place: Place): string {
  const words = [
    place.coastal === true && place.coastMetres !== null && `coastal, ${kilometres(place.coastMetres)} from the sea`,
    place.rural === true && 'rural',
    place.affluent === true && 'affluent',
  ].filter((word) => word !== false);
  return words.length === 0 ? 'none of them' : words.join('; ');
}

function kilometres(metres: number): string {
  return `${(metres / 1000).toFixed(1)} km`;
}

const KIND_WORDS: Record<PlaceKind, string> = { affluent: 'affluent', rural: 'rural', coastal: 'coastal' };

/** "affluent, rural or coastal", or the one kind asked for. */
export function kindWords(kind?: PlaceKind): string {
  return kind === undefined ? 'affluent, rural or coastal' : KIND_WORDS[kind];
}

/** "71% of 34 pupils, 2019-20", or "71% of 34 disadvantaged pupils, 2019-20". */
export function groupWords({ percent, pupils, year }: PublishedGroup, which?: 'disadvantaged' | 'other'): string {
  return `${Math.round(percent)}% of ${pupils} ${which === undefined ? '' : `${which} `}pupils, ${academicYear(year)}`;
}

/** "14.5 points behind, between 8.5 and 21.2". */
export function gapWords({ points, interval: [low, high] }: HiddenTold['gap']): string {
  const range = `between ${pointsText(low)} and ${pointsText(high)}`;
  return points >= 0
    ? `${pointsText(points)} points behind, ${range}`
    : `${pointsText(-points)} points ahead, ${range}`;
}

function pointsText(value: number): string {
  return value.toFixed(1).replace('-', '−');
}

/** A chance as people say it: never quite 0 or 100. */
export function chanceWords(chance: number): string {
  const percent = Math.round(chance * 100);
  return percent >= 100 ? 'over 99%' : percent <= 0 ? 'under 1%' : `${percent}%`;
}

/** What is likely so, in one sentence a head would accept; for a school where nothing is, that. */
export function findingWords(finding: HiddenTold, measure: HiddenMeasure): string {
  const { behind, gap, level } = finding;
  const others = `they are more than ${measure.behindOthers.points} points behind the school's other pupils (chance ${chanceWords(gap.chance)})`;
  const england = `they are more than ${measure.behindEngland.points} points behind disadvantaged pupils of England (chance ${chanceWords(level.chance)})`;
  if (behind.length === 2) return `Likely ${others}, and ${england}.`;
  if (behind[0] === 'others') return `Likely ${others}.`;
  if (behind[0] === 'England') return `Likely ${england}.`;
  return 'The figures do not clearly say that they are behind.';
}

/** Why nothing can be told of a school, as the end of "It cannot be told: ...". */
export function untoldWords({ reason }: HiddenUntold): string {
  if (reason === 'no file') return 'no published file held here has results of disadvantaged pupils by school';
  if (reason === 'no record') return 'the published files have no row for this school';
  if (reason === 'too few schools') return 'too few schools have figures to know how schools vary';
  if (reason === 'too few pupils') return 'too few pupils, even over several years';
  return MISSING_REASONS[reason];
}
