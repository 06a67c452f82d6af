import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { measureCode } from '../../opendata/rules/measures.ts';
import type { MissingReason } from '../../opendata/rules/missing.ts';
import type { Fact, FactKey, Phase } from '../rules/facts.ts';
import { inheritedRecord, newestFirst } from '../rules/inherited.ts';
import {
  type Deprivation,
  linkDirection,
  type SchoolGroup,
  type SchoolIdentity,
  type SchoolLink,
  type SchoolRecord,
} from '../rules/school-record.ts';
import { inspectionRecords, schemesOf } from './inspection-records.ts';
import { lineageAsAt } from './lineage.ts';

// Groups that say who runs a school. The other types of GIAS are of children's centres.
const GROUP_TYPES = [
  'Multi-academy trust',
  'Single-academy trust',
  'Secure single-academy trust',
  'Federation',
  'Trust',
  'School sponsor',
];

/**
 * Everything published about one school: identity, groups, predecessors and successors up to a day (ISO), neighbourhood,
 * all inspections and figures, its own and, marked, those it has from its predecessors. Null when no register holds the URN.
 */
export async function schoolRecord(db: Kysely<Database>, urn: number, asAt: string): Promise<SchoolRecord | null> {
  const row = await db.selectFrom('school').selectAll().where('urn', '=', urn).executeTakeFirst();
  if (row === undefined) return null;
  const lineage = await lineageAsAt(db, asAt);
  const ancestors = lineage.ancestors(urn);
  const urns = [urn, ...ancestors.map((ancestor) => ancestor.urn)];
  const [groups, links, deprivation, inspections, facts] = await Promise.all([
    groupsOf(db, urn, row.la_code, asAt),
    linksOf(db, urn, asAt),
    deprivationOf(db, row.postcode),
    inspectionRecords(db, urns),
    factsOf(db, urns),
  ]);
  const own = facts.get(urn) ?? new Map<FactKey, Fact>();
  const records = {
    figures: (from: number) => facts.get(from),
    inspections: (from: number) => inspections.get(from),
  };
  const inherited = inheritedRecord(ancestors, own, records, lineage.policy);
  const held = newestFirst(inspections.get(urn) ?? [], inherited.inspections);
  return {
    identity: identityOf(row),
    groups,
    links,
    ancestors,
    deprivation,
    inspections: held,
    schemes: schemesOf(held),
    facts: new Map([...own, ...inherited.facts]),
    asAt,
  };
}

function identityOf(row: Selectable<Database['school']>): SchoolIdentity {
  const head = [row.head_title, row.head_first_name, row.head_last_name].filter(Boolean).join(' ');
  return {
    urn: row.urn,
    laestab:
      row.establishment_number === null ? null : `${row.la_code}/${String(row.establishment_number).padStart(4, '0')}`,
    name: row.name,
    laCode: row.la_code,
    laName: row.la_name,
    phase: row.phase as Phase,
    establishmentType: row.establishment_type,
    typeGroup: row.type_group,
    mainstream: row.mainstream,
    status: row.status,
    openDate: row.open_date,
    closeDate: row.close_date,
    lowAge: row.low_age,
    highAge: row.high_age,
    gender: row.gender,
    religiousCharacter: row.religious_character,
    address: [row.street, row.locality, row.town, row.county, row.postcode].filter((line) => line !== null),
    website: row.website,
    telephone: row.telephone,
    headName: head === '' ? null : head,
    headJobTitle: row.head_job_title,
    capacity: row.capacity,
    source: { importId: row.import_id, line: row.line },
  };
}

async function groupsOf(db: Kysely<Database>, urn: number, laCode: number, asAt: string): Promise<SchoolGroup[]> {
  const rows = await db
    .selectFrom('group_member as m')
    .selectAll('m')
    .select((eb) =>
      eb
        .selectFrom('group_member as other')
        .innerJoin('school as s', 's.urn', 'other.urn')
        .select(sql<[number, string][]>`json_agg(json_build_array(s.urn, s.name) order by s.name)`.as('list'))
        .whereRef('other.group_uid', '=', 'm.group_uid')
        .where('s.urn', '<>', urn)
        .where('s.la_code', '=', laCode)
        .where('s.mainstream', '=', true)
        .as('neighbours'),
    )
    .where('m.urn', '=', urn)
    .where('m.group_type', 'in', GROUP_TYPES)
    .where((w) => w.or([w('m.joined_on', 'is', null), w('m.joined_on', '<=', asAt)]))
    .orderBy('m.joined_on', (order) => order.desc().nullsLast())
    .execute();
  return rows.map((row) => ({
    uid: row.group_uid,
    name: row.group_name,
    groupType: row.group_type,
    joinedOn: row.joined_on,
    source: { importId: row.import_id, line: row.line },
    neighbours: (row.neighbours ?? []).map(([otherUrn, name]) => ({ urn: otherUrn, name })),
  }));
}

async function linksOf(db: Kysely<Database>, urn: number, asAt: string): Promise<SchoolLink[]> {
  const rows = await db
    .selectFrom('school_link as l')
    .leftJoin('school as s', 's.urn', 'l.linked_urn')
    .selectAll('l')
    .select('s.urn as known_urn')
    .where('l.urn', '=', urn)
    .where((w) => w.or([w('l.established_on', 'is', null), w('l.established_on', '<=', asAt)]))
    .orderBy('l.established_on')
    .execute();
  return rows.map((row) => ({
    urn: row.linked_urn,
    name: row.linked_name,
    linkType: row.link_type,
    direction: linkDirection(row.link_type),
    establishedOn: row.established_on,
    source: { importId: row.import_id, line: row.line },
    known: row.known_urn !== null,
  }));
}

async function deprivationOf(db: Kysely<Database>, postcode: string | null): Promise<Deprivation | null> {
  if (postcode === null) return null;
  const row = await db
    .selectFrom('postcode_deprivation')
    .selectAll()
    .where('postcode', '=', postcode)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    idaciDecile: row.idaci_decile,
    idaciScore: row.idaci_score,
    source: { importId: row.import_id, line: row.line },
  };
}

/** Figures by school. */
async function factsOf(db: Kysely<Database>, urns: readonly number[]): Promise<Map<number, Map<FactKey, Fact>>> {
  const rows = await db.selectFrom('observation').selectAll().where('urn', 'in', urns).execute();
  const bySchool = new Map<number, Map<FactKey, Fact>>();
  for (const row of rows) {
    const facts = bySchool.get(row.urn) ?? new Map<FactKey, Fact>();
    facts.set(`${measureCode(row.measure_id)}:${row.year}`, {
      value: row.value,
      missing: row.missing as MissingReason | null,
      year: row.year,
      source: { importId: row.import_id, line: row.line },
    });
    bySchool.set(row.urn, facts);
  }
  return bySchool;
}
