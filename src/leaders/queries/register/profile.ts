import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import { type SchoolTerm, termOrder } from '../../../need/rules/round/term.ts';
import type { EntryScope, OwnEntryScope } from '../../policy.ts';
import type { InterestKind } from '../../rules/interests.ts';
import type { Consent, Showable } from '../../rules/register/consent.ts';
import { type Designation, standingDesignations } from '../../rules/register/designation.ts';
import type { LeaderEntry } from '../../rules/register/leader.ts';
import { comingTerms } from '../../rules/register/ledger.ts';
import type { LeaderProfile, PlacementOfLeader } from '../../rules/register/profile.ts';
import type { Standing } from '../../rules/register/standing.ts';
import { entryFrom, entrySeen } from './entries.ts';
import { ledgersOf } from './ledgers.ts';

/** A leader of the service, or of the person's own entries; null where the scope has none with this id. */
export function leaderProfile(
  db: Kysely<Database>,
  scope: EntryScope,
  id: string,
  today: string,
): Promise<LeaderProfile | null> {
  return readAs(db, scope, async (transaction) => {
    const entry = await entrySeen(transaction, scope, id);
    return entry === null ? null : profileOf(transaction, scope, entry, today);
  });
}

/** The person's entries in registers, those that ended last. */
export function ownProfiles(db: Kysely<Database>, scope: OwnEntryScope, today: string): Promise<LeaderProfile[]> {
  return readAs(db, scope, async (transaction) => {
    const rows = await transaction
      .selectFrom('system_leader')
      .selectAll()
      .where('person_id', '=', scope.person?.id ?? null)
      .orderBy(sql`status = 'ended'`)
      .orderBy('added_at')
      .execute();
    const profiles: LeaderProfile[] = [];
    for (const row of rows) profiles.push(await profileOf(transaction, scope, entryFrom(row), today));
    return profiles;
  });
}

async function profileOf(
  transaction: ScopedTransaction,
  scope: Scope,
  entry: LeaderEntry,
  today: string,
): Promise<LeaderProfile> {
  const school = await transaction
    .selectFrom('school')
    .select('name')
    .where('urn', '=', entry.homeUrn)
    .executeTakeFirst();
  const { rows } = await sql<{ service: string | null }>`select service_of_leader(${entry.id}) as service`.execute(
    transaction,
  );
  const terms = await termsOf(transaction, entry.id, today);
  const ledgers = (await ledgersOf(transaction, [entry.id], terms)).get(entry.id)!;
  const confirmed = ledgers.flatMap(({ confirmedOn }) => confirmedOn ?? []).toSorted();
  return {
    entry,
    service: scope.subject.kind === 'person' ? rows[0]!.service : null,
    homeName: school?.name ?? null,
    designations: standingDesignations((await designationsOf(transaction, [entry.id])).get(entry.id) ?? []),
    ledgers,
    confirmedOn: confirmed.at(-1) ?? null,
    standings: (await standingsOf(transaction, [entry.id])).get(entry.id) ?? [],
    consent: await consentOf(transaction, entry.id),
    placements: await placementsOf(transaction, entry.id),
  };
}

async function termsOf(transaction: ScopedTransaction, leaderId: string, today: string): Promise<SchoolTerm[]> {
  const { rows } = await sql<SchoolTerm>`
    select school_year as "schoolYear", term from leader_capacity where leader_id = ${leaderId}
    union select school_year, term from leader_days where leader_id = ${leaderId}`.execute(transaction);
  const all = new Map([...comingTerms(today), ...rows].map((term) => [`${term.schoolYear} ${term.term}`, term]));
  return [...all.values()].toSorted((a, b) => termOrder(b, a));
}

/** Every designation of each leader, the newest written first. */
export async function designationsOf(
  transaction: ScopedTransaction,
  leaderIds: readonly string[],
): Promise<Map<string, Designation[]>> {
  const rows = await transaction
    .selectFrom('leader_designation')
    .selectAll()
    .select((eb) => sql<string | null>`author_in_register(${eb.ref('recorded_by')})`.as('by'))
    .where('leader_id', '=', sql<string>`any(${[...leaderIds]}::uuid[])`)
    .orderBy('recorded_at', 'desc')
    .execute();
  return grouped(rows, (row) => ({
    id: row.id,
    role: row.role,
    body: row.body,
    designatedOn: row.designated_on,
    evidence: row.evidence,
    reviewOn: row.review_on,
    status: row.status,
    ruleSet: row.rule_set,
    supersedes: row.supersedes === null ? null : { id: row.supersedes, words: row.words ?? '' },
    by: row.by,
    at: row.recorded_at.toISOString(),
  }));
}

/** Other standing and interests of each leader, those taken back too, the newest first. */
export async function standingsOf(
  transaction: ScopedTransaction,
  leaderIds: readonly string[],
): Promise<Map<string, Standing[]>> {
  const rows = await transaction
    .selectFrom('leader_interest as i')
    .leftJoin('school as s', 's.urn', 'i.urn')
    .selectAll('i')
    .select((eb) => [
      's.name as school',
      sql<string | null>`(select g.group_name from group_member g where g.group_uid = i.trust_uid limit 1)`.as('trust'),
      sql<string | null>`author_in_register(${eb.ref('i.noted_by')})`.as('by'),
      sql<string | null>`author_in_register(${eb.ref('i.withdrawn_by')})`.as('taken_back_by'),
    ])
    .where('i.leader_id', '=', sql<string>`any(${[...leaderIds]}::uuid[])`)
    .orderBy('i.noted_at', 'desc')
    .execute();
  return grouped(rows, (row) => ({
    id: row.id,
    kind: row.kind as InterestKind,
    urn: row.urn,
    trustUid: row.trust_uid,
    words: row.words,
    since: row.since,
    until: row.until,
    about: row.school ?? row.trust,
    by: row.by,
    at: row.noted_at.toISOString(),
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { by: row.taken_back_by, at: row.withdrawn_at.toISOString(), why: row.withdrawn_why ?? '' },
  }));
}

function grouped<R extends { leader_id: string }, T>(rows: readonly R[], read: (row: R) => T): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const row of rows) lists.set(row.leader_id, [...(lists.get(row.leader_id) ?? []), read(row)]);
  return lists;
}

async function consentOf(transaction: ScopedTransaction, leaderId: string): Promise<Consent | null> {
  const row = await transaction
    .selectFrom('leader_consent')
    .select((eb) => [
      'consents',
      'shows',
      'how',
      'given_on',
      sql<string | null>`author_in_register(${eb.ref('recorded_by')})`.as('by'),
    ])
    .where('leader_id', '=', leaderId)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  if (row === undefined) return null;
  return { consents: row.consents, shows: row.shows as Showable[], how: row.how, givenOn: row.given_on, by: row.by };
}

async function placementsOf(transaction: ScopedTransaction, leaderId: string): Promise<PlacementOfLeader[]> {
  const rows = await transaction
    .selectFrom('placement as p')
    .leftJoin('school as s', 's.urn', 'p.supported_urn')
    .select([
      'p.id',
      'p.reference',
      's.name',
      'p.supported_urn',
      'p.support_type',
      'p.support',
      'p.state',
      'p.starts_on',
      'p.ends_on',
    ])
    .where('p.leader_id', '=', leaderId)
    .orderBy('p.starts_on', (order) => order.desc().nullsFirst())
    .orderBy('p.reference', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    supportedName: row.name ?? `School ${row.supported_urn}`,
    supportType: row.support_type,
    support: row.support,
    state: row.state,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }));
}
