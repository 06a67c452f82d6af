import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { ApproverFacts } from '../../rules/approval/independence.ts';
import { pairKey } from '../../rules/approval/pair.ts';
import type { Forward } from './forward.ts';

/**
 * What is known of whoever acts that could keep them from approving a plan. The database asks the same of every row of an approval
 * (`had_hand_in`, `has_stake_in`), so that a fault here approves nothing.
 */
export async function approverFacts(
  transaction: ScopedTransaction,
  { roundId, person }: { roundId: string; person: string },
  forward: Pick<Forward, 'id' | 'proposalId' | 'lines'>,
): Promise<ApproverFacts> {
  const made = await transaction
    .selectFrom('planning_put_forward as f')
    .innerJoin('planning_proposal as p', 'p.id', 'f.proposal_id')
    .select(['f.made_by', 'p.asked_by', 'p.decisions'])
    .where('f.id', '=', forward.id)
    .executeTakeFirstOrThrow();
  const { decisions } = await transaction
    .selectFrom('planning_decision')
    .select((eb) => eb.fn.countAll<number>().as('decisions'))
    .where('decided_by', '=', person)
    .where((eb) =>
      eb.or([
        eb('id', '=', sql<string>`any(${made.decisions}::uuid[])`),
        eb.and([
          eb('kind', '=', 'take forward'),
          eb('undone_at', 'is', null),
          eb(sql`value ->> 'proposalId'`, '=', forward.proposalId),
        ]),
      ]),
    )
    .executeTakeFirstOrThrow();
  const decided = await transaction
    .selectFrom('planning_interest_decision as d')
    .innerJoin('planning_ask as a', 'a.id', 'd.ask_id')
    .select(['a.need_key', 'a.leader_key'])
    .where('d.round_id', '=', roundId)
    .where('d.decided_by', '=', person)
    .execute();
  const urns = [
    ...new Set(forward.lines.flatMap(({ supportedUrn, homeUrn }) => [supportedUrn, homeUrn ?? supportedUrn])),
  ];
  const declared = await interestsOf(transaction, person);
  return {
    madeProposal: made.made_by === person || made.asked_by === person,
    decisions,
    decidedOn: new Set(decided.map((row) => pairKey({ needKey: row.need_key, leaderKey: row.leader_key }))),
    rolesAt: await rolesAt(transaction, person, urns),
    interests: new Set([...declared.here, ...declared.onPanels]),
  };
}

/** Roles of a person at schools, their boards and trusts, but for the service that acts. Their own memberships are theirs to read. */
async function rolesAt(
  transaction: ScopedTransaction,
  person: string,
  urns: readonly number[],
): Promise<Map<number, string>> {
  const { rows } = await sql<{ urn: number; role: string }>`
    select u.urn, min(m.role) as role
    from unnest(${[...urns]}::int[]) as u(urn), membership m join organisation o on o.id = m.organisation_id
    where m.person_id = ${person} and m.ended_at is null and o.id <> acting_organisation()
      and (o.urn = u.urn or exists (select from group_member g where g.urn = u.urn and g.group_uid = o.group_uid))
    group by u.urn`.execute(transaction);
  return new Map(rows.map(({ urn, role }) => [urn, role]));
}

/** Schools in which a person declared an interest: in planning rounds, and on panels of moderation. The newest word on each counts. */
export async function interestsOf(
  transaction: ScopedTransaction,
  person: string,
): Promise<{ here: Set<number>; onPanels: Set<number> }> {
  const { rows } = await sql<{ urn: number; here: boolean }>`
    select urn, true as here from (
      select distinct on (urn) urn, kind from planning_interest where made_by = ${person} order by urn, made_at desc) as own
    where kind = 'interest'
    union all
    select urn, false from (
      select distinct on (urn) urn, kind from need_panel_entry
      where made_by = ${person} and urn is not null order by urn, made_at desc) as panel
    where kind = 'interest'`.execute(transaction);
  const of = (here: boolean) => new Set(rows.filter((row) => row.here === here).map(({ urn }) => urn));
  return { here: of(true), onPanels: of(false) };
}
