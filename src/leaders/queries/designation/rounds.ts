import { type Kysely, sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import { policyAsAt } from '../../../policies.ts';
import type { DesignationRound } from '../../rules/designation/application.ts';
import { supportPolicyKind } from '../../schema/support-policy.ts';

interface Row {
  id: string;
  organisation_id: string;
  organisation: string;
  role: string;
  rule_set: string;
  process: string;
  opens_on: string;
  closes_on: string;
  panel_on: string;
  words: string | null;
}

/** Rounds of a service that the scope may read, the newest first; or one of them. */
export async function readRounds(
  transaction: ScopedTransaction,
  { organisationId, roundId }: { organisationId?: string; roundId?: string },
): Promise<DesignationRound[]> {
  const { rows } = await sql<Row>`
    select r.*, coalesce(o.name, '') as organisation
    from designation_round r left join organisation o on o.id = r.organisation_id
    where (${organisationId ?? null}::uuid is null or r.organisation_id = ${organisationId ?? null}::uuid)
      and (${roundId ?? null}::uuid is null or r.id = ${roundId ?? null}::uuid)
    order by r.opens_on desc, r.opened_at desc`.execute(transaction);
  return rows.map(shown);
}

/** Rounds that are announced to everybody: a year back, and to come. The database gives them to whoever asks. */
export async function announcedRounds(db: Kysely<Database>): Promise<DesignationRound[]> {
  const { rows } = await sql<Row>`select * from announced_designation_rounds()`.execute(db);
  return rows.map(shown);
}

/** What a role is called, by the policy of roles that holds today; its code where that no longer knows it. */
export function roleTitle(code: string): string {
  const { roles } = policyAsAt(supportPolicyKind, new Date().toISOString().slice(0, 10));
  return roles.find((role) => role.code === code)?.label ?? code;
}

function shown(row: Row): DesignationRound {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    organisation: row.organisation,
    role: row.role,
    title: roleTitle(row.role),
    ruleSet: row.rule_set,
    process: row.process,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    panelOn: row.panel_on,
    words: row.words,
  };
}
