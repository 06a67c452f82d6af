import type { Kysely } from 'kysely';
import type { OrganisationKind, Person, Role } from '../../../access/roles.ts';
import { readAs } from '../../../access/scoped.ts';
import type { Scope } from '../../../access/scope.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';

/** Somebody with an address and a role, and what they chose to get by mail. */
export interface PersonToWrite {
  id: string;
  email: string;
  weekly: boolean;
  reminders: boolean;
  /** ISO day of the last weekly letter. */
  weeklyOn: string | null;
  /** The person in each of their roles. */
  inRoles: Person[];
}

/** Everybody who may get mail about their work: not who is erased or restricted, nor for an organisation that is closed. */
export async function peopleToWrite(
  db: Kysely<Database>,
  scope: Scope<'work.remind' | 'work.write-weekly'>,
): Promise<PersonToWrite[]> {
  return readAs(db, scope, async (transaction) => {
    const rows = await rolesHeld(transaction)
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .leftJoin('work_mail as w', 'w.person_id', 'p.id')
      .select(['p.id', 'p.name', 'p.email', 'p.demonstration', 'w.weekly', 'w.reminders', 'w.weekly_on'])
      .where('p.restricted_at', 'is', null)
      .where('p.email', 'is not', null)
      .execute();
    const people = new Map<string, PersonToWrite>();
    for (const row of rows) {
      const known = people.get(row.id) ?? {
        id: row.id,
        email: row.email!,
        weekly: row.weekly ?? true,
        reminders: row.reminders ?? true,
        weeklyOn: row.weekly_on,
        inRoles: [],
      };
      known.inRoles.push(personIn(row, row));
      people.set(row.id, known);
    }
    return [...people.values()];
  });
}

/** A person in each of their roles, the longest held first. */
export async function inEachRole(
  db: Kysely<Database>,
  scope: Scope<'work.feed'>,
  person: Pick<Person, 'id' | 'name' | 'email' | 'demonstration'>,
): Promise<Person[]> {
  return readAs(db, scope, async (transaction) => {
    const rows = await rolesHeld(transaction).where('m.person_id', '=', person.id).execute();
    return rows.map((row) => personIn(person, row));
  });
}

function rolesHeld(transaction: ScopedTransaction) {
  return transaction
    .selectFrom('membership as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.id as membership_id', 'm.role', 'o.id as organisation_id', 'o.kind', 'o.name as organisation'])
    .select(['o.la_code', 'o.group_uid', 'o.urn'])
    .where('m.ended_at', 'is', null)
    .where('o.closed_at', 'is', null)
    .orderBy('m.person_id')
    .orderBy('m.started_at')
    .orderBy('m.id');
}

interface HeldRow {
  membership_id: string;
  role: string;
  organisation_id: string;
  kind: OrganisationKind;
  organisation: string;
  la_code: number | null;
  group_uid: number | null;
  urn: number | null;
}

function personIn(
  { id, name, email, demonstration }: Pick<Person, 'id' | 'name' | 'email' | 'demonstration'>,
  row: HeldRow,
): Person {
  return {
    id,
    name,
    email,
    demonstration,
    // Nobody is signed in: the house reads for them.
    sessionId: '',
    secondFactor: false,
    acting: {
      membershipId: row.membership_id,
      role: row.role as Role,
      organisation: {
        id: row.organisation_id,
        kind: row.kind,
        name: row.organisation,
        laCode: row.la_code,
        groupUid: row.group_uid,
        urn: row.urn,
      },
    },
    ip: null,
  };
}
