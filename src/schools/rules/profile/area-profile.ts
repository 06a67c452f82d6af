import type { MeasureCode } from '../../../opendata/rules/measures.ts';
import type { PhaseGroup } from '../facts.ts';
import type { AreaSummary, NationalFrame } from '../national-frame.ts';
import type { SchoolGroup } from './by-group.ts';
import type { PublishedGap } from './gaps.ts';
import type { GradesOnDay } from './grades-over-time.ts';
import type { ProfilePolicy, ProfileSection } from './profile-policy.ts';
import type { ProfileRow } from './profile-row.ts';
import type { WhatItTakes } from './what-it-takes.ts';

export interface TakesForMeasure extends WhatItTakes {
  measure: MeasureCode;
  phase: PhaseGroup;
  year: number;
}

/** An area beside England, its region and its statistical neighbours. */
export interface AreaProfile {
  area: AreaSummary;
  /** Day of the register, ISO. */
  asAt: string;
  policy: ProfilePolicy;
  /** Those of its statistical neighbours that stand on the day; none where none are published. */
  neighbours: { title: string; source: string; areas: readonly AreaSummary[] };
  sections: (Pick<ProfileSection, 'title' | 'notHeld'> & { rows: ProfileRow[] })[];
  inspected: NationalFrame['inspected'];
  /** Oldest day first. */
  grades: { area: readonly GradesOnDay[]; england: readonly GradesOnDay[] };
  gaps: readonly PublishedGap[];
  byPhase: readonly SchoolGroup[];
  byBody: readonly SchoolGroup[];
  /** Newest year of the measures that groups are compared on. */
  groupYears: ReadonlyMap<MeasureCode, number>;
  takes: readonly TakesForMeasure[];
}
