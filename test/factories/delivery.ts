import type { ScopedTransaction } from '../../src/access/scoped-transaction.ts';
import type { Organisation } from '../../src/access/roles.ts';
import type { PlacementState } from '../../src/placements/rules/states.ts';
import type { TestDatabase } from '../database/harness.ts';
import { type Member, memberIn, organisationIn, tenant } from './people.ts';
import { placementIn } from './placements.ts';
import { addArea, addImport, addSchool } from './register.ts';

/** A service, a school that is helped, a home school, and everybody who takes part in their placements. */
export interface Working {
  service: Organisation;
  broker: Member;
  lead: Member;
  finance: Member;
  leader: Member;
  head: Member;
  chair: Member;
  homeHead: Member;
  homeChair: Member;
  /** Of the service, and of the schools: who has nothing to do with placements. */
  administrator: Member;
  teacher: Member;
}

/** Makes everybody. 100001 is maintained, 100002 an academy, 100003 the home school; all in Luton. */
export async function peopleAtWork({ db }: TestDatabase): Promise<Working> {
  const register = await addImport(db);
  await addArea(db, register, 821, 'Luton');
  for (const [urn, type] of [
    [100_001, 'Local authority maintained schools'],
    [100_002, 'Academies'],
    [100_003, 'Local authority maintained schools'],
  ] as const)
    await addSchool(db, {
      urn,
      la_code: 821,
      la_name: 'Luton',
      import_id: register,
      name: `Primary ${urn}`,
      type_group: type,
    });
  const service = await organisationIn(db, 'local authority', 821);
  const home = await organisationIn(db, 'school', 100_003);
  const supported = await organisationIn(db, 'school', 100_001);
  const board = await organisationIn(db, 'governing board', 100_001);
  const homeBoard = await organisationIn(db, 'governing board', 100_003);
  return {
    service,
    broker: await memberIn(db, service, 'broker', { name: 'Bea Broker' }),
    lead: await memberIn(db, service, 'service lead', { name: 'Lee Lead' }),
    finance: await memberIn(db, service, 'finance officer', { name: 'Fin Finance' }),
    leader: await memberIn(db, home, 'system leader', { name: 'Lia Leader' }),
    head: await memberIn(db, supported, 'headteacher', { name: 'Hal Head' }),
    chair: await memberIn(db, board, 'governor or trustee', { name: 'Cho Chair' }),
    homeHead: await memberIn(db, home, 'headteacher', { name: 'Hom Head' }),
    homeChair: await memberIn(db, homeBoard, 'governor or trustee', { name: 'Hob Chair' }),
    administrator: await memberIn(db, service, 'administrator', { name: 'Ada Administrator' }),
    teacher: await memberIn(db, supported, 'adviser', { name: 'Tea Teacher' }),
  };
}

let made = 0;

/** A placement of these people, each of a field of its own, since a school and a leader have one open placement of a kind. */
export function placementAtWork(
  { db }: TestDatabase,
  { service, leader, head, broker }: Working,
  { state = 'under way', supportedUrn = 100_001 }: { state?: PlacementState; supportedUrn?: number } = {},
): Promise<string> {
  return placementIn(db, service, {
    supportedUrn,
    homeUrn: 100_003,
    leader: { name: 'Lia Leader', personId: leader.personId },
    supportedHeadId: head.personId,
    madeBy: broker.personId,
    assignedTo: broker.personId,
    support: `field-${made++}`,
    state,
    halfDays: 12,
  });
}

/** The three boxes of a day, as a browser sends them. */
export function day(prefix: string, iso: string): Record<string, string> {
  const [year, month, date] = iso.split('-') as [string, string, string];
  return { [`${prefix}-day`]: date, [`${prefix}-month`]: month, [`${prefix}-year`]: year };
}

/** Letters to a person, the oldest first. */
export function lettersTo({ db }: TestDatabase, { personId }: Member) {
  return tenant(db)
    .selectFrom('mail_message as m')
    .innerJoin('mail_body as b', 'b.message_id', 'm.id')
    .select(['m.template', 'b.text'])
    .where('m.person_id', '=', personId)
    .execute();
}

/** What a query that takes a transaction answers, with no row policy in its way. */
export function asOwner<T>({ db }: TestDatabase, work: (transaction: ScopedTransaction) => Promise<T>): Promise<T> {
  return tenant(db)
    .transaction()
    .execute((transaction) => work(transaction as ScopedTransaction));
}
