import type { MeasureCode } from '../../../opendata/rules/measures.ts';
import type { PhaseGroup } from '../../../schools/rules/facts.ts';
import type { PlacePolicy } from '../../../schools/rules/place-policy.ts';
import type { PlaceKind } from '../../../schools/rules/places.ts';
import type { HiddenPolicy } from './hidden-policy.ts';
import type { HiddenCounts, HiddenSchool } from './hidden-school.ts';

/** England's shares (0 to 1) in the newest year, by the measure of disadvantaged pupils; null where no file tells them. */
export type References = ReadonlyMap<MeasureCode, { year: number; disadvantaged: number; all: number } | null>;

/** By what schools are judged. */
export interface HiddenJudged {
  /** ISO day of the register. */
  asAt: string;
  policy: HiddenPolicy;
  places: PlacePolicy;
  references: References;
}

/** What came of it, of England or of an area. */
export interface HiddenOfSchools extends HiddenJudged {
  schools: readonly HiddenSchool[];
}

/** What can be told of one school, and by which policy. */
export interface HiddenOfSchool {
  policy: HiddenPolicy;
  school: HiddenSchool;
}

/** How many schools of which place and phase England has. */
export interface HiddenNational extends HiddenJudged {
  counts: Readonly<Record<PlaceKind | 'any of the three', Record<PhaseGroup, HiddenCounts>>>;
}

/** The schools of an area in affluent, rural or coastal places, counted. */
export interface HiddenByArea extends HiddenCounts {
  laCode: number;
  laName: string;
}
