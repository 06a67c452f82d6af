import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { openDesignation } from '../../policy.ts';
import type { DesignationProcess } from '../../rules/designation/process.ts';
import type { RuleSet } from '../../rules/designation/rule-set.ts';

export interface RoundToOpen {
  ruleSet: Pick<RuleSet, 'id' | 'role'>;
  process: Pick<DesignationProcess, 'id'>;
  /** ISO days. */
  opensOn: string;
  closesOn: string;
  panelOn: string;
  words: string | null;
}

export type RoundOpened = { ok: true; id: string } | { ok: false; reason: 'there already' };

/** Opens a round of the service under the rule set and process given; one for a role and first day, however often it is sent. */
export function openRound(
  db: Kysely<Database>,
  scope: Scope<typeof openDesignation.verb>,
  { ruleSet, process, opensOn, closesOn, panelOn, words }: RoundToOpen,
): Promise<RoundOpened> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<RoundOpened>> => {
    const opened = await transaction
      .insertInto('designation_round')
      .values({
        organisation_id: organisation.id,
        role: ruleSet.role,
        rule_set: ruleSet.id,
        process: process.id,
        opens_on: opensOn,
        closes_on: closesOn,
        panel_on: panelOn,
        words,
        opened_by: person,
        opened_in_role: role,
      })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'role', 'opens_on']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (opened === undefined)
      return { result: { ok: false, reason: 'there already' }, outcome: 'failed', detail: { reason: 'there already' } };
    return { result: { ok: true, id: opened.id }, detail: { round: opened.id, role: ruleSet.role, rules: ruleSet.id } };
  });
}
