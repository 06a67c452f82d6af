import type { Kysely } from 'kysely';
import type { SiteSecret } from './access/secret.ts';
import { demonstrationEmail } from './accounts/rules/demonstration-email.ts';
import type { Database } from './db/schema.ts';
import { designationProcessKind } from './leaders/schema/designation/process.ts';
import { ruleSetKind } from './leaders/schema/designation/rule-set.ts';
import { supportPolicyKind } from './leaders/schema/support-policy.ts';
import { londonIsoDay } from './opendata/rules/london-time.ts';
import { tellYear, type YearTold } from './placements/commands/demonstration/tell-year.ts';
import { demonstrationYearTask } from './placements/policy.ts';
import { agreementPolicyKind } from './placements/schema/agreement/agreement-policy.ts';
import { deliveryKind } from './placements/schema/delivery/policies.ts';
import { demonstrationYearKind } from './placements/schema/demonstration/demonstration-year.ts';
import { lifePolicyKind } from './placements/schema/life/life-policy.ts';
import { billingPolicyKind } from './placements/schema/money/billing-policy.ts';
import { supportTypesKind } from './placements/schema/support-types.ts';
import { policyAsAt, policyById } from './policies.ts';

/**
 * Makes the invented year of placements of a site that is a demonstration, once, after its invented people. `owner` is the connection that
 * owns the tables.
 */
export function prepareDemonstrationYear(owner: Kysely<Database>, secret: SiteSecret, now: Date): Promise<YearTold> {
  const today = londonIsoDay(now);
  const year = policyAsAt(demonstrationYearKind, today);
  const { types } = policyAsAt(supportTypesKind, today);
  const { fields } = policyAsAt(supportPolicyKind, today);
  return tellYear(owner, demonstrationYearTask, {
    year,
    today,
    policies: {
      agreement: policyAsAt(agreementPolicyKind, today),
      billing: policyAsAt(billingPolicyKind, today),
      life: policyAsAt(lifePolicyKind, today),
      delivery: policyAsAt(deliveryKind, today),
      ruleSet: policyById(ruleSetKind, year.designation.ruleSet),
      process: policyAsAt(designationProcessKind, today).id,
    },
    helpWords: (type, support) =>
      support === 'lead'
        ? `${labelled(types, type)}, a lead head`
        : `${labelled(types, type)}, ${labelled(fields, support).toLowerCase()}`,
    emailOf: demonstrationEmail,
    secret,
  });
}

function labelled(all: readonly { code: string; label: string }[], code: string): string {
  return all.find((one) => one.code === code)?.label ?? code;
}
