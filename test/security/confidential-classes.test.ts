import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { tablesOutOfClass } from '../../src/db/confidential-classes.ts';
import { SITE_ROLE } from '../../src/db/connect.ts';
import type { Organisation, Role } from '../../src/access/roles.ts';
import { testDatabase } from '../database/harness.ts';
import { type Member, memberIn, organisationIn } from '../factories/people.ts';
import { addArea, addImport, addSchool } from '../factories/register.ts';

const database = testDatabase();
const URN = 100_001;

interface Someone extends Member {
  organisation: Organisation;
  role: Role;
}

const people = {} as Record<
  | 'broker'
  | 'serviceLead'
  | 'financeOfficer'
  | 'leader'
  | 'head'
  | 'otherHead'
  | 'governor'
  | 'adviser'
  | 'otherBroker',
  Someone
>;

beforeAll(async () => {
  const { db, pool } = database;
  const register = await addImport(db);
  await addArea(db, register, 821, 'Luton');
  await addSchool(db, { urn: URN, import_id: register });
  await addSchool(db, { urn: 100_002, import_id: register });
  const service = await organisationIn(db, 'local authority', 821);
  const elsewhere = await organisationIn(db, 'local authority', 332);
  const school = await organisationIn(db, 'school', URN);
  const other = await organisationIn(db, 'school', 100_002);
  const board = await organisationIn(db, 'governing board', URN);
  const add = async (key: keyof typeof people, organisation: Organisation, role: Role) => {
    people[key] = { ...(await memberIn(db, organisation, role)), organisation, role };
  };
  await add('broker', service, 'broker');
  await add('serviceLead', service, 'service lead');
  await add('financeOfficer', service, 'finance officer');
  await add('adviser', service, 'adviser');
  await add('leader', other, 'system leader');
  await add('head', school, 'headteacher');
  await add('otherHead', other, 'headteacher');
  await add('governor', board, 'governor or trustee');
  await add('otherBroker', elsewhere, 'broker');
  // Tables as later rooms will make them, one a class.
  await pool.query(`
    create table coaching_note (id integer, leader_id uuid, head_id uuid);
    comment on table coaching_note is 'class coaching: of the leader and the supported head';
    create policy read on coaching_note for select using (may_read_coaching(leader_id, head_id));
    create table triage_note (id integer, urn integer);
    comment on table triage_note is 'class triage: what the service thinks';
    create policy read on triage_note for select using (may_read_triage(urn));
    create table appraisal (id integer, panel uuid[], head_id uuid, adviser_id uuid);
    comment on table appraisal is 'class appraisal: of a headteacher';
    create policy read on appraisal for select using (may_read_appraisal(panel, head_id, adviser_id));
    create table placement_record (id integer, parties uuid[]);
    comment on table placement_record is 'class shareable: plan, days, progress, impact';
    create policy read on placement_record for select using (may_read_shareable(parties));
  `);
  for (const table of ['coaching_note', 'triage_note', 'appraisal', 'placement_record']) {
    await pool.query(`alter table ${table} enable row level security; grant select on ${table} to ${SITE_ROLE}`);
  }
  await pool.query('insert into coaching_note values (1, $1, $2)', [people.leader.personId, people.head.personId]);
  await pool.query('insert into triage_note values (1, $1)', [URN]);
  await pool.query('insert into appraisal values (1, $1, $2, $3)', [
    [people.governor.personId],
    people.head.personId,
    people.adviser.personId,
  ]);
  await pool.query('insert into placement_record values (1, $1)', [[service.id, school.id, other.id]]);
});

/** Who sees the one row of the table, by plain SQL over the site's connection. */
async function readersOf(table: string): Promise<string[]> {
  const readers: string[] = [];
  for (const [name, { personId, organisation, role }] of Object.entries(people)) {
    const client = await database.site.pool.connect();
    await client.query('begin');
    await client.query(
      "select set_config('alongside.person', $1, true), set_config('alongside.organisation', $2, true), set_config('alongside.role', $3, true)",
      [personId, organisation.id, role],
    );
    if ((await client.query(`select * from ${table}`)).rowCount === 1) readers.push(name);
    await client.query('rollback');
    client.release();
  }
  return readers.toSorted();
}

describe('the confidential classes', () => {
  it('show a coaching note to the leader and the supported head alone, not even to the broker', async () => {
    expect(await readersOf('coaching_note')).toEqual(['head', 'leader']);
  });

  it('show triage to the service that covers the school, not to the school and not to another service', async () => {
    expect(await readersOf('triage_note')).toEqual(['adviser', 'broker', 'serviceLead']);
  });

  it('show an appraisal to the panel, the head and the external adviser alone', async () => {
    expect(await readersOf('appraisal')).toEqual(['adviser', 'governor', 'head']);
  });

  it('show a shareable record to every party', async () => {
    expect(await readersOf('placement_record')).toEqual([
      'adviser',
      'broker',
      'financeOfficer',
      'head',
      'leader',
      'otherHead',
      'serviceLead',
    ]);
  });

  it('are asked for by every read policy of a table that says its class', async () => {
    expect(await tablesOutOfClass(database.pool)).toEqual([]);
    await database.pool.query('create policy also on coaching_note for select using (acting_person() is not null)');
    expect(await tablesOutOfClass(database.pool)).toEqual(['coaching_note']);
    await database.pool.query(`comment on table placement_record is 'class ${randomUUID().slice(0, 4)}: unknown'`);
    expect(await tablesOutOfClass(database.pool)).toEqual(['coaching_note', 'placement_record']);
  });
});
