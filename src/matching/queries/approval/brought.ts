import type { Pool } from 'pg';
import { pooledInputs } from '../../rules/approval/pooled-inputs.ts';
import { type PackedInputs, type RoundInputs, unpackInputs } from '../../rules/round/inputs.ts';

/**
 * Frozen inputs with what partners had brought when a proposal was asked for, by the ids of it. Read as the owner of the tables, for work
 * that nobody's request waits for; `withPartners` does the same in somebody's name.
 */
export async function withBrought(
  pool: Pool,
  roundId: string,
  inputs: RoundInputs,
  brought: readonly string[],
): Promise<RoundInputs> {
  if (brought.length === 0) return inputs;
  const { rows } = await pool.query<{ partner_id: string; name: string; content: PackedInputs }>(
    `select c.partner_id, o.name, c.content from planning_contribution c join organisation o on o.id = c.partner_id
     where c.id = any ($1) and c.round_id = $2 order by c.partner_id`,
    [brought, roundId],
  );
  const { rows: own } = await pool.query<{ name: string }>(
    'select o.name from planning_round r join organisation o on o.id = r.organisation_id where r.id = $1',
    [roundId],
  );
  const contributions = rows.map(({ partner_id, name, content }) => ({
    partnerId: partner_id,
    name,
    inputs: unpackInputs(content),
  }));
  return pooledInputs(inputs, own[0]?.name ?? '', contributions);
}
