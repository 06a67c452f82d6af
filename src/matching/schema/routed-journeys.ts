import { z } from 'zod';
import { type PolicyKind, policyHeader } from '../../policies.ts';
import type { RoutedJourney, RoutedJourneys } from '../rules/travel/measured-error.ts';
import type { TravelPlace } from '../rules/travel.ts';

/** "E01018750 236156 68964 rural" and "E01018750 PL68DH 24.1", each a line of its own in the file. */
const place = z.string().regex(/^\S+ \d+ \d+ (urban|rural)$/, 'Write a place as "PL68DH 249930 59564 urban"');
const journey = z.string().regex(/^\S+ \S+ \d+(\.\d+)?$/, 'Write a journey as "E01018750 PL68DH 24.1"');

const routedJourneys = z
  .strictObject({
    kind: z.literal('routed journeys'),
    ...policyHeader,
    places: z.array(place),
    calibration: z.array(journey),
    heldOut: z.array(journey).min(1),
  })
  .transform(({ places, calibration, heldOut, ...about }, context) => {
    const known = new Map(places.map(placeFrom));
    const read = (key: string, lines: readonly string[]): RoutedJourney[] =>
      lines.flatMap((line, k) => {
        const [from, to, minutes] = line.split(' ') as [string, string, string];
        const ends = [known.get(from), known.get(to)];
        if (ends[0] !== undefined && ends[1] !== undefined) {
          return [{ from: ends[0], to: ends[1], minutes: Number(minutes) }];
        }
        context.addIssue({
          code: 'custom',
          path: [key, k],
          message: `"${line}" names a place that is not among places`,
        });
        return [];
      });
    return { ...about, calibration: read('calibration', calibration), heldOut: read('heldOut', heldOut) };
  });

function placeFrom(line: string): [string, TravelPlace] {
  const [name, easting, northing, kind] = line.split(' ') as [string, string, string, string];
  return [name, { easting: Number(easting), northing: Number(northing), urban: kind === 'urban' }];
}

/** Journeys with known minutes: policies/travel/, `"kind": "routed journeys"`. */
export const routedJourneysKind: PolicyKind<
  Omit<RoutedJourneys, 'id'> & { validFrom: string; validTo: string | null }
> = { folder: 'travel', kind: 'routed journeys', schema: routedJourneys };
