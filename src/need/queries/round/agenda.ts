import type { Kysely } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { RoundScope } from '../../policy.ts';
import { type PackedResult, unpacked } from '../../rules/assessment.ts';
import { type AgendaEntry, agendaOf, type RoundItem } from '../../rules/round/agenda.ts';
import type { Round } from '../../rules/round/round.ts';
import type { RoundPolicy } from '../../rules/round/round-policy.ts';
import { heardOf } from './heard.ts';
import { organisationOfScope } from './rounds.ts';

/** The agenda of a round of the scope's organisation, the closest call first; with `urn`, of that school alone. */
export function agendaOfRound(
  db: Kysely<Database>,
  scope: RoundScope,
  round: Round,
  policy: RoundPolicy,
  urn?: number,
): Promise<AgendaEntry[]> {
  return readAs(db, scope, async (transaction) => {
    const items = await itemsOf(transaction, round, urn);
    const of = { id: round.id, organisationId: organisationOfScope(scope), openedAt: round.openedAt };
    const heard = await heardOf(
      transaction,
      of,
      items.map((item) => item.urn),
    );
    return agendaOf(items, heard, round.policy, policy);
  });
}

/** The schools of a round with what was frozen of them, in the order of their URNs. */
export async function itemsOf(
  transaction: ScopedTransaction,
  { id, policy }: Pick<Round, 'id' | 'policy'>,
  urn?: number,
): Promise<RoundItem[]> {
  const rows = await transaction
    .selectFrom('need_round_item as i')
    .innerJoin('school as s', 's.urn', 'i.urn')
    .select(['i.urn', 's.name', 's.phase', 'i.proposed', 'i.points', 'i.evidence'])
    .where('i.round_id', '=', id)
    .$if(urn !== undefined, (query) => query.where('i.urn', '=', urn!))
    .orderBy('i.urn')
    .execute();
  return rows.map(({ evidence, ...row }) => ({ ...row, indicators: unpacked(evidence as PackedResult[], policy) }));
}
