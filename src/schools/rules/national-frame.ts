import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { Average, AverageLookup, Place } from './averages.ts';
import type { PhaseGroup, SourceRef } from './facts.ts';
import type { PublishedFile } from './published-file.ts';

/** A local authority and how many open mainstream schools it has. */
export interface AreaSummary {
  laCode: number;
  name: string;
  region: string;
  schools: Readonly<Record<PhaseGroup, number>>;
  source: SourceRef;
}

/**
 * How the schools of a place were graded at their latest graded inspection. A school graded in another way is never among
 * those with an overall grade, and an older grade of it is not counted either.
 */
export interface InspectedSchools {
  /** With an overall grade. */
  graded: number;
  /** Of those with an overall grade. */
  goodOrOutstanding: number;
  judgementsOnly: number;
  reportCard: number;
}

/** Of a place where no inspection is held. */
export const NOT_INSPECTED: InspectedSchools = { graded: 0, goodOrOutstanding: 0, judgementsOnly: 0, reportCard: 0 };

/** What every school and area is set against: the areas of England, and the means over their schools. */
export interface NationalFrame {
  /** Day of the register of mainstream schools, ISO; null while no register is loaded. */
  asAt: string | null;
  /** By name. */
  areas: readonly AreaSummary[];
  average: AverageLookup;
  /** The newest year in which mainstream schools, not only a sample, have numbers for the measure; null when none have. */
  newestYear: (measure: MeasureCode) => number | null;
  /** Mean IDACI score of the schools' postcodes, indices of deprivation 2019. */
  deprivation: (place: Place, phase: PhaseGroup) => Average | undefined;
  /** Latest graded inspections up to the day of the register. */
  inspected: (place: Place, phase: PhaseGroup) => InspectedSchools;
  /** Every published file held here, by import. */
  files: ReadonlyMap<number, PublishedFile>;
}

/** All open mainstream schools of an area. */
export function schoolCount(area: AreaSummary): number {
  return area.schools.primary + area.schools.secondary;
}

/** Areas by region, regions by name. */
export function byRegion(areas: readonly AreaSummary[]): [region: string, areas: AreaSummary[]][] {
  const regions = new Map<string, AreaSummary[]>();
  for (const area of areas) {
    const within = regions.get(area.region);
    if (within) within.push(area);
    else regions.set(area.region, [area]);
  }
  return [...regions].toSorted(([a], [b]) => a.localeCompare(b, 'en-GB'));
}
