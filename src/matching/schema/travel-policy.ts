import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../policies.ts';
import type { TravelPolicy } from '../rules/travel/travel-policy.ts';

const whole = z.int().positive();
const positive = z.number().positive();
const range = z.tuple([z.number(), z.number()]);

const travelError = z
  .strictObject({
    journeys: whole,
    meanPercent: z.number().nonnegative(),
    percent: range,
    meanMinutes: z.number().nonnegative(),
    minutes: range,
  })
  .superRefine((error, context) => {
    for (const key of ['percent', 'minutes'] as const) {
      const [low, high] = error[key];
      if (low > high) context.addIssue({ code: 'custom', path: [key], message: 'it gives the higher end first' });
    }
  });

const service = z.strictObject({
  profile: z.string().regex(/^[a-z_-]+$/),
  mostPlaces: z.int().min(2),
  mostJourneys: whole,
  clearRoads: z.boolean(),
  source: words,
});

const travelPolicy = z
  .strictObject({
    kind: z.literal('travel policy'),
    ...policyHeader,
    use: z.enum(['straight line', 'estimate']),
    straightLine: z.strictObject({ kmPerHour: positive, error: travelError, source: words }),
    estimate: z.strictObject({
      start: z.number().nonnegative(),
      perRootKm: z.number().nonnegative(),
      perKm: positive,
      ruralStart: z.number(),
      ruralPerKm: z.number(),
      error: travelError,
      source: words,
    }),
    day: z.strictObject({ factor: z.number().min(1), source: words }),
    services: z.strictObject({
      osrm: service,
      valhalla: service,
      timeoutSeconds: positive,
      tries: whole,
      waitSeconds: z.number().nonnegative(),
      mostFailures: whole,
      mostSeconds: positive,
      maxAgeDays: whole,
      furthestFromRoadMetres: positive,
      fastestKmPerHour: positive,
      source: words,
    }),
  })
  .superRefine(({ estimate: { start, ruralStart, perKm, ruralPerKm } }, context) => {
    // Both ends may be rural: a journey then must still take time, and more time when it is longer.
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['estimate', path], message });
    if (start + 2 * ruralStart < 0)
      refuse('ruralStart', 'between two rural places a journey would begin below nothing');
    if (perKm + 2 * ruralPerKm <= 0) refuse('ruralPerKm', 'between two rural places a longer way would take less time');
  });

/** How minutes are worked out: policies/travel/, `"kind": "travel policy"`. */
export const travelPolicyKind: PolicyKind<Omit<TravelPolicy, 'id'>> = {
  folder: 'travel',
  kind: 'travel policy',
  schema: travelPolicy,
};
