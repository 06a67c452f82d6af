import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { schoolFacts } from '../../schools/queries.ts';
import { type Journey, placeOf, type TravelPlace } from '../rules/travel.ts';
import type { AskRoads } from '../rules/travel/road-times.ts';
import { journeyOf, roadJourney, type TravelBasis } from '../rules/travel/travel-basis.ts';
import { travelBasisAsAt } from './travel-policy.ts';

/** An end of a journey by name. */
export interface TravelEnd {
  urn: number;
  name: string;
  place: TravelPlace;
}

/** A journey between two schools by each kind of travel there is here, side by side. */
export interface TravelBetween {
  from: TravelEnd;
  to: TravelEnd;
  basis: TravelBasis;
  /** Straight line, estimate, and the road service's where it gave one. */
  journeys: Journey[];
}

/** Why a journey cannot be measured: the school is not in the register, or its place is not published there. */
export type NoJourney = { reason: 'unknown' | 'no place'; urn: number };

/** The journey from one school to another, by URN, as the register of a day places them. */
export async function travelBetween(
  db: Kysely<Database>,
  { from, to, asAt }: { from: number; to: number; asAt: string },
  askRoads: AskRoads | null,
): Promise<TravelBetween | NoJourney> {
  const ends = new Map((await schoolFacts(db, { asAt, measures: [], urns: [from, to] })).map((one) => [one.urn, one]));
  const found: TravelEnd[] = [];
  for (const urn of [from, to]) {
    const school = ends.get(urn);
    if (school === undefined) return { reason: 'unknown', urn };
    const place = placeOf(school);
    if (place === null) return { reason: 'no place', urn };
    found.push({ urn, name: school.name, place: { ...place, urban: school.urban } });
  }
  const [start, end] = found as [TravelEnd, TravelEnd];
  const holding = travelBasisAsAt(asAt);
  const roads = askRoads === null ? null : await askRoads([{ from: start.place, to: end.place }], holding.policy);
  const basis = { ...holding, roads };
  const told = roadJourney(basis, start.place, end.place);
  const journeys = [
    journeyOf(basis, 'straight line', start.place, end.place),
    journeyOf(basis, 'estimate', start.place, end.place),
    ...(told === null ? [] : [told]),
  ];
  return { from: start, to: end, basis, journeys };
}
