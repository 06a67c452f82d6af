import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import type { runDesignation } from '../../policy.ts';
import { publishedForCheck } from '../../queries/designation/eligibility-facts.ts';
import { saidOf } from '../../rules/designation/application.ts';
import { eligibilityOf } from '../../rules/designation/eligibility.ts';
import type { RuleSet } from '../../rules/designation/rule-set.ts';
import type { Ruling } from '../../rules/designation/rulings.ts';
import { type Done, inApplication } from './in-application.ts';

type RunScope = Scope<typeof runDesignation.verb>;

/** States in which eligibility is still looked at. */
const CHECKED_IN = ['awaiting reference', 'eligibility check'];

/** A person's decision on one rule, beside what published data says. A later one takes its place; both stay. */
export function ruleOnCheck(
  db: Kysely<Database>,
  scope: RunScope,
  applicationId: string,
  { rule, verdict, reason }: { rule: string; verdict: Ruling; reason: string },
): Promise<Done<'no such rule' | 'over' | 'no such application'>> {
  return inApplication<'no such rule' | 'over'>(
    db,
    scope,
    applicationId,
    'rule',
    async ({ transaction, file, organisation, person, role }) => {
      if (!CHECKED_IN.includes(file.application.state)) return { failed: 'over' };
      if (!file.checks.some(({ check }) => check.key === rule)) return { failed: 'no such rule' };
      await transaction
        .insertInto('designation_check_decision')
        .values({
          application_id: applicationId,
          organisation_id: organisation.id,
          rule,
          verdict,
          reason,
          decided_by: person,
          decided_in_role: role,
        })
        .execute();
      return { detail: { rule, verdict } };
    },
  );
}

/** Puts the rules to what is published today; what people decided stays. */
export async function checkAgain(
  db: Kysely<Database>,
  scope: RunScope,
  applicationId: string,
  { urn, ruleSet, today }: { urn: number; ruleSet: RuleSet; today: string },
): Promise<Done<'over' | 'no such application'>> {
  const published = await publishedForCheck(db, urn);
  return inApplication<'over'>(
    db,
    scope,
    applicationId,
    'check',
    async ({ transaction, file, organisation, person }) => {
      if (!CHECKED_IN.includes(file.application.state)) return { failed: 'over' };
      const { applicant, answers } = file.application;
      const checks = eligibilityOf(ruleSet.rules, { ...published, applicant, answers: saidOf(answers), today });
      await transaction
        .insertInto('designation_check')
        .values({
          application_id: applicationId,
          organisation_id: organisation.id,
          checks: JSON.stringify(checks),
          made_by: person,
        })
        .execute();
      return {};
    },
  );
}
