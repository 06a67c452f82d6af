import type { MeasureCode } from '../../../opendata/rules/measures.ts';
import type { Average } from '../averages.ts';
import { weightOf } from '../averages.ts';
import { factOf, type PhaseGroup, type SchoolFacts } from '../facts.ts';

/** Schools of an area under one responsible body, with their means. */
export interface SchoolGroup {
  name: string;
  /** Of a trust with a page of its own; null for schools of the authority and for small trusts put together. */
  trustUid: number | null;
  schools: Record<PhaseGroup, number>;
  /** Undefined where no school has a figure. */
  means: ReadonlyMap<MeasureCode, Average>;
  /** Those whose latest graded inspection gave an overall grade, and of them the good or outstanding. */
  graded: number;
  goodOrOutstanding: number;
}

interface Wanted {
  measures: readonly MeasureCode[];
  /** Newest year of each. */
  years: ReadonlyMap<MeasureCode, number>;
  smallestGroup: number;
}

/**
 * The schools of an area by who answers for them: the authority, each trust with enough schools there, and the other academies
 * together. The authority first, then trusts with the most schools.
 */
export function byResponsibleBody(schools: readonly SchoolFacts[], wanted: Wanted): SchoolGroup[] {
  const ofTrust = new Map<number, SchoolFacts[]>();
  for (const school of schools) {
    if (school.trustUid === null) continue;
    ofTrust.set(school.trustUid, [...(ofTrust.get(school.trustUid) ?? []), school]);
  }
  const large = [...ofTrust].filter(([, members]) => members.length >= wanted.smallestGroup);
  const inLarge = new Set(large.map(([uid]) => uid));
  const maintained = schools.filter(({ trustUid, academy }) => trustUid === null && !academy);
  const others = schools.filter(({ trustUid, academy }) => (trustUid === null ? academy : !inLarge.has(trustUid)));
  return [
    ...group('Schools maintained by the local authority', null, maintained, wanted),
    ...large
      .toSorted(([a, left], [b, right]) => right.length - left.length || a - b)
      .flatMap(([uid, members]) => group(members[0]?.trustName ?? `Trust ${uid}`, uid, members, wanted)),
    ...group('Other academies and free schools', null, others, wanted),
  ];
}

/** The schools of one phase as a group. */
export function byPhase(schools: readonly SchoolFacts[], wanted: Wanted): SchoolGroup[] {
  const of = (phase: PhaseGroup) => schools.filter(({ phaseGroup }) => phaseGroup === phase);
  return [
    ...group('Primary schools', null, of('primary'), wanted),
    ...group('Secondary and all-through schools', null, of('secondary'), wanted),
  ];
}

function group(name: string, trustUid: number | null, schools: readonly SchoolFacts[], wanted: Wanted): SchoolGroup[] {
  if (schools.length === 0) return [];
  const graded = schools.filter(({ inspections }) => inspections[0]?.scheme === 'overall grade');
  const means = wanted.measures.flatMap((measure) => {
    const year = wanted.years.get(measure);
    const mean = year === undefined ? undefined : meanOf(schools, measure, year);
    return mean === undefined ? [] : [[measure, mean] as const];
  });
  return [
    {
      name,
      trustUid,
      schools: {
        primary: schools.filter(({ phaseGroup }) => phaseGroup === 'primary').length,
        secondary: schools.filter(({ phaseGroup }) => phaseGroup === 'secondary').length,
      },
      means: new Map(means),
      graded: graded.length,
      goodOrOutstanding: graded.filter(({ inspections }) =>
        ['Good', 'Outstanding'].includes(inspections[0]?.outcome ?? ''),
      ).length,
    },
  ];
}

/** A school's figure with the pupils it counts for; null where either is missing. Where no pupils are known for a measure, each counts once. */
export function countedOf(school: SchoolFacts, measure: MeasureCode, year: number) {
  const value = factOf(school, measure, year)?.value ?? null;
  const by = weightOf(measure);
  const weight = by === null ? 1 : (factOf(school, by, year)?.value ?? null);
  if (value === null || weight === null || weight <= 0) return null;
  return { urn: school.urn, name: school.name, value, weight };
}

// As the means of areas are made (queries/averages.ts), so that they agree: by pupils where any school has their number.
function meanOf(schools: readonly SchoolFacts[], measure: MeasureCode, year: number): Average | undefined {
  const weighed = schools.flatMap((school) => countedOf(school, measure, year) ?? []);
  const weighted = weightOf(measure) !== null && weighed.length > 0;
  const counted = weighted
    ? weighed
    : schools.flatMap((school) => {
        const value = factOf(school, measure, year)?.value ?? null;
        return value === null ? [] : [{ value, weight: 1 }];
      });
  const weight = counted.reduce((sum, one) => sum + one.weight, 0);
  if (weight === 0) return undefined;
  const value = counted.reduce((sum, one) => sum + one.value * one.weight, 0) / weight;
  return { value, schools: counted.length, weighted, weight };
}
