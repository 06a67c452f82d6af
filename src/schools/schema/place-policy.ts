import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../policies.ts';
import type { PlacePolicy } from '../rules/place-policy.ts';

const percent = z.number().min(0).max(100);

/** A file that says which places are coastal, rural and affluent: policies/places/, `"kind": "place policy"`. */
export const placePolicyKind: PolicyKind<Omit<PlacePolicy, 'id'>> = {
  folder: 'places',
  kind: 'place policy',
  schema: z.strictObject({
    kind: z.literal('place policy'),
    ...policyHeader,
    coastal: z.strictObject({ withinMetres: z.int().min(1).max(100_000), source: words }),
    openWater: z.strictObject({ widthMetres: z.int().min(500).max(20_000), source: words }),
    rural: z.strictObject({ source: words }),
    affluent: z.strictObject({
      idaciDecileFrom: z.int().min(1).max(10),
      fsm6PercentBelow: z.strictObject({ primary: percent, secondary: percent }),
      source: words,
    }),
  }),
};
