import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { Trust } from '../rules/trust.ts';
import { trustFigures } from './published-figures.ts';

/**
 * A trust, federation or sponsor by its number in Get information about schools: its schools as the members list has them, and
 * what is published for it as such. Null when no list held here has the number.
 */
export async function trustOf(db: Kysely<Database>, uid: number): Promise<Trust | null> {
  const [group, members, figures] = await Promise.all([
    db.selectFrom('school_group').selectAll().where('uid', '=', uid).executeTakeFirst(),
    db
      .selectFrom('group_member as m')
      .leftJoin('school as s', 's.urn', 'm.urn')
      .select(['m.urn', 'm.group_name', 'm.group_type', 'm.joined_on', 'm.import_id', 'm.line'])
      .select(['s.name', 's.la_name', 's.phase', 's.status'])
      .where('m.group_uid', '=', uid)
      .orderBy('s.name')
      .execute(),
    trustFigures(db, uid),
  ]);
  const [first] = members;
  if (group === undefined && first === undefined) return null;
  return {
    uid,
    name: group?.name ?? first?.group_name ?? '',
    groupType: group?.group_type ?? first?.group_type ?? '',
    status: group?.status ?? null,
    openDate: group?.open_date ?? null,
    closedDate: group?.closed_date ?? null,
    source: group ? { importId: group.import_id, line: group.line } : null,
    schools: members.map((member) => ({
      urn: member.urn,
      name: member.name,
      laName: member.la_name,
      phase: member.phase,
      status: member.status,
      joinedOn: member.joined_on,
      source: { importId: member.import_id, line: member.line },
    })),
    figures,
  };
}
