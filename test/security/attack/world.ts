import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Config } from '../../../src/config.ts';
import type { Organisation, OrganisationKind, Role } from '../../../src/access/roles.ts';
import { hashOfToken, newToken } from '../../../src/access/secret.ts';
import { prepareDemonstration } from '../../../src/accounts/commands/prepare-demonstration.ts';
import { demonstrationTask } from '../../../src/accounts/policy.ts';
import { demonstrationPeopleKind } from '../../../src/accounts/schema/demonstration-people.ts';
import { assessEngland } from '../../../src/need/commands.ts';
import { needPackAsAt } from '../../../src/need/queries.ts';
import { policyAsAt } from '../../../src/policies.ts';
import type { TestDatabase } from '../../database/harness.ts';
import { passwordOf, secondFactorOf } from '../../factories/local-account.ts';
import { type Member, memberIn, organisationIn, tenant } from '../../factories/people.ts';
import {
  addArea,
  addFigures,
  addHead,
  addImport,
  addInspection,
  addMeasures,
  addSchool,
} from '../../factories/register.ts';
import { siteOn } from '../../site.ts';
import { approvalOf } from './approval.ts';
import { feedOf } from './calendar.ts';
import { placementOf, revivePlacements } from './placement.ts';
import { planningOf } from './planning.ts';
import { roundOf } from './round.ts';

/** Stands in every name, address and word of the other organisation: wherever it shows, something leaked. */
export const OTHERS = 'Ostrakon';

export interface Attacker extends Member {
  role: Role;
  organisation: Organisation;
  ids: Ids;
  /** Between password and code. */
  pending?: boolean;
}

/** What stands for a `:name` in the path of a route, by the segment before it: "organisations" is followed by an organisation's id. */
export type Ids = Readonly<Record<string, string>>;

export interface World {
  app: Hono;
  /** A person of each kind, all of one area, who attack. */
  attackers: Attacker[];
  /** What belongs to another area: its authority, its school, its people. */
  others: Ids;
}

const AS_AT = '2022-07-06';
export const OURS = { laCode: 821, urn: 100_001, trust: 5001, words: 'Invented' };
const THEIRS = { laCode: 332, urn: 200_001, trust: 5002, words: OTHERS };

/** A change of head at each school, between two extracts. */
const HEAD_CHANGE = { not_before: '2021-12-31', not_after: AS_AT };

const KINDS_OF_ATTACKER: readonly [OrganisationKind, Role][] = [
  ['local authority', 'administrator'],
  ['local authority', 'service lead'],
  ['local authority', 'broker'],
  ['local authority', 'adviser'],
  ['local authority', 'read-only'],
  ['school', 'headteacher'],
  ['governing board', 'governor or trustee'],
  ['trust', 'service lead'],
  ['hub', 'finance officer'],
];

/** What an honest person types where an address is asked for: the first attacker's, so that signing in by it works. */
export const HONEST_EMAIL = 'honest@example.org';

/** Tokens of links in mail that their readers hold; see `revive`. */
export const RESET_TOKEN = 'of a reset link of the tests';
export const INVITATION_TOKEN = 'of an invitation of the tests';

/** Two areas with a school each that is assessed, an authority with a record of every kind in both, and people of one of them. */
export async function worldOn(database: TestDatabase, config: Partial<Config> = {}): Promise<World> {
  const importId = await addRegister(database);
  const attackers: Attacker[] = [];
  const organisations = new Map<OrganisationKind, Organisation>();
  for (const [kind, role] of KINDS_OF_ATTACKER) {
    const organisation =
      organisations.get(kind) ??
      (await organisationIn(database.db, kind, { ...KEYS_OF_OURS, hub: null, diocese: null }[kind]));
    organisations.set(kind, organisation);
    const options = { name: `${OURS.words} ${role}`, ...(attackers.length === 0 ? { email: HONEST_EMAIL } : {}) };
    const member = await memberIn(database.db, organisation, role, options);
    await passwordOf(database.db, member.personId);
    const ids = await recordsOf(database, organisation, member, { ...OURS, importId });
    attackers.push({ ...member, role, organisation, ids });
  }
  // A second role, so that there is one to switch to.
  await tenant(database.db)
    .insertInto('membership')
    .values({
      person_id: attackers[0]!.personId,
      organisation_id: organisations.get('hub')!.id,
      role: 'read-only',
      granted_by: 'operator',
    })
    .execute();
  await linksInMail(database, attackers[2]!);
  await secondFactorOf(database.db, attackers[1]!.personId);
  const theirs = await organisationIn(database.db, 'local authority', THEIRS.laCode);
  await database.pool.query('update organisation set name = $2 where id = $1', [theirs.id, `${OTHERS} Council`]);
  const theirHead = await memberIn(database.db, theirs, 'administrator', {
    name: `${OTHERS} Person`,
    email: `${OTHERS.toLowerCase()}@example.net`,
  });
  const others = await recordsOf(database, theirs, theirHead, { ...THEIRS, importId });
  await prepareDemonstration(database.site.db, demonstrationTask, policyAsAt(demonstrationPeopleKind, '2026-11-21'));
  return { app: siteOn(database, { providersFile: providersFile(), ...config }), attackers, others };
}

/** A provider that never answers, so that the way to it is there to be attacked. */
function providersFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'alongside-providers-')), 'providers.json');
  const nobody = { id: 'nobody', name: 'Nobody', issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'x' };
  writeFileSync(file, JSON.stringify({ providers: [nobody] }));
  return file;
}

async function linksInMail({ db: owner }: TestDatabase, { personId, organisation }: Attacker): Promise<void> {
  const expires_at = new Date(Date.now() + 86_400_000);
  await tenant(owner)
    .insertInto('reset_link')
    .values({ token_hash: hashOfToken(RESET_TOKEN), person_id: personId, expires_at })
    .execute();
  await tenant(owner)
    .insertInto('invitation')
    .values({
      token_hash: hashOfToken(INVITATION_TOKEN),
      organisation_id: organisation.id,
      email: 'invited@example.org',
      name: 'Invented Guest',
      role: 'adviser',
      expires_at,
    })
    .execute();
}

const KEYS_OF_OURS = {
  'local authority': OURS.laCode,
  trust: OURS.trust,
  school: OURS.urn,
  'governing board': OURS.urn,
};

/**
 * Puts what attacks wear out right again: counters, links, somebody's own role, account and session, and a planning round that was closed, lost
 * its leader or has so many decisions and proposals that its pages grow.
 */
export async function revive(database: TestDatabase, attacker: Attacker): Promise<Attacker> {
  const { pool } = database;
  // Before each of thousands of attacks: one statement, which writes only what was worn out.
  await pool.query(
    `with counters as (delete from rate_limit),
       ${LINKS_REVIVED},
       role as (update membership set ended_at = null where id = $2 and ended_at is not null),
       self as (update person set erased_at = null, restricted_at = null
         where id = $3 and (erased_at is not null or restricted_at is not null)),
       planned as (update planning_round set state = 'open' where state in ('approved', 'closed') and as_at = '${AS_AT}'),
       many as (delete from planning_decision where decided_in_role <> 'broker' and id not in (
         select id from planning_decision order by reason like '%<script>%' desc, decided_at desc limit 12)),
       asked as (delete from planning_proposal where state = 'waiting' and asked_in_role <> 'broker'),
       taken as (update planning_decision set undone_at = now(), undone_by = decided_by, undone_in_role = decided_in_role
         where undone_at is null and kind in ('withdraw leader', 'leave out'))
     update local_account set totp_confirmed_at = now() where totp_secret is not null and totp_confirmed_at is null`,
    [hashOfToken(INVITATION_TOKEN), attacker.membershipId, attacker.personId],
  );
  await revivePlacements(database);
  if (attacker.pending) return halfWay(database, attacker);
  const token = newToken();
  const { rows } = await pool.query<{ id: string }>(
    `insert into session (token_hash, person_id, membership_id, method, second_factor, idle_until, ends_at)
     values ($1, $2, $3, 'password', true, now() + interval '1 hour', now() + interval '1 hour') returning id`,
    [hashOfToken(token), attacker.personId, attacker.membershipId],
  );
  return { ...attacker, token, cookie: `session=${token}`, ids: { ...attacker.ids, sessions: rows[0]!.id } };
}

/** Counters, and the links that visitors hold. */
export async function reviveLinks({ pool }: TestDatabase): Promise<void> {
  await pool.query(`with ${LINKS_REVIVED} delete from rate_limit`, [hashOfToken(INVITATION_TOKEN)]);
}

const LINKS_REVIVED = `
  resets as (update reset_link set used_at = null where used_at is not null),
  invited as (update invitation set accepted_at = null where token_hash = $1 and accepted_at is not null),
  address as (update person set email = null where email = 'invited@example.org')`;

/** Somebody who has given the password and owes the code: a visitor still, to whom a sign-in that was begun belongs. */
export async function halfWay({ pool }: TestDatabase, person: Attacker): Promise<Attacker> {
  const [pending, visitor] = [newToken(), newToken()];
  await pool.query(
    `insert into pending_sign_in (token_hash, kind, person_id, detail, expires_at)
     values ($1, 'second factor', $2, '{"to": "/"}', now() + interval '1 hour')`,
    [hashOfToken(pending), person.personId],
  );
  return { ...person, pending: true, token: visitor, cookie: `visitor=${visitor}; pending=${pending}` };
}

async function addRegister({ db }: TestDatabase): Promise<number> {
  const importId = await addImport(db, 'gias-mainstream', { header: 'urn,name', rows_set_aside: 1 });
  const setAside = { import_id: importId, line: 3 };
  await db
    .insertInto('set_aside_row')
    .values({ ...setAside, field: 'urn', value: 'x', reason: 'no number' })
    .execute();
  await db
    .insertInto('set_aside_text')
    .values({ ...setAside, text: 'x,A School' })
    .execute();
  const extract = await addImport(db, 'gias-academies', { as_at: HEAD_CHANGE.not_before });
  await addMeasures(db);
  for (const { laCode, urn, words } of [OURS, THEIRS]) {
    await addArea(db, importId, laCode, `Area ${laCode}`);
    const place = { import_id: importId, la_code: laCode, la_name: `Area ${laCode}` };
    await addSchool(db, { ...place, urn, name: `${words} School` });
    // An academy, which takes part by agreement.
    await addSchool(db, {
      ...place,
      urn: urn + 1,
      name: `Ash High ${urn}`,
      phase: 'Secondary',
      type_group: 'Academies',
    });
    // For a round: one that is decided and waits for its letter, one that is clear.
    for (const more of [urn + 2, urn + 3]) await addSchool(db, { ...place, urn: more, name: `Elm Primary ${more}` });
    await addHead(db, extract, urn, 'Rob Hill');
    await addHead(db, importId, urn, 'Ann Day');
    await addInspection(db, importId, urn, '2021-07-01', 'Inadequate');
    await addFigures(db, importId, urn + 1, { 'ks4_progress8:2018': -0.7, 'roll:2018': 900 });
  }
  const member = { group_type: 'Multi-academy trust', joined_on: null, import_id: importId, line: 2 };
  await db
    .insertInto('group_member')
    .values(
      [OURS, THEIRS].map(({ urn, trust }) => ({ ...member, urn, group_uid: trust, group_name: `Trust ${trust}` })),
    )
    .execute();
  await assessEngland(db, needPackAsAt(AS_AT), AS_AT);
  return importId;
}

interface Place {
  laCode: number;
  urn: number;
  words: string;
  importId: number;
}

/** A record of every kind that an organisation holds, and the id of each by the segment of the path that it follows. */
async function recordsOf(
  { db: owner }: TestDatabase,
  organisation: Organisation,
  member: Member,
  { laCode, urn, words, importId }: Place,
): Promise<Ids> {
  const db = tenant(owner);
  const colleague = await memberIn(owner, organisation, 'adviser', { name: `${words} Colleague` });
  const belongs = { organisation_id: organisation.id, person_id: colleague.personId };
  const soon = new Date(Date.now() + 86_400_000);
  const email = `${words.toLowerCase()}-${newToken().slice(0, 8).toLowerCase()}@example.net`;
  const invitation = {
    organisation_id: organisation.id,
    email,
    name: `${words} Invited`,
    role: 'broker',
    token_hash: newToken(),
    expires_at: soon,
  };
  const request = { ...belongs, kind: 'correction', words: `${words} request`, due_on: '2030-01-01' } as const;
  const complaint = {
    organisation_id: organisation.id,
    reference: newToken(),
    from_name: `${words} Complainant`,
    from_email: email,
    about: 'the service',
    words: `${words} complaint`,
    acknowledge_by: '2030-01-01',
  };
  const hold = { ...belongs, reason: `${words} reason`, placed_by: member.personId };
  const mail = { ...belongs, to_email: email, template: 'invitation' };
  const { id: session } = await db
    .selectFrom('session')
    .select('id')
    .where('token_hash', '=', hashOfToken(member.token))
    .executeTakeFirstOrThrow();
  await db.insertInto('mail_message').values(mail).execute();
  const judged = { urn, organisation_id: organisation.id, policy_id: 'need/england-2022', as_at: AS_AT };
  const moderation = await idOf(
    db
      .insertInto('need_moderation')
      .values({
        ...judged,
        computed_category: 'B',
        category: 'C',
        decided_by: member.personId,
        decided_in_role: 'broker',
      })
      .returning('id'),
  );
  const reason = { moderation_id: moderation, urn, organisation_id: organisation.id, reason: `${words} triage` };
  await db.insertInto('need_moderation_reason').values(reason).execute();
  const comment = { from_school: false, body: `${words} comment`, said_by: member.personId, said_in_role: 'broker' };
  await db
    .insertInto('need_comment')
    .values({ ...judged, ...comment })
    .execute();
  const correction = {
    urn,
    organisation_id: organisation.id,
    from_school: false,
    ...HEAD_CHANGE,
    policy_id: 'headship/head-names',
    published_class: 'certain',
    says: 'same person',
    reason: `${words} head`,
    made_by: member.personId,
    made_in_role: 'broker',
  } as const;
  await db.insertInto('headship_correction').values(correction).execute();
  const held = await roundOf(owner, organisation, member, { urn, words, asAt: AS_AT });
  const planned = await planningOf(owner, organisation, member, { urn, words, asAt: AS_AT });
  const approved = await approvalOf(owner, organisation, member, {
    ...planned,
    colleague: colleague.personId,
    urn,
    words,
  });
  return {
    ...(await needRecordsOf(owner, organisation, member, { urn, words })),
    ...(await placementOf(owner, organisation, { colleague: colleague.personId, urn, words })),
    organisations: organisation.id,
    memberships: colleague.membershipId,
    people: colleague.personId,
    invitations: await idOf(db.insertInto('invitation').values(invitation).returning('id')),
    'data-requests': await idOf(db.insertInto('person_request').values(request).returning('id')),
    'legal-holds': await idOf(db.insertInto('legal_hold').values(hold).returning('id')),
    complaints: await idOf(db.insertInto('complaint').values(complaint).returning('id')),
    mail: await idOf(db.insertInto('mail_message').values(mail).returning('id')),
    sessions: session,
    calendar: `${await feedOf(owner, member)}.ics`,
    moderation,
    rounds: held.round,
    letters: held.letter,
    planning: planned.round,
    scenarios: planned.scenario,
    proposals: planned.proposal,
    decided: planned.decision,
    pairs: approved.line,
    interests: approved.ask,
    declarations: approved.ask,
    panel: approved.share,
    shared: approved.share,
    pool: approved.pooled,
    decisions: moderation,
    schools: String(urn),
    areas: String(laCode),
    plan: String(laCode),
    trusts: String(urn === OURS.urn ? OURS.trust : THEIRS.trust),
    sources: String(importId),
    imports: await importJobOf(owner, organisation, member, words),
    // Everybody's: so what stands for the others' is one that there is not.
    definitions: laCode === OURS.laCode ? 'floor-2018' : 'not-a-definition',
    // Not of anybody: a provider, a file of the site's look, and what is public.
    with: 'nobody',
    callback: 'nobody',
    assets: 'nothing.css',
  };
}

/** A draft of a need pack, a small one since every field of it is attacked with everything, and something entered of the school. */
async function needRecordsOf(
  owner: TestDatabase['db'],
  { id: organisation_id }: Organisation,
  { personId }: Member,
  { urn, words }: Pick<Place, 'urn' | 'words'>,
): Promise<Ids> {
  const db = tenant(owner);
  const { id: _id, categories, indicators, inherited: _inherited, ...content } = needPackAsAt(AS_AT).policy;
  const small = {
    categories: categories.slice(0, 2),
    inNeed: ['B'],
    atLeast: [],
    // Theirs has one part more than ours, so that its place is one that ours does not have.
    indicators: indicators.filter(({ code }) => code === 'finance' || (words === OTHERS && code === 'falling_roll')),
  };
  const policy = { kind: 'need policy', ...content, ...small, title: `${words} pack` };
  const made = { made_by: personId, made_in_role: 'service lead', copied_from: 'england-2022' };
  const pack = { organisation_id, policy: JSON.stringify(policy), base: JSON.stringify(policy), ...made };
  const entered = { entered_by: personId, entered_in_role: 'broker', evidence: `${words} evidence` };
  const entry = { urn, organisation_id, code: 'concern', level: 'some', seen_on: '2026-01-01', ...entered };
  const entryId = await idOf(db.insertInto('need_entry').values(entry).returning('id'));
  const note = { entry_id: entryId, urn, organisation_id, note: `${words} note` };
  await db.insertInto('need_entry_note').values(note).execute();
  return {
    'need-packs': await idOf(db.insertInto('need_pack').values(pack).returning('id')),
    entries: entryId,
    edit: words === OTHERS ? 'indicator-1' : 'categories',
  };
}

/** An import that was checked, and waits for its organisation to decide and to say a year. */
async function importJobOf(
  owner: TestDatabase['db'],
  { id: organisation_id }: Organisation,
  { personId }: Member,
  words: string,
): Promise<string> {
  const db = tenant(owner);
  const brought = { organisation_id, uploaded_by: personId, uploaded_in_role: 'broker' };
  const decided = { decided_by: personId, state: 'checked', given_year: null, given_as_at: null } as const;
  const job = await idOf(
    db
      .insertInto('import_job')
      .values({ ...brought, ...decided })
      .returning('id'),
  );
  const refused = {
    file: `${words} a.csv`,
    line: null,
    column: null,
    problem: 'no year',
    mend: 'Say it',
    asks: 'year',
  };
  const wouldLoad = { fileName: `${words} b.csv`, dataset: 'absence', year: 2018, stage: 'final', asAt: '2019-08-31' };
  const counts = { rowsRead: 1, rowsLoaded: 1, rowsSetAside: 0, newerHeld: false, held: false, mends: null };
  const checked = { done: [{ ...wouldLoad, ...counts, importId: null }], refused: [refused], skipped: [] };
  const file = { job_id: job, position: 0, name: `${words}.zip`, bytes: 1, checked: JSON.stringify(checked) };
  await db.insertInto('import_job_file').values(file).execute();
  await db
    .insertInto('import_job_part')
    .values({ job_id: job, position: 0, part: 0, content: Buffer.from(words) })
    .execute();
  return job;
}

async function idOf(query: { executeTakeFirstOrThrow(): Promise<{ id: string }> }): Promise<string> {
  return (await query.executeTakeFirstOrThrow()).id;
}
