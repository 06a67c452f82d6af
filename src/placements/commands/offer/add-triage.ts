import type { Scope } from '../../../access/scope.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Placement } from '../../rules/placement.ts';
import type { Triage } from '../../rules/offer/triage.ts';

/** Adds how a placement is weighed; the newest counts. */
export async function addTriage(
  transaction: ScopedTransaction,
  { person, verb }: Scope,
  { id, organisationId }: Pick<Placement, 'id' | 'organisationId'>,
  triage: Triage,
): Promise<void> {
  if (person?.acting == null) throw new Error(`${verb} is done by a person of the service`);
  await transaction
    .insertInto('placement_triage')
    .values({
      placement_id: id,
      organisation_id: organisationId,
      source: triage.source,
      need_words: triage.needWords,
      cost_words: triage.costWords,
      half_days: triage.halfDays,
      pence: triage.pence,
      risk: triage.risk,
      next_step: triage.nextStep,
      for_improvement: triage.forImprovement,
      for_improvement_words: triage.forImprovementWords,
      for_need: triage.forNeed,
      for_need_words: triage.forNeedWords,
      override_words: triage.overrideWords,
      made_by: person.id,
      made_in_role: person.acting.role,
    })
    .execute();
}
