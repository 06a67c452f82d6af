import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import { type BoardFilters, type BoardOrder, PAGE_LENGTH } from '../../rules/board/filters.ts';
import type { BoardCount, BoardRow } from '../../rules/board/row.ts';
import type { PlacementState } from '../../rules/states.ts';
import { placementRows, presented } from '../placement.ts';

/** Leave to read all placements of a service. */
export type BoardScope = Scope<'placements.read' | 'placements.export' | 'placements.keep-filter'>;

/** A page of a service's placements that pass the filters, how many do in all, and how many there are in each state. `today` is the ISO day in London. */
export function boardOf(
  db: Kysely<Database>,
  scope: BoardScope,
  filters: BoardFilters,
  today: string,
): Promise<{ rows: BoardRow[]; total: number; counts: BoardCount[] }> {
  return readAs(db, scope, async (transaction) => {
    const { total } = await passing(transaction, scope, filters, today)
      .clearSelect()
      .select(sql<number>`count(*)::integer`.as('total'))
      .executeTakeFirstOrThrow();
    const rows = await listed(transaction, scope, filters, today)
      .limit(PAGE_LENGTH)
      .offset((Math.min(filters.page, Math.max(1, Math.ceil(total / PAGE_LENGTH))) - 1) * PAGE_LENGTH)
      .execute();
    const counts = await transaction
      .selectFrom('placement as p')
      .select([
        'p.state',
        sql<number>`count(*)::integer`.as('all'),
        sql<number>`count(*) filter (where p.due_on < ${today}::date)::integer`.as('late'),
      ])
      .where('p.organisation_id', '=', serviceOf(scope))
      .groupBy('p.state')
      .execute();
    return {
      rows: rows.map((row) => onBoard(row, today)),
      total,
      counts: counts.map((count) => ({ ...count, state: count.state as PlacementState })),
    };
  });
}

/** Every placement of a service that passes the filters, for a file. */
export function wholeBoard(
  db: Kysely<Database>,
  scope: BoardScope,
  filters: BoardFilters,
  today: string,
): Promise<BoardRow[]> {
  return readAs(db, scope, async (transaction) => {
    const rows = await listed(transaction, scope, filters, today).execute();
    return rows.map((row) => onBoard(row, today));
  });
}

function serviceOf({ subject, verb }: BoardScope): string {
  if (subject.kind !== 'organisation') throw new Error(`${verb} is about an organisation`);
  return subject.organisationId;
}

function passing(transaction: ScopedTransaction, scope: BoardScope, filters: BoardFilters, today: string) {
  const { states, risks, lateOnly, broker, supportType, text } = filters;
  const like = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return placementRows(transaction)
    .where('p.organisation_id', '=', serviceOf(scope))
    .$if(states.length > 0, (query) => query.where('p.state', 'in', states))
    .$if(risks.length > 0, (query) => query.where(sql<string>`coalesce(p.risk, 'none')`, 'in', risks))
    .$if(lateOnly, (query) => query.where(isLate(today)))
    .$if(broker === 'nobody', (query) => query.where('p.assigned_to', 'is', null))
    .$if(broker !== null && broker !== 'nobody', (query) =>
      query.where('p.assigned_to', '=', broker === 'me' ? scope.person!.id : broker),
    )
    .$if(supportType !== null, (query) => query.where('p.support_type', '=', supportType!))
    .$if(text !== '', (query) =>
      query.where((where) =>
        where.or([
          where('p.reference', 'ilike', like),
          where('supported.name', 'ilike', like),
          where('home.name', 'ilike', like),
          where('p.leader_name', 'ilike', like),
          where(sql<string>`p.supported_urn::text`, '=', text),
        ]),
      ),
    );
}

function isLate(today: string) {
  return sql<SqlBool>`p.due_on < ${today}::date and p.state not in ('paused', 'closed', 'declined', 'withdrawn')`;
}

const ORDERS: Readonly<Record<BoardOrder, ReturnType<typeof sql<unknown>>>> = {
  due: sql`p.due_on asc nulls last`,
  school: sql`supported.name`,
  leader: sql`p.leader_name asc nulls last`,
  state: sql`p.state`,
  broker: sql`assigned_name asc nulls first`,
  risk: sql`case p.risk when 'red' then 1 when 'amber' then 2 when 'green' then 3 else 4 end`,
  newest: sql`p.made_at desc`,
};

function listed(transaction: ScopedTransaction, scope: BoardScope, filters: BoardFilters, today: string) {
  return (
    passing(transaction, scope, filters, today)
      .select(
        sql<number>`(select coalesce(sum(v.half_days), 0)::integer from placement_visit v
          where v.placement_id = p.id and v.state = 'held')`.as('delivered'),
      )
      .orderBy(ORDERS[filters.order])
      // So that pages neither repeat nor leave out a placement.
      .orderBy('p.reference')
      .orderBy('p.id')
  );
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number];

function onBoard(row: ListedRow, today: string): BoardRow {
  const placement = presented(row);
  const rests = ['paused', 'closed', 'declined', 'withdrawn'].includes(placement.state);
  return {
    placement,
    deliveredHalfDays: row.delivered,
    late: !rests && placement.dueOn !== null && placement.dueOn < today,
  };
}
