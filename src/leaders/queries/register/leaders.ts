import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import { daysAfter, londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { termOf } from '../../../need/rules/round/term.ts';
import type { RegisterScope } from '../../policy.ts';
import { keeperIn } from '../../rules/register/actor.ts';
import type { ListedLeader, RegisterFilter } from '../../rules/register/listed.ts';
import type { RegisterPolicy } from '../../rules/register/register-policy.ts';
import { entryFrom } from './entries.ts';
import { ledgersOf } from './ledgers.ts';

/** What a list of a register is asked for. */
export interface RegisterAsked {
  filter: RegisterFilter;
  /** From 1. */
  page: number;
  pageSize: number;
  today: string;
  policy: Pick<RegisterPolicy, 'capacity' | 'reviews'>;
}

/** Nothing narrowed. */
export const EVERY_LEADER: RegisterFilter = { text: null, role: null, field: null, status: null, due: null };

/** Leaders of the scope's service by name, a page of them, and how many there are in all. */
export function leadersOfRegister(
  db: Kysely<Database>,
  scope: RegisterScope,
  asked: RegisterAsked,
): Promise<{ leaders: ListedLeader[]; count: number }> {
  const { organisationId } = keeperIn(scope);
  return readAs(db, scope, async (transaction) => {
    const narrowed = listed(transaction, organisationId).$call((query) => narrow(query, asked));
    const { count } = await transaction
      .selectFrom(narrowed.as('l'))
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const rows = await narrowed
      .orderBy('l.name')
      .orderBy('l.id')
      .limit(asked.pageSize)
      .offset((asked.page - 1) * asked.pageSize)
      .execute();
    return { leaders: await withLedgers(transaction, rows, asked.today), count };
  });
}

/** Every leader of the service whose entry has not ended, in a transaction that is under way; for plans and lists of what is to be done. */
export async function leadersInService(
  transaction: ScopedTransaction,
  organisationId: string,
  today: string,
): Promise<ListedLeader[]> {
  const rows = await listed(transaction, organisationId).where('l.status', '<>', 'ended').orderBy('l.name').execute();
  return withLedgers(transaction, rows, today);
}

const STANDS = sql`d.status <> 'ended' and not exists (select from leader_designation n where n.supersedes = d.id)`;

function listed(transaction: ScopedTransaction, organisationId: string) {
  return transaction
    .selectFrom('system_leader as l')
    .leftJoin('school as s', 's.urn', 'l.home_urn')
    .selectAll('l')
    .select([
      's.name as home_name',
      sql<
        string[]
      >`array(select distinct d.role from leader_designation d where d.leader_id = l.id and ${STANDS} order by d.role)`.as(
        'roles',
      ),
      sql<string | null>`(select min(d.review_on) from leader_designation d where d.leader_id = l.id and ${STANDS})`.as(
        'review_on',
      ),
      sql<Date | null>`(select max(c.said_at) from leader_capacity c where c.leader_id = l.id)`.as('said_at'),
    ])
    .where('l.organisation_id', '=', organisationId);
}

type Listed = ReturnType<typeof listed>;

function narrow(query: Listed, { filter: { text, role, field, status, due }, today, policy }: RegisterAsked): Listed {
  const like = `%${(text ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const staleBefore = daysAfter(today, -policy.capacity.staleAfterDays);
  const reviewBy = daysAfter(today, policy.reviews.remindDays);
  return query
    .$if(text !== null, (q) =>
      q.where((eb) => eb.or([eb('l.name', 'ilike', like), eb('s.name', 'ilike', like), eb('l.email', 'ilike', like)])),
    )
    .$if(role !== null, (q) =>
      q.where(
        sql<boolean>`exists (select from leader_designation d where d.leader_id = l.id and d.role = ${role} and ${STANDS})`,
      ),
    )
    .$if(field !== null, (q) => q.where(sql<boolean>`${field} = any (l.fields)`))
    .$if(status !== null, (q) => q.where('l.status', '=', status!))
    .$if(due !== null, (q) => q.where('l.status', '<>', 'ended'))
    .$if(due === 'days', (q) =>
      q.where(
        sql<boolean>`not exists (select from leader_capacity c where c.leader_id = l.id
          and (c.said_at at time zone 'Europe/London')::date >= ${staleBefore}::date)`,
      ),
    )
    .$if(due === 'review', (q) =>
      q.where(
        sql<boolean>`exists (select from leader_designation d where d.leader_id = l.id and d.review_on <= ${reviewBy}::date and ${STANDS})`,
      ),
    );
}

async function withLedgers(
  transaction: ScopedTransaction,
  rows: Awaited<ReturnType<Listed['execute']>>,
  today: string,
): Promise<ListedLeader[]> {
  const ledgers = await ledgersOf(
    transaction,
    rows.map(({ id }) => id),
    [termOf(today)],
  );
  return rows.map((row) => ({
    ...entryFrom(row),
    homeName: row.home_name,
    roles: row.roles,
    reviewOn: row.review_on,
    confirmedOn: row.said_at === null ? null : londonIsoDay(row.said_at),
    ledger: ledgers.get(row.id)![0]!,
  }));
}
