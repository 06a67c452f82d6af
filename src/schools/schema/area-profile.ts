import { z } from 'zod';
import { measureCode, type PolicyKind, policyHeader, words } from '../../policies.ts';
import type { ProfilePolicy } from '../rules/profile/profile-policy.ts';

const phased = z.strictObject({ measure: measureCode, phase: z.enum(['primary', 'secondary']) });

/** What the profile of an area shows: policies/areas/, `"kind": "area profile"`. */
export const profilePolicyKind: PolicyKind<Omit<ProfilePolicy, 'id'>> = {
  folder: 'areas',
  kind: 'area profile',
  schema: z.strictObject({
    kind: z.literal('area profile'),
    ...policyHeader,
    yearsBack: z.int().min(1).max(20),
    sections: z
      .array(
        z.strictObject({
          title: words,
          measures: z.array(phased),
          notHeld: z.array(z.strictObject({ what: words, broughtBy: words })),
        }),
      )
      .min(1),
    whatItTakes: z.array(phased),
    byGroup: z.array(measureCode).min(1),
    smallestGroup: z.int().min(1),
    gradesOn: z.strictObject({
      month: z.int().min(1).max(12),
      day: z.int().min(1).max(31),
      yearsBack: z.int().min(1).max(20),
    }),
  }),
};

const laCode = z.int().min(200).max(999);

interface NeighboursFile {
  validFrom: string;
  validTo: string | null;
  title: string;
  source: string;
  neighbours: { laCode: number; of: number[] }[];
}

/** The statistical neighbours of every authority: policies/areas/, `"kind": "statistical neighbours"`. */
export const statisticalNeighboursKind: PolicyKind<NeighboursFile> = {
  folder: 'areas',
  kind: 'statistical neighbours',
  schema: z
    .strictObject({
      kind: z.literal('statistical neighbours'),
      ...policyHeader,
      neighbours: z.array(z.strictObject({ laCode, of: z.array(laCode).min(1) })),
    })
    .superRefine(({ neighbours }, context) => {
      const codes = new Set(neighbours.map((entry) => entry.laCode));
      if (codes.size < neighbours.length)
        context.addIssue({ code: 'custom', path: ['neighbours'], message: 'an authority stands in it twice' });
      neighbours.forEach((entry, i) => {
        const wrong = entry.of.find((code, j) => code === entry.laCode || entry.of.indexOf(code) !== j);
        if (wrong !== undefined)
          context.addIssue({
            code: 'custom',
            path: ['neighbours', i, 'of'],
            message: `${wrong} is the authority itself or stands there twice`,
          });
      });
    }),
};
