import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { AgreementScope, RoundScope } from '../../policy.ts';
import type { Participation, RecordedAgreement } from '../../rules/round/agreement.ts';
import { NOT_KEPT } from './rounds.ts';

/** Types of school in which a local authority judges by agreement alone. The database's `takes_part` names the same. */
const ACADEMIES = ['Academies', 'Free Schools'];

/** The open schools of the acting service, by name, each with whether it takes part in its rounds. */
export function participationOf(db: Kysely<Database>, scope: RoundScope): Promise<Participation[]> {
  const acting = scope.person?.acting?.organisation;
  if (acting === undefined) return Promise.resolve([]);
  return readAs(db, scope, async (transaction) => {
    let query = transaction
      .selectFrom('school as s')
      .select(['s.urn', 's.name', 's.type_group'])
      .select(sql<boolean>`takes_part(acting_organisation(), s.urn)`.as('takesPart'))
      .where('s.urn', 'in', (eb) => eb.selectFrom('need_assessment').select('urn').distinct())
      .orderBy('s.name')
      .orderBy('s.urn');
    query =
      acting.kind === 'local authority'
        ? query.where('s.la_code', '=', acting.laCode!)
        : query.where('s.urn', 'in', (eb) =>
            eb.selectFrom('group_member').select('urn').where('group_uid', '=', acting.groupUid!),
          );
    const schools = await query.execute();
    const agreements = await readAgreements(transaction, { serviceId: acting.id });
    return schools.map(({ type_group, ...school }) => ({
      ...school,
      byAgreement: acting.kind === 'local authority' && ACADEMIES.includes(type_group ?? ''),
      agreement: agreements.find(({ urn }) => urn === school.urn) ?? null,
    }));
  });
}

/** Whether a school is one that a local authority judges by agreement alone: an academy, by the register. */
export async function isByAgreement(db: Kysely<Database>, urn: number): Promise<boolean> {
  const school = await db.selectFrom('school').select('type_group').where('urn', '=', urn).executeTakeFirst();
  return ACADEMIES.includes(school?.type_group ?? '');
}

/** Agreements about the scope's school that the reader may read, the newest first. */
export function agreementsOn(
  db: Kysely<Database>,
  scope: AgreementScope,
  urn: number,
): Promise<(RecordedAgreement & { serviceId: string })[]> {
  return readAs(db, scope, (transaction) => readAgreements(transaction, { urn }));
}

/** The same within a transaction, of one school or of one service. */
export async function readAgreements(
  transaction: ScopedTransaction,
  { urn, serviceId }: { urn?: number; serviceId?: string },
): Promise<(RecordedAgreement & { serviceId: string })[]> {
  const rows = await transaction
    .selectFrom('need_agreement as a')
    .selectAll('a')
    .select((eb) => [
      sql<string | null>`author_in_round(${eb.ref('a.recorded_by')}, ${eb.ref('a.urn')})`.as('by'),
      sql<string | null>`party_in_round(${eb.ref('a.service_id')}, ${eb.ref('a.urn')})`.as('service'),
    ])
    .$if(urn !== undefined, (query) => query.where('a.urn', '=', urn!))
    .$if(serviceId !== undefined, (query) => query.where('a.service_id', '=', serviceId!))
    .orderBy('a.recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    urn: row.urn,
    serviceId: row.service_id,
    service: row.service ?? '',
    takesPart: row.takes_part,
    agreedBy: row.agreed_by,
    agreedFor: row.agreed_for,
    on: row.agreed_on,
    until: row.until,
    scope: row.scope,
    by: row.by ?? NOT_KEPT,
    fromSchool: row.from_school,
    at: row.recorded_at.toISOString(),
  }));
}

/** Whether the acting service judges the school: its own, or by an agreement that stands. */
export function takesPart(db: Kysely<Database>, scope: AgreementScope, urn: number): Promise<boolean> {
  return readAs(db, scope, async (transaction) => {
    const { rows } = await sql<{ yes: boolean }>`select takes_part(acting_organisation(), ${urn}) as yes`.execute(
      transaction,
    );
    return rows[0]?.yes ?? false;
  });
}
