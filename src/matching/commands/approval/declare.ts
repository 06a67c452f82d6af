import type { Kysely } from 'kysely';
import { actorOf, alone, memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { declareInterest, handleInterests } from '../../policy.ts';
import { type AskShown, asksOf } from '../../queries/approval/asks.ts';
import type { Says } from '../../rules/approval/declaration.ts';
import { inRound } from './in-round.ts';

export type Declared =
  | { ok: true; unchanged: boolean }
  | { ok: false; reason: 'no such question' | 'no such round' | 'over' };

/** The head of the scope's school answers a question about interests. A later answer takes the place of an earlier one, which stays in the record. */
export function declare(
  db: Kysely<Database>,
  scope: Scope<typeof declareInterest.verb>,
  askId: string,
  says: Says,
  today: string,
): Promise<Declared> {
  const { urn, person, role } = actorOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Declared>> => {
    await alone(transaction, 'planning_declaration', urn);
    const [ask] = await asksOf(transaction, { urn, id: askId });
    if (ask === undefined) return refused('no such question', askId);
    const given = { how: 'site', givenBy: null, on: today } as const;
    return added(transaction, ask, says, given, { person, role });
  });
}

/** Writes down what the head of a school without an account said by telephone or in a letter: who, on which day. */
export function noteDeclaration(
  db: Kysely<Database>,
  scope: Scope<typeof handleInterests.verb>,
  roundId: string,
  askId: string,
  answer: { says: Says; how: 'telephone' | 'letter'; givenBy: string; on: string },
): Promise<Declared> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Declared>> => {
    const found = await inRound(transaction, organisation.id, roundId, 'declare');
    if (!found.ok) return refused(found.reason, askId);
    const [ask] = await asksOf(transaction, { roundId, id: askId });
    if (ask === undefined) return refused('no such question', askId);
    return added(transaction, ask, answer.says, answer, { person, role });
  });
}

async function added(
  transaction: ScopedTransaction,
  ask: AskShown,
  says: Says,
  given: { how: 'site' | 'telephone' | 'letter'; givenBy: string | null; on: string },
  { person, role }: { person: string; role: string },
): Promise<Written<Declared>> {
  const detail = { round: ask.roundId, question: ask.id, says: says.says, how: given.how };
  const last = ask.declaration;
  if (
    last !== null &&
    last.how === given.how &&
    last.givenBy === given.givenBy &&
    JSON.stringify(last.says) === JSON.stringify(said(says))
  )
    return { result: { ok: true, unchanged: true }, detail: { ...detail, unchanged: true } };
  await transaction
    .insertInto('planning_declaration')
    .values({
      ask_id: ask.id,
      round_id: ask.roundId,
      organisation_id: ask.organisationId,
      urn: ask.urn,
      says: says.says,
      kind: says.says === 'interest' ? says.kind : null,
      detail: says.says === 'interest' ? says.detail : null,
      how: given.how,
      given_by: given.givenBy,
      given_on: given.on,
      recorded_by: person,
      recorded_in_role: role,
    })
    .execute();
  return { result: { ok: true, unchanged: false }, detail };
}

/** In the order of keys in which answers are read. */
function said(says: Says): Says {
  return says.says === 'interest' ? { says: says.says, kind: says.kind, detail: says.detail } : { says: says.says };
}

function refused(reason: Extract<Declared, { ok: false }>['reason'], askId: string): Written<Declared> {
  return { result: { ok: false, reason }, outcome: 'failed', detail: { question: askId, reason } };
}
