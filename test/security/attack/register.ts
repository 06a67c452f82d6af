import type { Organisation } from '../../../src/access/roles.ts';
import type { TestDatabase } from '../../database/harness.ts';
import { type Member, tenant } from '../../factories/people.ts';

interface Of {
  colleague: string;
  urn: number;
  words: string;
  /** Whether everybody may find them. */
  isPublic: boolean;
}

/** A leader in the register of an organisation, who is the member as a person, with a designation, days and an interest. */
export async function leaderOf(
  owner: TestDatabase['db'],
  { id: organisation_id }: Organisation,
  { personId }: Member,
  { colleague, urn, words, isPublic }: Of,
): Promise<Record<'leaders' | 'me' | 'standing' | 'directory', string>> {
  const db = tenant(owner);
  const { id } = await db
    .insertInto('system_leader')
    .values({
      organisation_id,
      person_id: personId,
      name: `${words} Leader`,
      email: null,
      home_urn: urn + 2,
      phases: ['primary'],
      fields: ['phonics'],
      contexts: [`${words} context`],
      furthest_minutes: 30,
      most_schools: 2,
      partnership: `${words} partnership`,
      changed_by: colleague,
      changed_in_role: 'broker',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const of = { leader_id: id, organisation_id };
  await db
    .insertInto('leader_designation')
    .values({
      ...of,
      role: 'local-leader',
      body: `${words} body`,
      designated_on: '2024-03-27',
      evidence: `${words} evidence`,
      review_on: '2028-03-27',
      status: 'in force',
      rule_set: 'local',
      words: null,
      supersedes: null,
      recorded_by: colleague,
      recorded_in_role: 'broker',
    })
    .execute();
  await db
    .insertInto('leader_capacity')
    .values({ ...of, school_year: 2026, term: 'autumn', half_days: 8, said_by: colleague, said_in_role: 'broker' })
    .execute();
  const interest = await db
    .insertInto('leader_interest')
    .values({
      ...of,
      kind: 'governor',
      urn: urn + 3,
      trust_uid: null,
      words: `${words} interest`,
      since: null,
      until: null,
      noted_by: colleague,
      noted_in_role: 'broker',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('leader_consent')
    .values({
      ...of,
      consents: isPublic,
      shows: isPublic ? ['home school', 'fields', 'phases', 'contexts'] : [],
      how: 'in writing',
      given_on: '2026-01-01',
      recorded_by: colleague,
      recorded_in_role: 'broker',
    })
    .execute();
  return { leaders: id, me: id, standing: interest.id, directory: id };
}

/** Leaders whose entry was ended or changed count again, and what was taken back stands: what attacks wear out. */
export async function reviveLeaders({ pool }: TestDatabase): Promise<void> {
  await pool.query(
    `with interests as (update leader_interest set withdrawn_at = null, withdrawn_by = null, withdrawn_why = null
       where withdrawn_at is not null and words like '% interest'),
     added as (delete from leader_interest where noted_in_role is distinct from 'broker'),
     chosen as (delete from leader_consent where recorded_in_role is distinct from 'broker')
     update system_leader set status = 'active', status_why = null, email = null where status <> 'active' and contexts <> '{}'`,
  );
}
