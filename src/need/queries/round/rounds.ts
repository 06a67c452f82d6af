import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { RoundScope } from '../../policy.ts';
import type { NeedPolicy } from '../../rules/need-policy.ts';
import type { PanelEntry, Round, RoundStep } from '../../rules/round/round.ts';

/** Said in place of a name that is no longer kept. */
export const NOT_KEPT = 'Somebody whose name is not kept';

/** Id of the organisation that a scope is about. Throws for a scope about anything else: a fault of ours. */
export function organisationOfScope({ subject, verb }: Scope): string {
  if (subject.kind !== 'organisation') throw new Error(`${verb} is about an organisation`);
  return subject.organisationId;
}

/** The rounds of the scope's organisation, the newest first. */
export function roundsOf(db: Kysely<Database>, scope: RoundScope): Promise<Round[]> {
  return readAs(db, scope, (transaction) => readRounds(transaction, organisationOfScope(scope)));
}

/** One round of the scope's organisation, or null when it has none with this id. */
export async function roundOf(db: Kysely<Database>, scope: RoundScope, id: string): Promise<Round | null> {
  const [round] = await readAs(db, scope, (transaction) => readRounds(transaction, organisationOfScope(scope), id));
  return round ?? null;
}

/** The same within a transaction. */
export async function readRounds(
  transaction: ScopedTransaction,
  organisationId: string,
  id?: string,
): Promise<Round[]> {
  const rows = await transaction
    .selectFrom('need_round')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .orderBy('opened_at', 'desc')
    .execute();
  const steps = await transaction
    .selectFrom('need_round_step as s')
    .select(['s.round_id', 's.state', 's.words', 's.made_in_role', 's.made_at'])
    .select((eb) => sql<string | null>`author_in_round(${eb.ref('s.made_by')}, 0)`.as('by'))
    .where('s.organisation_id', '=', organisationId)
    .$if(id !== undefined, (query) => query.where('s.round_id', '=', id!))
    .orderBy('s.made_at')
    .execute();
  return rows.map((row): Round => {
    const own = steps
      .filter(({ round_id }) => round_id === row.id)
      .map((step): RoundStep => ({
        state: step.state,
        words: step.words,
        by: step.by ?? NOT_KEPT,
        role: step.made_in_role,
        at: step.made_at.toISOString(),
      }));
    return {
      id: row.id,
      schoolYear: row.school_year,
      term: row.term,
      policy: row.policy as NeedPolicy,
      packSha256: row.pack_sha256,
      asAt: row.as_at,
      panelOn: row.panel_on,
      lettersOn: row.letters_on,
      answerBy: row.answer_by,
      openedAt: row.opened_at.toISOString(),
      state: own.at(-1)?.state ?? 'open',
      steps: own,
    };
  });
}

/** Who sat on the panel of a round, what was noted and which interests were declared, the oldest first. */
export function panelOf(db: Kysely<Database>, scope: RoundScope, roundId: string): Promise<PanelEntry[]> {
  return readAs(db, scope, (transaction) => readPanel(transaction, roundId));
}

/** The same within a transaction. */
export async function readPanel(transaction: ScopedTransaction, roundId: string): Promise<PanelEntry[]> {
  const rows = await transaction
    .selectFrom('need_panel_entry as e')
    .leftJoin('school as s', 's.urn', 'e.urn')
    .select(['e.kind', 'e.urn', 's.name as school', 'e.words', 'e.made_by', 'e.made_in_role', 'e.made_at'])
    .select((eb) => sql<string | null>`author_in_round(${eb.ref('e.made_by')}, 0)`.as('by'))
    .where('e.round_id', '=', roundId)
    .orderBy('e.made_at')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    urn: row.urn,
    school: row.school,
    words: row.words,
    personId: row.made_by,
    by: row.by ?? NOT_KEPT,
    role: row.made_in_role,
    at: row.made_at.toISOString(),
  }));
}
