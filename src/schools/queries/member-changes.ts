import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { isWholeMembersList } from '../../opendata/rules/school-state.ts';
import { LEAST_SHARE_OF_LIST } from '../../opendata/rules/tolerances.ts';
import type { DatedFile } from '../rules/history/registers.ts';
import { type ComparedTrusts, isTrust, trustChanges, type TrustMembership } from '../rules/history/trust-changes.ts';
import type { RegisterChange } from '../rules/register-change.ts';
import { isOpen } from '../rules/school-record.ts';

/** A member of a group as a list of members has it. */
interface MemberRow {
  urn: number;
  group_uid: number;
  group_type: string;
  group_name: string;
  joined_on: string | null;
  import_id: number;
  line: number;
}

interface SchoolRow {
  urn: number;
  name: string;
  la_code: number;
  status: string;
}

/**
 * Schools that are in other trusts by the list of members of a file than by the latest earlier list that speaks of them,
 * of `earlier` files in the order of newestFirst.
 * A school that no register held has is passed over, and so is the leaving of one that has closed.
 */
export async function memberChanges(
  db: Kysely<Database>,
  file: DatedFile,
  earlier: readonly DatedFile[],
): Promise<RegisterChange[]> {
  const now = byUrn(await membersIn(db, file.id));
  if (now.size === 0 || earlier.length === 0) return [];
  const lastWhole = await newestWholeList(db, earlier);
  // What a whole list says of every school, older ones do not.
  const standing = lastWhole === undefined ? earlier : earlier.slice(0, earlier.indexOf(lastWhole) + 1);
  const before = byUrn(await latestMembers(db, standing));
  const day = new Map(standing.map(({ id, asAt }) => [id, asAt]));
  const schools = await schoolsKnown(db, file.asAt);
  const isWhole = file.complete && isWholeMembersList(file.layout) && now.size >= before.size * LEAST_SHARE_OF_LIST;
  const compared: ComparedTrusts[] = [];
  for (const urn of new Set([...now.keys(), ...(isWhole ? before.keys() : [])])) {
    const school = schools.get(urn);
    const [members, earlierMembers] = [now.get(urn), before.get(urn)];
    const notBefore = earlierMembers?.[0] ? day.get(earlierMembers[0].import_id) : lastWhole?.asAt;
    if (school === undefined || notBefore === undefined) continue;
    if (members === undefined && !isOpen(school.status)) continue;
    compared.push({
      urn,
      laCode: school.la_code,
      schoolName: school.name,
      now: trustsOf(members),
      before: trustsOf(earlierMembers),
      namedBefore: earlierMembers !== undefined,
      notBefore,
    });
  }
  return trustChanges(compared, file.asAt);
}

function membersIn(db: Kysely<Database>, importId: number): Promise<MemberRow[]> {
  return db.selectFrom('group_member_sighting').selectAll().where('import_id', '=', importId).execute();
}

/** The rows of each school in the newest of the lists that has it. */
async function latestMembers(db: Kysely<Database>, newestFirst: readonly DatedFile[]): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    with told as (
      select member.*, rank() over (partition by member.urn order by file.place) as newest
      from unnest(${newestFirst.map(({ id }) => id)}::int[]) with ordinality as file(id, place)
      join group_member_sighting member on member.import_id = file.id
    )
    select * from told where newest = 1`.execute(db);
  return rows;
}

async function newestWholeList(
  db: Kysely<Database>,
  newestFirst: readonly DatedFile[],
): Promise<DatedFile | undefined> {
  const whole = newestFirst.filter(({ layout, complete }) => complete && isWholeMembersList(layout));
  const { rows } = await sql<{ id: number }>`
    select id from unnest(${whole.map(({ id }) => id)}::int[]) as file(id)
    where exists (select from group_member_sighting m where m.import_id = file.id)`.execute(db);
  const telling = new Set(rows.map(({ id }) => id));
  return whole.find(({ id }) => telling.has(id));
}

/** Each school as the latest register up to a day has it, or else as the earliest after it. */
async function schoolsKnown(db: Kysely<Database>, day: string): Promise<Map<number, SchoolRow>> {
  const { rows } = await sql<SchoolRow>`
    select distinct on (s.urn) s.urn, k.name, k.la_code, k.status
    from school_sighting s join import i on i.id = s.import_id join school_state k on k.id = s.state_id
    order by s.urn, i.as_at > ${day}, case when i.as_at <= ${day} then i.as_at end desc, i.as_at, i.id`.execute(db);
  return new Map(rows.map((row) => [row.urn, row]));
}

function byUrn(rows: readonly MemberRow[]): Map<number, MemberRow[]> {
  const schools = new Map<number, MemberRow[]>();
  for (const row of rows) {
    const own = schools.get(row.urn);
    if (own === undefined) schools.set(row.urn, [row]);
    else own.push(row);
  }
  return schools;
}

function trustsOf(rows: readonly MemberRow[] = []): TrustMembership[] {
  return rows
    .filter(({ group_type }) => isTrust(group_type))
    .map(({ group_uid, group_name, joined_on, import_id, line }) => ({
      uid: group_uid,
      name: group_name,
      joinedOn: joined_on,
      source: { importId: import_id, line },
    }));
}
