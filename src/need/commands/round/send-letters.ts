import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import { isMailAddress } from '../../../mail/mail-address.ts';
import { queueMail } from '../../../mail/queue-mail.ts';
import type { runRound } from '../../policy.ts';
import { itemsOf } from '../../queries/round/agenda.ts';
import { organisationOfScope, readRounds } from '../../queries/round/rounds.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { daysFor } from '../../rules/category.ts';
import type { Category } from '../../rules/need-policy.ts';
import { type LetterContent, letterOf } from '../../rules/round/letter.ts';
import type { Round } from '../../rules/round/round.ts';
import type { LetterPolicy } from '../../rules/round/round-policy.ts';
import { actingIn } from './acting-in.ts';
import { aloneInRounds } from './open-round.ts';

export type LettersSent =
  | { ok: true; letters: number; mails: number }
  | { ok: false; reason: 'no such round' | 'not at this step' | 'nothing to send' };

export interface Sending {
  template: LetterPolicy;
  /** The address of a letter's page, whole, for its mail. */
  linkTo: (urn: number, letterId: string) => string;
  /** ISO day on which they go. */
  today: string;
}

/**
 * Writes a letter to every school of the round that is decided and has none for that decision, and queues mail to the people of the
 * school who have accounts, all in one transaction. The mail leads to the letter and does not say the category: mail is read by
 * more people than the letter is for. Schools decided later get theirs when this is done again.
 */
export function sendLetters(
  db: Kysely<Database>,
  scope: Scope<typeof runRound.verb>,
  roundId: string,
  { template, linkTo, today }: Sending,
): Promise<LettersSent> {
  const organisationId = organisationOfScope(scope);
  const organisation = scope.person?.acting?.organisation.name ?? '';
  const { person, role } = actingIn(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<LettersSent>> => {
    const failed = (reason: Extract<LettersSent, { ok: false }>['reason']): Written<LettersSent> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { round: roundId, step: 'letters sent', reason },
    });
    await aloneInRounds(transaction, organisationId);
    const [round] = await readRounds(transaction, organisationId, roundId);
    if (round === undefined) return failed('no such round');
    if (round.state !== 'panel' && round.state !== 'letters sent') return failed('not at this step');
    const due = await dueLetters(transaction, round);
    if (due.length === 0) return failed('nothing to send');
    const contents = await contentsOf(transaction, round, due, { template, organisation });
    let mails = 0;
    for (const { decision, urn, category } of due) {
      const { id } = await transaction
        .insertInto('need_letter')
        .values({
          round_id: roundId,
          urn,
          organisation_id: organisationId,
          moderation_id: decision,
          category,
          days: daysFor(round.policy, category),
          answer_by: round.answerBy,
          template_id: template.id,
          content: JSON.stringify(contents.get(urn)),
          written_by: person,
          written_in_role: role,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const people = await readersOfLetter(transaction, urn);
      const mail = {
        name: 'need letter',
        organisation,
        link: linkTo(urn, id),
        answerBy: dayText(round.answerBy),
      } as const;
      for (const { person_id, email } of people) {
        await queueMail(transaction, { to: email, template: mail, organisationId, personId: person_id });
      }
      mails += people.length;
      if (people.length === 0) continue;
      const left = { letter_id: id, urn, organisation_id: organisationId, way: 'mail' } as const;
      await transaction
        .insertInto('need_letter_sent')
        .values({ ...left, people: people.length, sent_on: today, made_by: person, made_in_role: role })
        .execute();
    }
    if (round.state === 'panel') {
      const step = { round_id: roundId, organisation_id: organisationId, state: 'letters sent' } as const;
      await transaction
        .insertInto('need_round_step')
        .values({ ...step, words: null, made_by: person, made_in_role: role })
        .execute();
    }
    const detail = { round: roundId, step: 'letters sent', letters: due.length, mails };
    return { result: { ok: true, letters: due.length, mails }, detail };
  });
}

interface Due {
  decision: string;
  urn: number;
  category: Category;
}

/** The newest decision of the round on each school that still takes part, where it has no letter yet. */
async function dueLetters(transaction: ScopedTransaction, { id }: Pick<Round, 'id'>): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select decision, urn, category from (
      select distinct on (urn) id as decision, urn, category from need_moderation
      where round_id = ${id} order by urn, decided_at desc) newest
    where may_judge(urn) and not exists (select from need_letter l where l.moderation_id = newest.decision)
    order by urn`.execute(transaction);
  return rows;
}

async function contentsOf(
  transaction: ScopedTransaction,
  round: Round,
  due: readonly Due[],
  { template, organisation }: { template: LetterPolicy; organisation: string },
): Promise<Map<number, LetterContent>> {
  const items = new Map((await itemsOf(transaction, round)).map((item) => [item.urn, item]));
  return new Map(
    due.map(({ urn, category }) => {
      const { name, proposed, indicators } = items.get(urn)!;
      const facts = { ...round, school: name, organisation, category, proposed, indicators };
      return [urn, letterOf(facts, round.policy, template)];
    }),
  );
}

async function readersOfLetter(
  transaction: ScopedTransaction,
  urn: number,
): Promise<{ person_id: string; email: string }[]> {
  const { rows } = await sql<{ person_id: string; email: string }>`select * from readers_of_letter(${urn})`.execute(
    transaction,
  );
  // An address that no mail can go to must not keep the letters of all others from leaving.
  return rows.filter(({ email }) => isMailAddress(email));
}
