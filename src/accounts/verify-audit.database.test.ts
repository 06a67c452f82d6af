import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { rewriteTrail } from '../../test/factories/audit-trail.ts';
import { memberIn, organisationIn } from '../../test/factories/people.ts';
import { ask, siteOn } from '../../test/site.ts';
import { verifyAudit } from './queries/verify-audit.ts';

describe('the audit trail and who tampers with it', () => {
  const database = testDatabase();
  const sql = (text: string, values: unknown[] = []) => database.pool.query(text, values);

  beforeEach(async () => {
    // Whatever the test before did to it: an empty trail, with its head.
    await sql('truncate audit_event');
    await sql("update audit_head set since = 1, before_hash = repeat('0', 64), seq = 0, hash = repeat('0', 64)");
    const app = siteOn(database);
    const hub = await organisationIn(database.db, 'hub');
    const broker = await memberIn(database.db, hub, 'broker');
    // Real entries: a broker is refused what administrators read.
    for (let n = 0; n < 5; n++) await ask(app, broker, `/organisations/${hub.id}/audit`);
  });

  it('verifies as it was written, with its two ends, and empty too', async () => {
    const report = await verifyAudit(database.pool);
    expect(report).toMatchObject({ ok: true, entries: 5, faults: [], first: { seq: 1 }, last: { seq: 5 } });
    expect(await verifyAudit(database.pool, report.last)).toMatchObject({ ok: true });
    await sql('truncate audit_event');
    await sql("update audit_head set seq = 0, hash = repeat('0', 64)");
    expect(await verifyAudit(database.pool)).toMatchObject({ ok: true, entries: 0, first: null, last: null });
  });

  it.each([
    "outcome = 'done'",
    "detail = '{}'",
    "at = at + interval '1 microsecond'",
    'person_id = null',
    "ip = '::1'",
  ])('finds an entry that was changed: %s', async (set) => {
    await sql(`update audit_event set ${set} where seq = 3`);
    const report = await verifyAudit(database.pool);
    expect(report).toMatchObject({ ok: false, faultCount: 1, faults: [{ kind: 'changed', seq: 3 }] });
  });

  it('finds an entry that was changed and given a hash that fits', async () => {
    await sql("update audit_event set outcome = 'done' where seq = 3");
    await sql("update audit_event e set hash = encode(sha256(convert_to(audit_text(e), 'UTF8')), 'hex') where seq = 3");
    expect((await verifyAudit(database.pool)).faults).toMatchObject([{ kind: 'inserted', seq: 4 }]);
  });

  it('finds entries that were removed from the middle, the start and the end', async () => {
    await sql('delete from audit_event where seq in (3, 4)');
    expect((await verifyAudit(database.pool)).faults).toMatchObject([
      { kind: 'removed', seq: 3, says: 'Entries 3 to 4 were removed.' },
    ]);
    await sql('delete from audit_event where seq = 1');
    expect((await verifyAudit(database.pool)).faults).toMatchObject([{ seq: 1 }, { seq: 3 }]);
    await sql('delete from audit_event where seq > 1');
    expect((await verifyAudit(database.pool)).faults).toMatchObject([
      { kind: 'removed', seq: 1, says: 'Entries 1 to 5 were removed from the end.' },
    ]);
  });

  it('finds the tail cut off, though what is left is whole', async () => {
    await sql('delete from audit_event where seq = 5');
    expect((await verifyAudit(database.pool)).faults).toMatchObject([
      { kind: 'removed', seq: 5, says: 'Entry 5 was removed from the end.' },
    ]);
  });

  it('finds an entry that was put in, in the middle and at the end', async () => {
    await sql('alter table audit_event disable trigger user');
    await sql('update audit_event set seq = seq + 1000 where seq > 2');
    await sql('update audit_event set seq = seq - 999 where seq > 1000');
    const forged = `insert into audit_event
      select $1::bigint, e.at, e.person_id, e.organisation_id, e.role, 'need.moderate', 'done', e.subject_kind, e.subject_id, e.detail, e.ip, e.hash, ''
      from audit_event e where e.seq = $1::bigint - 1`;
    const fitted =
      "update audit_event e set hash = encode(sha256(convert_to(audit_text(e), 'UTF8')), 'hex') where seq = $1";
    await sql(forged, [3]);
    await sql(fitted, [3]);
    const report = await verifyAudit(database.pool);
    expect(report.faults).toContainEqual(expect.objectContaining({ kind: 'inserted', seq: 4 }));
    expect(report.faults).toContainEqual(expect.objectContaining({ kind: 'inserted', seq: 6 }));

    await sql('delete from audit_event where seq = 3');
    await sql('update audit_event set seq = seq - 1 where seq > 3');
    await sql(forged, [6]);
    await sql(fitted, [6]);
    await sql('alter table audit_event enable trigger user');
    expect((await verifyAudit(database.pool)).faults).toMatchObject([
      { kind: 'inserted', seq: 6, says: 'Entry 6 was inserted after the end of the chain.' },
    ]);
  });

  it('finds a chain that was written anew as a whole, by an entry noted before', async () => {
    const { last } = await verifyAudit(database.pool);
    await rewriteTrail(database.pool, "outcome = 'done'");
    expect(await verifyAudit(database.pool)).toMatchObject({ ok: true });
    expect(await verifyAudit(database.pool, last)).toMatchObject({ ok: false, faults: [{ kind: 'anchor', seq: 5 }] });
    expect(await verifyAudit(database.pool, { seq: 9, hash: last!.hash })).toMatchObject({ faults: [{ seq: 9 }] });
  });

  it.each([
    'update audit_event set outcome = outcome',
    'delete from audit_event',
    'truncate audit_event',
    'update audit_head set seq = 0',
    'delete from audit_head',
    'alter table audit_event disable trigger user',
    'drop trigger audit_event_chained on audit_event',
  ])('is refused to the site itself: %s', async (statement) => {
    await expect(database.site.pool.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('takes no number, time or hash from the site', async () => {
    await database.site.pool.query(
      `select set_config('alongside.purpose', 'operator', false);
       insert into audit_event values (77, '2001-01-01', null, null, null, 'x', 'done', null, null, '{}', null, 'p', 'h')`,
    );
    const { rows } = await sql(
      "select seq, at > now() - interval '1 hour' as fresh from audit_event where action = 'x'",
    );
    expect(rows).toEqual([{ seq: 6, fresh: true }]);
    expect(await verifyAudit(database.pool)).toMatchObject({ ok: true, entries: 6 });
  });
});
