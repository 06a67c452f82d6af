import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { monthsAfter } from '../../../calendar/due-after.ts';
import { phaseGroupOf, type Phase } from '../../../schools/rules/facts.ts';
import type { Application, DesignationRound } from '../../rules/designation/application.ts';

interface Designating {
  application: Application;
  email: string;
  round: DesignationRound;
  reviewMonths: number;
  reason: string;
  /** ISO day. */
  today: string;
  by: { person: string; role: string };
}

/** Enters the designation in the register of the service, with its rule set and review date; the leader too when they are not there yet. */
export async function designate(transaction: ScopedTransaction, deed: Designating): Promise<void> {
  const { round, by, today } = deed;
  const leaderId = (await leaderOf(transaction, deed)) ?? (await addLeader(transaction, deed));
  const standing = await transaction
    .selectFrom('leader_designation as d')
    .select('d.id')
    .where('d.leader_id', '=', leaderId)
    .where('d.role', '=', round.role)
    .where('d.status', '<>', 'ended')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('leader_designation as x').select('x.id').whereRef('x.supersedes', '=', 'd.id'))),
    )
    .executeTakeFirst();
  await transaction
    .insertInto('leader_designation')
    .values({
      leader_id: leaderId,
      organisation_id: round.organisationId,
      role: round.role,
      body: round.organisation,
      designated_on: today,
      evidence: `Designated on an application in the round that closed on ${round.closesOn}. The reason of the panel: ${deed.reason}`.slice(
        0,
        4000,
      ),
      review_on: monthsAfter(today, deed.reviewMonths),
      status: 'in force',
      rule_set: round.ruleSet,
      words: standing === undefined ? null : 'Designated anew in a round',
      supersedes: standing?.id ?? null,
      recorded_by: by.person,
      recorded_in_role: by.role,
    })
    .execute();
  await sql`select link_system_leaders(null)`.execute(transaction);
}

async function leaderOf(transaction: ScopedTransaction, { application, email, round }: Designating) {
  const found = await transaction
    .selectFrom('system_leader')
    .select('id')
    .where('organisation_id', '=', round.organisationId)
    .where('status', '<>', 'ended')
    .where(({ or, eb }) => or([eb('person_id', '=', application.applicantId), eb('email', '=', email)]))
    .orderBy('added_at')
    .executeTakeFirst();
  return found?.id ?? null;
}

async function addLeader(transaction: ScopedTransaction, { application, email, round, by }: Designating) {
  const school = await transaction
    .selectFrom('school')
    .select('phase')
    .where('urn', '=', application.urn)
    .executeTakeFirst();
  const group = school === undefined ? null : phaseGroupOf(school.phase as Phase);
  const { id } = await transaction
    .insertInto('system_leader')
    .values({
      organisation_id: round.organisationId,
      name: application.applicant,
      email,
      home_urn: application.urn,
      phases: group === null ? [] : [group],
      fields: [],
      contexts: [],
      furthest_minutes: null,
      // Until the leader says otherwise: one school at a time.
      most_schools: 1,
      partnership: null,
      changed_by: by.person,
      changed_in_role: by.role,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
