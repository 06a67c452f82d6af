import { z } from 'zod';
import { indicatorCode } from '../../need/schema.ts';
import { measureCode, type PolicyKind, policyHeader, words } from '../../policies.ts';
import { LEAD, type SupportPolicy } from '../rules/support-policy.ts';

const code = z.string().regex(/^[a-z][a-z0-9-]*$/, 'give small letters, figures and hyphens');

export const supportPolicySchema: z.ZodType<Omit<SupportPolicy, 'id'>> = z
  .strictObject({
    kind: z.literal('support fields'),
    ...policyHeader,
    roles: z
      .array(
        z.strictObject({
          code,
          label: words,
          leads: z.boolean(),
          reviewMonths: z.int().min(1).max(120).nullable(),
          fields: z.array(code),
          source: words,
        }),
      )
      .min(1),
    fields: z
      .array(
        z.strictObject({
          code,
          label: words,
          phases: z.array(z.enum(['primary', 'secondary'])).min(1),
          acrossPhases: z.boolean(),
          measures: z.array(measureCode),
          indicators: z.array(indicatorCode),
          source: words,
        }),
      )
      .min(1),
  })
  .superRefine(({ roles, fields }, context) => {
    const fault = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    const known = new Set(fields.map((field) => field.code));
    for (const [what, list] of Object.entries({ roles, fields })) {
      const seen = new Set<string>();
      for (const [k, one] of list.entries()) {
        if (seen.has(one.code)) fault([what, k, 'code'], `${one.code} is there twice`);
        seen.add(one.code);
      }
    }
    if (known.has(LEAD)) fault(['fields'], `"${LEAD}" stands for a lead head and can be no field`);
    if (!roles.some(({ leads }) => leads)) fault(['roles'], 'no role may lead, so no lead head could be found');
    for (const [k, role] of roles.entries())
      for (const [f, field] of role.fields.entries())
        if (!known.has(field)) fault(['roles', k, 'fields', f], `${field} is none of the fields`);
  });

/** A file of roles and fields: policies/matching/, `"kind": "support fields"`. */
export const supportPolicyKind: PolicyKind<Omit<SupportPolicy, 'id'>> = {
  folder: 'matching',
  kind: 'support fields',
  schema: supportPolicySchema,
};
