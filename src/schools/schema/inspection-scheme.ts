import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../policies.ts';
import { INSPECTION_SCHEMES } from '../rules/facts.ts';
import { CATEGORIES, type CategoryRow, type SchemePolicy } from '../rules/inspections/scheme-policy.ts';

const EITHER_WAY = [true, false];

/** Every case must have one row, or the table would be silent on some cards and of two minds on others. */
function everyCaseOnce(rows: readonly CategoryRow[]): boolean {
  return EITHER_WAY.every((leadership) =>
    EITHER_WAY.every((another) =>
      EITHER_WAY.every((notMet) => {
        const fits = rows.filter(
          (row) =>
            row.leadershipUrgent === leadership &&
            row.anotherUrgent === another &&
            (row.safeguardingNotMet ?? notMet) === notMet,
        );
        return fits.length === 1;
      }),
    ),
  );
}

const rows = z
  .array(
    z.strictObject({
      leadershipUrgent: z.boolean(),
      anotherUrgent: z.boolean(),
      safeguardingNotMet: z.boolean().nullable(),
      category: z.enum(CATEGORIES),
      unlessSuspended: z.boolean(),
    }),
  )
  .refine(everyCaseOnce, 'each case of leadership, another area and safeguarding must have exactly one row');

const list = z.array(words);

/** How schools were graded from one day to another: policies/inspection/, `"kind": "inspection scheme"`. */
export const inspectionSchemeKind: PolicyKind<Omit<SchemePolicy, 'id'>> = {
  folder: 'inspection',
  kind: 'inspection scheme',
  schema: z
    .strictObject({
      kind: z.literal('inspection scheme'),
      ...policyHeader,
      scheme: z.enum(INSPECTION_SCHEMES),
      areas: z.array(z.strictObject({ name: words, always: z.boolean() })),
      scale: list.min(2),
      safeguarding: z.strictObject({ met: words, notMet: words }).nullable(),
      categories: z
        .strictObject({
          leadership: words,
          urgent: words,
          monitored: words,
          rows,
          publishedAs: z.strictObject({
            'special measures': list,
            'requires significant improvement': list,
            none: list,
          }),
          suspendAndReturn: z.strictObject({ withinMonths: z.int().min(1), source: words }),
          monitoring: z.strictObject({ source: words }),
          source: words,
        })
        .nullable(),
    })
    .refine(
      ({ categories, areas, scale }) =>
        categories === null ||
        (areas.some(({ name }) => name === categories.leadership) &&
          scale.includes(categories.urgent) &&
          scale.includes(categories.monitored)),
      'categories must name an area and grades of this scheme',
    ),
};
