import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Organisation, Role } from '../../src/access/roles.ts';
import { fillNeed } from '../factories/need-records.ts';
import type { Member } from '../factories/people.ts';
import { holdCalendar } from './held-calendar.ts';
import { holdRegister } from './held-register.ts';

/** Two areas that have nothing to do with each other. */
export const AREAS = [
  { laCode: 821, urn: 100_001, groupUid: 5001 },
  { laCode: 332, urn: 200_001, groupUid: 5002 },
] as const;

export interface Tenant {
  organisation: Organisation;
  /** Index of its area in AREAS. */
  area: number;
  members: Map<Role, Member>;
}

/** Of which tenant the administrator brought each import, by its id. */
export const broughtBy = new Map<unknown, Tenant>();

/** A row of every table that belongs to the tenant, or to its people. */
export async function fill(pool: pg.Pool, tenant: Tenant): Promise<void> {
  const {
    organisation: { id, kind },
    area,
    members,
  } = tenant;
  const person = members.get('administrator')!.personId;
  const { urn } = AREAS[area]!;
  const run = (text: string, ...values: unknown[]) => pool.query(text, values);
  await holdRegister(pool, { ...tenant, urn });
  await holdCalendar(pool, { ...tenant, personId: person });
  await run("insert into local_account (person_id, password_hash) values ($1, 'x')", person);
  await run("insert into recovery_code values ($1, 'x')", person);
  await run("insert into provider_identity values ('https://issuer.example', $1::text, $1::uuid)", person);
  await run(
    "insert into invitation (token_hash, organisation_id, email, name, role, expires_at) values ($1, $2, 'a@example.org', 'A', 'broker', now())",
    randomUUID(),
    id,
  );
  await run('insert into reset_link (token_hash, person_id, expires_at) values ($1, $2, now())', randomUUID(), person);
  await run(
    "insert into pending_sign_in (token_hash, kind, person_id, detail, expires_at) values ($1, 'second factor', $2, '{}', now())",
    randomUUID(),
    person,
  );
  const { rows } = await run(
    "insert into mail_message (organisation_id, person_id, to_email, template) values ($1, $2, 'a@example.org', 'invitation') returning id",
    id,
    person,
  );
  await run("insert into mail_body values ($1, 'subject', 'text')", rows[0].id);
  await run(
    "insert into person_request (person_id, organisation_id, kind, words, due_on) values ($1, $2, 'access', 'words', '2027-01-01')",
    person,
    id,
  );
  await run(
    "insert into legal_hold (person_id, organisation_id, reason, placed_by) values ($1, $2, 'reason', $1)",
    person,
    id,
  );
  await run(
    "insert into complaint (reference, organisation_id, about, from_name, from_email, words, acknowledge_by) values ($1, $2, 'a service', 'A', 'a@example.org', 'words', '2027-01-01')",
    randomUUID(),
    id,
  );
  await run(
    "insert into news_subscription (person_id, organisation_id, frequency, told_to) values ($1, $2, 'weekly', 0)",
    person,
    id,
  );
  await run("insert into destruction_log (rule, record_kind, records) values ('rule', 'kind', 1)");
  await run(
    "insert into audit_event (organisation_id, person_id, role, action, outcome, detail, seq, at, previous_hash, hash) values ($1, $2, 'administrator', 'test', 'done', '{}', 0, now(), '', '')",
    id,
    person,
  );
  await run(
    "insert into audit_event (person_id, action, outcome, detail, seq, at, previous_hash, hash) values ($1, 'sign-in.password', 'done', '{}', 0, now(), '', '')",
    members.get('broker')!.personId,
  );
  if (kind === 'local authority' || kind === 'trust') {
    const moderation = await run(
      "insert into need_moderation (urn, organisation_id, policy_id, as_at, computed_category, category, decided_by, decided_in_role) values ($1, $2, 'p', '2022-07-06', 'B', 'C', $3, 'broker') returning id",
      urn,
      id,
      person,
    );
    await run("insert into need_moderation_reason values ($1, $2, $3, 'reason')", moderation.rows[0].id, urn, id);
    await fillNeed(pool, urn, id, person);
  }
  const job = await run(
    "insert into import_job (organisation_id, uploaded_by, uploaded_in_role) values ($1, $2, 'broker') returning id",
    id,
    person,
  );
  broughtBy.set(job.rows[0].id, tenant);
  await run("insert into import_job_file (job_id, position, name, bytes) values ($1, 0, 'a.csv', 1)", job.rows[0].id);
  await run('insert into import_job_part values ($1, 0, 0, $2)', job.rows[0].id, Buffer.from(id));
  await run(
    "insert into need_comment (urn, organisation_id, from_school, policy_id, as_at, body, said_by, said_in_role) values ($1, $2, $3, 'p', '2022-07-06', 'words', $4, 'broker')",
    urn,
    id,
    kind === 'school' || kind === 'governing board',
    person,
  );
}

/** What organisations of these kinds say of a change of head: the services and the school. */
export async function sayOfHead(pool: pg.Pool, { organisation: { id, kind }, area, members }: Tenant): Promise<void> {
  if (kind === 'hub' || kind === 'diocese') return;
  await pool.query(
    "insert into headship_correction (urn, organisation_id, from_school, not_before, not_after, policy_id, published_class, says, reason, made_by, made_in_role) values ($1, $2, $3, '2020-09-30', '2021-01-31', 'p', 'likely', 'same person', 'reason', $4, 'broker')",
    [AREAS[area]!.urn, id, kind === 'school' || kind === 'governing board', members.get('administrator')!.personId],
  );
}

/** Who asks, in the role that they act in. */
export interface Actor {
  tenant: Tenant;
  role: Role;
  personId: string;
}

/** Runs plain SQL over the site's own connection, with nothing but who acts said to the database; then takes it all back. */
export async function asActor<T>(
  pool: pg.Pool,
  actor: Actor | null,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    if (actor !== null) {
      await client.query(
        "select set_config('alongside.person', $1, true), set_config('alongside.organisation', $2, true), set_config('alongside.role', $3, true)",
        [actor.personId, actor.tenant.organisation.id, actor.role],
      );
    }
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
