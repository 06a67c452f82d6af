import { sql } from 'kysely';
import type { Organisation, Role } from '../../../access/roles.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { isMailAddress } from '../../../mail/mail-address.ts';
import { queueMail } from '../../../mail/queue-mail.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { type AskContent, asksOf } from '../../queries/approval/asks.ts';
import type { ForwardLine } from '../../queries/approval/forward.ts';
import { isPair, type PutPair } from '../../rules/approval/pair.ts';
import type { PlanningRound } from '../../rules/round/round.ts';

export interface Asking {
  /** The address of the page of a school's questions, whole, for mail. */
  linkTo: (urn: number) => string;
}

interface About {
  round: PlanningRound;
  organisation: Organisation;
  person: string;
  role: Role;
  /** ISO day. */
  answerBy: string;
}

/**
 * Asks both heads of each pair about interests in the other school, once a round; a pair that was asked about before keeps its answers.
 * A head gets one mail for all questions. The mail leads to them and names no school: it is read by more people than they are for.
 */
export async function askAbout(
  transaction: ScopedTransaction,
  lines: readonly ForwardLine[],
  { round, organisation, person, role, answerBy }: About,
  { linkTo }: Asking,
): Promise<{ asked: number; mails: number }> {
  const before = new Set((await asksOf(transaction, { roundId: round.id })).map(nameOf));
  const pairs = lines.map(({ line }) => line).filter(isPair);
  const due = pairs.flatMap((pair) => sidesOf(pair)).filter((ask) => !before.has(nameOf(ask)));
  let mails = 0;
  for (const urn of new Set(due.map((ask) => ask.urn))) {
    const heads = await headsOf(transaction, round.id, urn);
    for (const { needKey, leaderKey, side, otherUrn, school, other, pair } of due.filter((ask) => ask.urn === urn)) {
      const { support, days, leader } = pair;
      const content: AskContent = {
        school,
        other,
        support,
        days,
        leader,
        round: round.title,
        organisation: organisation.name,
      };
      await transaction
        .insertInto('planning_ask')
        .values({
          round_id: round.id,
          organisation_id: organisation.id,
          need_key: needKey,
          leader_key: leaderKey,
          side,
          urn,
          other_urn: otherUrn,
          content: JSON.stringify(content),
          people: heads.length,
          answer_by: answerBy,
          asked_by: person,
          asked_in_role: role,
        })
        .execute();
    }
    for (const { person_id, email } of heads) {
      const template = {
        name: 'interests asked',
        organisation: organisation.name,
        link: linkTo(urn),
        answerBy: dayText(answerBy),
      } as const;
      await queueMail(transaction, { to: email, template, organisationId: organisation.id, personId: person_id });
      mails++;
    }
  }
  return { asked: due.length, mails };
}

function nameOf({ needKey, leaderKey, side }: { needKey: string; leaderKey: string; side: string }): string {
  return `${needKey} ${leaderKey} ${side}`;
}

function sidesOf(pair: PutPair) {
  const { needKey, leaderKey, supported, home } = pair;
  const keys = { needKey, leaderKey, pair };
  return [
    {
      ...keys,
      side: 'home' as const,
      urn: home.urn,
      school: home.name,
      otherUrn: supported.urn,
      other: supported.name,
    },
    {
      ...keys,
      side: 'supported' as const,
      urn: supported.urn,
      school: supported.name,
      otherUrn: home.urn,
      other: home.name,
    },
  ];
}

async function headsOf(
  transaction: ScopedTransaction,
  roundId: string,
  urn: number,
): Promise<{ person_id: string; email: string }[]> {
  const { rows } = await sql<{ person_id: string; email: string }>`
    select * from heads_for_planning(${roundId}, ${urn})`.execute(transaction);
  // An address that no mail can go to must not keep the questions to all others from leaving.
  return rows.filter(({ email }) => isMailAddress(email));
}
