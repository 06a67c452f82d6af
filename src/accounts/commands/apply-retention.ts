import { type Kysely, sql } from 'kysely';
import { writeAs } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import { type RetentionRule, RETENTION_RULES } from '../rules/retention-rules.ts';
import type { RetentionPolicy } from '../schema/retention-policy.ts';

/** What a rule of the policy destroyed: how many records, and from when to when they were. */
export interface Destroyed {
  rule: RetentionRule;
  records: number;
  oldest: Date | null;
  newest: Date | null;
}

/**
 * Destroys what the policy no longer keeps at `now`, rule by rule, but for records that a legal hold keeps; each rule that destroyed
 * something is entered in the destruction log, and the whole once in the audit trail, in one transaction. With `dryRun` the same is
 * done and taken back, so that the answer is what would go. Answers one line a rule, in the order of the policy.
 */
export async function applyRetention(
  db: Kysely<Database>,
  scope: Scope<'retention.apply'>,
  policy: RetentionPolicy & { id: string },
  now: Date,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<Destroyed[]> {
  try {
    return await writeAs(db, scope, async (transaction) => {
      const destroyed: Destroyed[] = [];
      for (const rule of RETENTION_RULES) {
        const before = monthsBefore(now, policy.rules[rule].keepMonths);
        const gone = await DESTROY[rule](transaction, before);
        destroyed.push({ rule, ...rangeOf(gone) });
        await log(transaction, `${policy.id}: ${rule}`, rule, gone);
      }
      if (dryRun) throw new TakenBack(destroyed);
      const counts = destroyed.filter(({ records }) => records > 0).map(({ rule, records }) => [rule, records]);
      return { result: destroyed, detail: { policy: policy.id, ...Object.fromEntries(counts) } };
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.destroyed;
    throw error;
  }
}

/** Rolls a dry run back; never leaves this file. */
class TakenBack extends Error {
  readonly destroyed: Destroyed[];
  constructor(destroyed: Destroyed[]) {
    super('a dry run');
    this.destroyed = destroyed;
  }
}

/** Records of one kind that went; `personId` where a person's own were logged apart. */
interface Gone {
  records: number;
  oldest: Date | null;
  newest: Date | null;
  personId?: string;
}

type Destroy = (transaction: ScopedTransaction, before: Date) => Promise<Gone[]>;

const DESTROY: Record<RetentionRule, Destroy> = {
  'audit trail': async (transaction, before) => {
    const { rows } = await sql<Gone>`select * from prune_audit(${before})`.execute(transaction);
    return rows;
  },
  'ended sessions': (transaction, before) =>
    destroyed(
      transaction,
      sql`
      delete from session where coalesce(ended_at, least(idle_until, ends_at)) < ${before} and not is_held(person_id)
      returning coalesce(ended_at, least(idle_until, ends_at)) as at`,
    ),
  'sent mail': (transaction, before) =>
    destroyed(
      transaction,
      sql`
      delete from mail_message where state <> 'queued' and coalesce(sent_at, created_at) < ${before} and not is_held(person_id)
      returning coalesce(sent_at, created_at) as at`,
    ),
  'used or expired invitations': (transaction, before) =>
    destroyed(
      transaction,
      sql`
      delete from invitation i where expires_at < ${before}
        and not exists (select from person p where p.email = i.email and is_held(p.id))
      returning expires_at as at`,
    ),
  'used or expired reset links': (transaction, before) =>
    destroyed(
      transaction,
      sql`
      delete from reset_link where expires_at < ${before} and not is_held(person_id) returning expires_at as at`,
    ),
  'unfinished sign-ins': (transaction, before) =>
    destroyed(
      transaction,
      sql`
      delete from pending_sign_in where expires_at < ${before} and not is_held(person_id) returning expires_at as at`,
    ),
  'answered complaints': (transaction, before) =>
    destroyed(
      transaction,
      sql`
      delete from complaint c where answered_at < ${before}
        and not exists (select from person p where p.email = c.from_email and is_held(p.id))
      returning answered_at as at`,
    ),
  'decided data requests': (transaction, before) =>
    destroyed(
      transaction,
      sql`
      delete from person_request where decided_at < ${before} and not is_held(person_id) returning decided_at as at`,
    ),
  'words of moderation rounds': async (transaction, before) => {
    const { rows } = await sql<Gone>`select * from prune_rounds(${before})`.execute(transaction);
    return rows;
  },
  'letters of moderation rounds': async (transaction, before) => {
    const { rows } = await sql<Gone>`select * from prune_letters(${before})`.execute(transaction);
    return rows;
  },
  'planning rounds': async (transaction, before) => {
    const { rows } = await sql<Gone>`select * from prune_planning(${before})`.execute(transaction);
    return rows;
  },
  'declarations and panels of planning rounds': async (transaction, before) => {
    const { rows } = await sql<Gone>`select * from prune_planning_approval(${before})`.execute(transaction);
    return rows;
  },
  'coaching notes': async (transaction, before) => {
    const { rows } = await sql<Gone>`select * from prune_coaching(${before})`.execute(transaction);
    return rows;
  },
  'words of the work of placements': async (transaction, before) => {
    const { rows } = await sql<Gone>`select * from prune_delivery(${before})`.execute(transaction);
    return rows;
  },
  'entries on the need of schools': async (transaction, before) => {
    const { rows } = await sql<Gone>`select * from prune_need_entries(${before})`.execute(transaction);
    return rows;
  },
  'placements that are over': async (transaction, before) => {
    const { rows } = await sql<Gone>`select * from prune_placements(${before})`.execute(transaction);
    return rows;
  },
  'used or expired private links': (transaction, before) =>
    destroyed(
      transaction,
      sql`
      delete from private_link l where expires_at < ${before}
        and not exists (select from person p where p.email = l.email and is_held(p.id))
      returning expires_at as at`,
    ),
  'ended entries of registers of leaders': async (transaction, before) => {
    const { rows } = await sql<Gone>`select * from prune_registers(${before})`.execute(transaction);
    return rows;
  },
  'applications and reviews of designation': async (transaction, before) => {
    const { rows } = await sql<Gone>`select * from prune_designation(${before})`.execute(transaction);
    return rows;
  },
  'reminders that were sent': (transaction, before) =>
    destroyed(
      transaction,
      sql`
      delete from work_reminder where queued_at < ${before} and not is_held(person_id) returning queued_at as at`,
    ),
  'money of placements': async (transaction, before) => {
    const { rows } = await sql<Gone>`select * from prune_money(${before})`.execute(transaction);
    return rows;
  },
  'people without a role': erasePeople,
};

async function destroyed(transaction: ScopedTransaction, deletion: ReturnType<typeof sql>): Promise<Gone[]> {
  const { rows } = await sql<Gone>`
    with gone as (${deletion})
    select count(*)::integer as records, min(at) as oldest, max(at) as newest from gone`.execute(transaction);
  return rows;
}

/** People whose last role ended before, or who never had one and came before; erased in place, one by one. */
async function erasePeople(transaction: ScopedTransaction, before: Date): Promise<Gone[]> {
  const { rows } = await sql<{ id: string; since: Date }>`
    select p.id, coalesce(max(m.ended_at), p.created_at) as since
    from person p left join membership m on m.person_id = p.id
    where p.erased_at is null and not is_held(p.id)
    group by p.id
    having bool_and(m.id is null or m.ended_at is not null) and coalesce(max(m.ended_at), p.created_at) < ${before}
    order by p.id`.execute(transaction);
  const gone: Gone[] = [];
  for (const { id, since } of rows) {
    const { rows: answers } = await sql<{ answer: string }>`select erase_person(${id}) as answer`.execute(transaction);
    if (answers[0]?.answer === 'done') gone.push({ records: 1, oldest: since, newest: since, personId: id });
  }
  return gone;
}

async function log(transaction: ScopedTransaction, rule: string, kind: string, gone: Gone[]): Promise<void> {
  const entries = gone.filter(({ records }) => records > 0);
  if (entries.length === 0) return;
  await transaction
    .insertInto('destruction_log')
    .values(
      entries.map(({ records, oldest, newest, personId }) => ({
        rule,
        record_kind: kind,
        records,
        oldest,
        newest,
        person_id: personId ?? null,
        done_by: null,
      })),
    )
    .execute();
}

function rangeOf(gone: Gone[]): Pick<Destroyed, 'records' | 'oldest' | 'newest'> {
  const times = gone.flatMap(({ oldest, newest }) => [oldest, newest]).filter((time) => time !== null);
  const sorted = times.toSorted((a, b) => a.getTime() - b.getTime());
  return {
    records: gone.reduce((sum, { records }) => sum + records, 0),
    oldest: sorted[0] ?? null,
    newest: sorted.at(-1) ?? null,
  };
}

/** The same day and time so many calendar months earlier, in UTC; the last day of a shorter month. */
function monthsBefore(now: Date, months: number): Date {
  const before = new Date(now);
  before.setUTCDate(1);
  before.setUTCMonth(before.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(before.getUTCFullYear(), before.getUTCMonth() + 1, 0)).getUTCDate();
  before.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return before;
}
