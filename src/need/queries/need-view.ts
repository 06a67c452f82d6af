import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { Entry } from '../rules/entry.ts';
import type { NeedService } from '../rules/need-service.ts';
import { type OwnPack, packInForce } from '../rules/own-pack.ts';
import { standingEntries } from './entries.ts';
import { packsOf } from './own-packs.ts';
import type { Run } from './standing-decisions.ts';

/** With whose eyes need is read: whose pack, entries and decisions count. */
export interface NeedView {
  /** Null where no service has to do with the schools: then England's pack alone counts. */
  service: (NeedService & ServiceKey) | null;
  /** The service's own pack in force; null where England's holds. */
  pack: OwnPack | null;
  entries: ReadonlyMap<number, readonly Entry[]>;
}

/** What joins a service to its schools in the register. */
export interface ServiceKey {
  laCode: number | null;
  groupUid: number | null;
}

export interface Viewed {
  /** The schools asked for; all of the service's without. */
  urns?: readonly number[];
  /** For the operator: the area whose authority is meant. */
  laCode?: number;
  /** For a school: which of its services is meant. */
  service?: string;
}

/**
 * Whose view a reader has. A service reads with its own eyes. A school reads with those of the service asked for, else of the one
 * that newest decided on it, else of its local authority; the operator with those of the area's authority.
 */
export function viewOf(db: Kysely<Database>, scope: Scope, run: Run, viewed: Viewed, today: string): Promise<NeedView> {
  return readAs(db, scope, async (transaction) => {
    const own = scope.person?.acting?.organisation;
    if (own?.kind === 'local authority' || own?.kind === 'trust')
      return viewThrough(transaction, { ...own, kind: own.kind }, viewed, today);
    const services = await servicesFor(transaction, scope, viewed);
    if (services.length === 0) return NOBODYS;
    const asked = services.find(({ id }) => id === viewed.service);
    if (asked !== undefined || viewed.urns?.length !== 1)
      return viewThrough(transaction, asked ?? services[0]!, viewed, today);
    const views: NeedView[] = [];
    for (const service of services) views.push(await viewThrough(transaction, service, viewed, today));
    const decider = scope.person === null ? null : await newestDecider(transaction, views, viewed.urns[0]!, run);
    return views.find(({ service }) => service?.id === decider) ?? views[0]!;
  });
}

/** The services that judge a school, for the school to choose with whose eyes it reads: the authority first. */
export function servicesOf(db: Kysely<Database>, scope: Scope, urn: number): Promise<NeedService[]> {
  return readAs(db, scope, (transaction) => servicesFor(transaction, scope, { urns: [urn] }));
}

const NOBODYS: NeedView = { service: null, pack: null, entries: new Map() };

async function viewThrough(
  transaction: ScopedTransaction,
  service: NeedService & ServiceKey,
  { urns }: Viewed,
  today: string,
): Promise<NeedView> {
  const pack = packInForce(await packsOf(transaction, service.id, today), today);
  return { service, pack, entries: await standingEntries(transaction, service.id, urns) };
}

async function servicesFor(
  transaction: ScopedTransaction,
  scope: Scope,
  { urns, laCode }: Viewed,
): Promise<(NeedService & ServiceKey)[]> {
  if (urns?.length === 1) {
    const { rows } = await sql<NeedService & { la_code: number | null; group_uid: number | null }>`
      select * from services_of_school(${urns[0]})`.execute(transaction);
    const all = rows.map(({ la_code, group_uid, ...service }) => ({
      ...service,
      laCode: la_code,
      groupUid: group_uid,
    }));
    // For the operator the authority speaks, as in the plans of areas.
    return scope.person === null ? all.filter(({ kind }) => kind === 'local authority') : all;
  }
  if (scope.purpose !== 'operator' || laCode === undefined) return [];
  const rows = await transaction
    .selectFrom('organisation')
    .select(['id', 'name', 'la_code'])
    .where('kind', '=', 'local authority')
    .where('la_code', '=', laCode)
    .where('closed_at', 'is', null)
    .execute();
  return rows.map(({ id, name, la_code }) => ({ id, name, kind: 'local authority', laCode: la_code, groupUid: null }));
}

/** The service whose decision on the school is the newest, among those made under what it now reads with. */
async function newestDecider(
  transaction: ScopedTransaction,
  views: readonly NeedView[],
  urn: number,
  run: Run,
): Promise<string | null> {
  const rows = await transaction
    .selectFrom('need_moderation')
    .select(['organisation_id', 'policy_id'])
    .where('urn', '=', urn)
    .where('as_at', '=', run.asAt)
    .orderBy('decided_at', 'desc')
    .execute();
  const stands = rows.find(({ organisation_id, policy_id }) =>
    views.some(
      ({ service, pack }) => service?.id === organisation_id && (pack?.policy.id ?? run.policyId) === policy_id,
    ),
  );
  return stands?.organisation_id ?? null;
}
