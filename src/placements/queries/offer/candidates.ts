import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { InterestKind } from '../../../leaders/rules/interests.ts';
import { NOT_KEPT } from '../../../need/queries/round/rounds.ts';
import type { Candidate, PairDeclaration } from '../../rules/offer/candidate.ts';

/** The short list of a placement, in the order in which it was made, with what was said and decided about interests. */
export async function readCandidates(transaction: ScopedTransaction, placementId: string): Promise<Candidate[]> {
  const rows = await transaction
    .selectFrom('placement_candidate as k')
    .leftJoin('school as home', 'home.urn', 'k.home_urn')
    .selectAll('k')
    .select(['home.name as home_name', nameOf('k.added_by').as('by')])
    .where('k.placement_id', '=', placementId)
    .orderBy('k.added_at')
    .execute();
  const declarations = await readDeclarations(transaction, placementId);
  return rows.map((row) => ({
    id: row.id,
    source: row.source,
    leaderId: row.leader_id,
    name: row.leader_name,
    email: row.leader_email,
    home: { urn: row.home_urn, name: row.home_name ?? `School ${row.home_urn}` },
    reasons: row.reasons,
    by: row.by ?? NOT_KEPT,
    removed: row.removed_words === null ? null : { words: row.removed_words },
    declarations: declarations.filter(({ candidateId }) => candidateId === row.id),
  }));

  function nameOf(column: 'k.added_by') {
    return sql<string | null>`author_in_offers(${placementId}::uuid, ${sql.ref(column)})`;
  }
}

/** The newest declaration of each side of each pair of a placement. */
async function readDeclarations(
  transaction: ScopedTransaction,
  placementId: string,
): Promise<(PairDeclaration & { candidateId: string })[]> {
  const rows = await transaction
    .selectFrom('placement_declaration as d')
    .distinctOn(['d.candidate_id', 'd.side'])
    .selectAll('d')
    .select(sql<string | null>`author_in_offers(d.placement_id, d.recorded_by)`.as('by'))
    .where('d.placement_id', '=', placementId)
    .orderBy('d.candidate_id')
    .orderBy('d.side')
    .orderBy('d.recorded_at', 'desc')
    .execute();
  const decisions = await transaction
    .selectFrom('placement_interest_decision as d')
    .distinctOn('d.declaration_id')
    .select(['d.declaration_id', 'd.outcome', 'd.words'])
    .select(sql<string | null>`author_in_offers(d.placement_id, d.decided_by)`.as('by'))
    .where('d.placement_id', '=', placementId)
    .orderBy('d.declaration_id')
    .orderBy('d.decided_at', 'desc')
    .execute();
  return rows.map((row) => {
    const decision = decisions.find(({ declaration_id }) => declaration_id === row.id);
    return {
      id: row.id,
      candidateId: row.candidate_id,
      side: row.side,
      says:
        row.says === 'interest'
          ? { says: 'interest', kind: row.kind as InterestKind, detail: row.detail ?? '' }
          : { says: 'no interest' },
      how: row.how,
      givenBy: row.given_by,
      on: row.given_on,
      by: row.by ?? NOT_KEPT,
      settledWords: row.settled_words,
      decision:
        decision === undefined
          ? null
          : { outcome: decision.outcome, words: decision.words, by: decision.by ?? NOT_KEPT },
    };
  });
}
