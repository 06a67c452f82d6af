import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { rewriteTrail } from '../../test/factories/audit-trail.ts';
import { memberIn, organisationIn } from '../../test/factories/people.ts';
import { addImport, addSchool } from '../../test/factories/register.ts';
import { policyAsAt } from '../policies.ts';
import { applyRetention } from './commands/apply-retention.ts';
import { noteRefusal } from './commands/note-refusal.ts';
import { readOwnAccount, retentionTask } from './policy.ts';
import { personOfSession } from './queries/person-of-session.ts';
import { verifyAudit } from './queries/verify-audit.ts';
import { RETENTION_RULES } from './rules/retention-rules.ts';
import { retentionPolicyKind } from './schema/retention-policy.ts';
import { signInPolicyKind } from './schema/sign-in-policy.ts';

const policy = policyAsAt(retentionPolicyKind, '2026-11-21');
const signInPolicy = policyAsAt(signInPolicyKind, '2026-11-21');
const NOW = new Date();
const LONG_AGO = "now() - interval '7 years'";

const as = (name: string, value: string) => `select set_config('alongside.${name}', '${value}', false);`;

describe('the retention schedule', () => {
  const database = testDatabase();
  const sql = async (text: string, values: unknown[] = []) => (await database.pool.query(text, values)).rows;
  const apply = async (options?: { dryRun: boolean }) => {
    const lines = await applyRetention(database.site.db, retentionTask, policy, NOW, options);
    return Object.fromEntries(lines.filter(({ records }) => records > 0).map(({ rule, records }) => [rule, records]));
  };
  /** A record of every kind, older than any rule keeps, about one person. */
  const oldRecordsOf = async (organisationId: string, personId: string, email: string) => {
    await sql(`update person set created_at = ${LONG_AGO} where id = $1`, [personId]);
    await sql(`update membership set ended_at = ${LONG_AGO} where person_id = $1`, [personId]);
    await sql(`update session set ended_at = ${LONG_AGO} where person_id = $1`, [personId]);
    await sql(
      `insert into mail_message (to_email, template, state, sent_at, person_id) values ('a@example.org', 'x', 'sent', ${LONG_AGO}, $1)`,
      [personId],
    );
    await sql(
      `insert into invitation (token_hash, organisation_id, email, name, role, expires_at) values (gen_random_uuid()::text, $1, $2, 'x', 'broker', ${LONG_AGO})`,
      [organisationId, email],
    );
    await sql(
      `insert into reset_link (token_hash, person_id, expires_at) values (gen_random_uuid()::text, $1, ${LONG_AGO})`,
      [personId],
    );
    await sql(
      `insert into pending_sign_in (token_hash, kind, person_id, detail, expires_at) values (gen_random_uuid()::text, 'second factor', $1, '{}', ${LONG_AGO})`,
      [personId],
    );
    await sql(
      `insert into complaint (reference, about, from_name, from_email, words, acknowledge_by, answered_at) values (gen_random_uuid()::text, 'x', 'x', $1, 'x', current_date, ${LONG_AGO})`,
      [email],
    );
    await sql(
      `insert into person_request (person_id, organisation_id, kind, words, due_on, decided_at) values ($1, $2, 'access', 'x', current_date, ${LONG_AGO})`,
      [personId, organisationId],
    );
    const { rows } = await database.pool.query<{ id: string }>(
      `insert into need_entry (urn, organisation_id, code, level, seen_on, evidence, entered_by, entered_in_role, entered_at) values (100001, $1, 'concern', 'some', '2019-01-01', 'words', $2, 'broker', ${LONG_AGO}) returning id`,
      [organisationId, personId],
    );
    await sql("insert into need_entry_note values ($1, 100001, $2, 'note')", [rows[0]!.id, organisationId]);
    const evidence = JSON.stringify([{ code: 'concern', state: 'raised', points: 5, sentence: 'words' }]);
    const moderation = await sql(
      `insert into need_moderation (urn, organisation_id, policy_id, as_at, computed_category, category, decided_by, decided_in_role, decided_at, evidence) values (100001, $1, 'p', '2022-07-06', 'B', 'C', $2, 'broker', ${LONG_AGO}, $3) returning id`,
      [organisationId, personId, evidence],
    );
    await sql(
      `insert into need_answer (urn, organisation_id, stance, content, said_by, said_in_role, said_at) values (100001, $1, 'agree', '{}', $2, 'headteacher', ${LONG_AGO})`,
      [organisationId, personId],
    );
    const round = await sql(
      "insert into need_round (organisation_id, school_year, term, policy_id, policy, pack_sha256, as_at, panel_on, letters_on, answer_by, opened_by, opened_in_role) values ($1, 2018, 'autumn', 'p', '{}', 'x', '2018-09-01', '2018-10-01', '2018-10-02', '2018-10-03', $2, 'service lead') returning id",
      [organisationId, personId],
    );
    await sql(
      `with letter as (
        insert into need_letter (round_id, urn, organisation_id, moderation_id, category, days, answer_by, template_id, content, written_by, written_in_role, written_at)
        values ($1, 100001, $2, $3, 'C', 9, '2018-10-03', 't', '{}', $4, 'service lead', ${LONG_AGO}) returning id)
      insert into need_letter_sent (letter_id, urn, organisation_id, way, people, sent_on, made_by, made_in_role)
      select id, 100001, $2, 'post', 0, '2018-10-03', $4, 'broker' from letter`,
      [round[0].id, organisationId, moderation[0].id, personId],
    );
    await sql(
      `with planned as (
        insert into planning_round (organisation_id, title, school_year, term, term_from, term_to, as_at, travel, inputs_sha256, opened_by, opened_in_role)
        values ($1, 'Old', 2018, 'autumn', '2018-09-01', '2018-12-31', '2018-09-01', 'straight line', 'x', $2, 'broker') returning id)
      insert into planning_decision (round_id, organisation_id, kind, need_key, reason, decided_by, decided_in_role, decided_at)
      select id, $1, 'leave out', '100001:lead', 'words', $2, 'broker', ${LONG_AGO} from planned`,
      [organisationId, personId],
    );
    await sql(
      `insert into planning_interest (round_id, organisation_id, urn, kind, words, made_by, made_in_role, made_at)
       select id, $1, 100001, 'interest', 'words', $2, 'adviser', ${LONG_AGO} from planning_round where organisation_id = $1`,
      [organisationId, personId],
    );
    await sql(
      `insert into system_leader (organisation_id, person_id, name, home_urn, phases, fields, contexts, most_schools, status, status_why, changed_by, changed_in_role, changed_at)
       values ($1, $2, 'Left', 100001, '{}', '{}', '{a town}', 1, 'ended', 'retired', $2, 'broker', ${LONG_AGO})`,
      [organisationId, personId],
    );
    await sql(
      `insert into placement (organisation_id, reference, supported_urn, support, support_type, focus, origin, asked_by_kind, state, state_since, made_by, made_in_role)
       values ($1, 'old', 100001, 'lead', 'head-coaching', 'words', 'request', 'hub', 'withdrawn', ${LONG_AGO}, $2, 'broker')`,
      [organisationId, personId],
    );
    await sql(
      `with visit as (
         insert into placement_visit (placement_id, organisation_id, starts_on, ends_on, half_days, place, purpose, note_due_on, made_by, made_in_role)
         select id, $1, '2018-10-01', '2018-10-01', 1, 'here', 'words', '2018-10-08', $2, 'system leader'
         from placement where organisation_id = $1 and reference = 'old' returning id, placement_id),
       coached as (
         insert into placement_coaching_note (placement_id, organisation_id, leader_person_id, supported_head_person_id, sealed, made_by, made_in_role)
         select placement_id, $1, $2, $2, 'sealed', $2, 'system leader' from visit)
       insert into placement_school_part (visit_id, placement_id, organisation_id, since_last, self_evaluation, made_by, made_in_role)
       select id, placement_id, $1, 'words', 'words', $2, 'headteacher' from visit`,
      [organisationId, personId],
    );
    await sql(
      `insert into private_link (token_hash, kind, subject_id, organisation_id, email, expires_at)
       values (gen_random_uuid()::text, 'offer', gen_random_uuid(), $1, $2, ${LONG_AGO})`,
      [organisationId, email],
    );
    await sql(
      `with round as (
         insert into designation_round (organisation_id, role, rule_set, process, opens_on, closes_on, panel_on, opened_by, opened_in_role)
         values ($1, 'local-leader', 'rules', 'process', '2015-01-01', '2015-02-01', '2015-02-02', $2, 'service lead') returning id)
       insert into designation_application (round_id, organisation_id, school_id, urn, applicant_id, applicant_name, applicant_email, answers, began_at, saved_at)
       select id, $1, $1, 100001, $2, 'Left', 'left@example.org', '{"evidence": {"coached": "words"}}', ${LONG_AGO}, ${LONG_AGO} from round`,
      [organisationId, personId],
    );
    await sql(
      `insert into placement_flow (placement_id, organisation_id, flow, chosen_by, chosen_in_role, chosen_at)
       select id, $1, 'full-on-signature', $2, 'broker', ${LONG_AGO} from placement where organisation_id = $1 and reference = 'old'`,
      [organisationId, personId],
    );
    await sql(
      `insert into work_reminder (person_id, organisation_id, item_key, due, step, queued_at) values ($2, $1, 'key', '2018-09-01', 0, ${LONG_AGO})`,
      [organisationId, personId],
    );
  };
  const EACH_ONCE = Object.fromEntries(
    RETENTION_RULES.filter((rule) => rule !== 'audit trail').map((rule) => [rule, 1]),
  );

  beforeAll(async () => {
    await addSchool(database.db, { urn: 100_001, import_id: await addImport(database.db) });
  });

  it('destroys what is old, keeps what is not, logs each rule and enters the whole in the trail once', async () => {
    const hub = await organisationIn(database.db, 'hub');
    const [leaver, stayer] = [await memberIn(database.db, hub, 'broker'), await memberIn(database.db, hub, 'adviser')];
    await oldRecordsOf(hub.id, leaver.personId, leaver.email);

    expect(await apply({ dryRun: true })).toEqual(EACH_ONCE);
    expect(await sql('select * from destruction_log')).toEqual([]);
    expect(await sql('select * from audit_event')).toEqual([]);

    expect(await apply()).toEqual(EACH_ONCE);
    expect(await apply()).toEqual({});
    expect(await sql('select name, email, erased_at is not null as erased from person order by name')).toEqual([
      { name: 'Erased person', email: null, erased: true },
      { name: 'Invented adviser', email: stayer.email, erased: false },
    ]);
    expect(await sql('select person_id from session')).toEqual([{ person_id: stayer.personId }]);
    const log = await sql('select rule, records, person_id, done_by, oldest < now() as dated from destruction_log');
    expect(log).toHaveLength(RETENTION_RULES.length - 1);
    expect(log).toContainEqual({
      rule: `${policy.id}: people without a role`,
      records: 1,
      person_id: leaver.personId,
      done_by: null,
      dated: true,
    });
    // A decision replays without the words of what was entered.
    expect(await sql('select evidence from need_moderation')).toEqual([
      { evidence: [{ code: 'concern', state: 'raised', points: 5, sentence: 'What was entered is no longer kept.' }] },
    ]);
    expect(await sql('select * from need_entry_note')).toEqual([]);
    expect(await sql('select name, contexts, person_id from system_leader')).toEqual([
      { name: 'No longer kept', contexts: [], person_id: null },
    ]);
    expect(await sql('select applicant_name, answers from designation_application')).toEqual([
      { applicant_name: 'No longer kept', answers: {} },
    ]);
    const events = await sql("select action, detail from audit_event where action = 'retention.apply' order by seq");
    expect(events).toEqual([
      { action: 'retention.apply', detail: { policy: policy.id, ...EACH_ONCE } },
      { action: 'retention.apply', detail: { policy: policy.id } },
    ]);
    // Whoever is erased is nobody any more: the old cookie opens nothing.
    expect(await personOfSession(database.site.db, signInPolicy, leaver.token, null)).toBeNull();
  });

  it('destroys nothing of a person whom a hold keeps, until it is lifted', async () => {
    const hub = await organisationIn(database.db, 'hub');
    const held = await memberIn(database.db, hub, 'broker');
    await oldRecordsOf(hub.id, held.personId, held.email);
    await sql("insert into legal_hold (person_id, organisation_id, reason, placed_by) values ($1, $2, 'a claim', $1)", [
      held.personId,
      hub.id,
    ]);
    expect(await apply()).toEqual({});
    await sql('update legal_hold set lifted_at = now()');
    expect(await apply()).toEqual(EACH_ONCE);
  });

  it('prunes the trail at its old end only, up to what a hold keeps, and the chain still verifies', async () => {
    const hub = await organisationIn(database.db, 'hub');
    const [first, second] = [await memberIn(database.db, hub, 'broker'), await memberIn(database.db, hub, 'broker')];
    for (const { token } of [first, first, second, first]) {
      const person = await personOfSession(database.site.db, signInPolicy, token, null);
      await noteRefusal(database.site.db, readOwnAccount, person, { kind: 'site' }, 'role');
    }
    const mine = await sql('select seq from audit_event where person_id = $1', [second.personId]);
    await rewriteTrail(database.pool, `at = at - interval '7 years'`);
    await sql("insert into legal_hold (person_id, organisation_id, reason, placed_by) values ($1, $2, 'a claim', $1)", [
      second.personId,
      hub.id,
    ]);
    const noted = (await verifyAudit(database.pool)).last;

    await apply();
    expect(await sql('select min(seq) as first from audit_event')).toEqual([{ first: mine[0].seq }]);
    expect(await verifyAudit(database.pool, noted)).toMatchObject({ ok: true, first: { seq: mine[0].seq } });

    await sql('update legal_hold set lifted_at = now() where lifted_at is null');
    expect(await apply()).toEqual({ 'audit trail': 2 });
    expect(await verifyAudit(database.pool, noted)).toMatchObject({ ok: true, entries: 2 });
    // What was pruned is not what was cut off by hand.
    await sql('update audit_head set since = since + 1');
    expect(await verifyAudit(database.pool)).toMatchObject({ ok: false });
  });

  it('lets nobody else prune, erase or restrict, nor the schedule the last year', async () => {
    const site = (text: string) => database.site.pool.query(text);
    const { rows } = await database.pool.query("select id from person where name <> 'Erased person' limit 1");
    const denied = { code: '42501' };
    await expect(
      site(`${as('purpose', 'operator')} select prune_audit(now() - interval '9 years')`),
    ).rejects.toMatchObject(denied);
    await expect(site(`${as('purpose', 'retention')} select prune_audit(now())`)).rejects.toMatchObject(denied);
    const reset = as('purpose', '');
    await expect(site(`${reset} select erase_person('${rows[0].id}')`)).rejects.toMatchObject(denied);
    await expect(site(`${reset} select restrict_person('${rows[0].id}', true)`)).rejects.toMatchObject(denied);
  });
});
