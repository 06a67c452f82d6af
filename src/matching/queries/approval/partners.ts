import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { NOT_KEPT } from '../../../need/queries/round/rounds.ts';
import type { PartnerState } from '../../rules/approval/moves.ts';
import { type PutLine, urnsOf } from '../../rules/approval/pair.ts';
import { pooledInputs } from '../../rules/approval/pooled-inputs.ts';
import { groupBy } from '../../rules/group-by.ts';
import { type PackedInputs, type RoundInputs, unpackInputs } from '../../rules/round/inputs.ts';

/** A step between a round and a partner. */
export interface PartnerStep {
  state: PartnerState;
  words: string;
  by: string;
  at: string;
}

/** A partner of a round, with what it brought last. */
export interface Partner {
  id: string;
  name: string;
  state: PartnerState;
  /** Oldest first. */
  steps: readonly PartnerStep[];
  brought: { needs: number; leaders: number; by: string; at: string } | null;
}

/** Partners of a round of the acting service, by name: every one that was ever invited. */
export async function partnersOf(transaction: ScopedTransaction, roundId: string): Promise<Partner[]> {
  const { rows: parties } = await sql<{ organisation_id: string; name: string; state: PartnerState | 'runs' }>`
    select organisation_id, name, state from parties_of_planning(${roundId})`.execute(transaction);
  const steps = await partnerSteps(transaction, roundId);
  const brought = await contributions(transaction, roundId);
  return parties.flatMap(({ organisation_id: id, name, state }): Partner[] =>
    state === 'runs'
      ? []
      : [{ id, name, state, steps: steps.get(id) ?? [], brought: brought.find((one) => one.partnerId === id) ?? null }],
  );
}

/** What happened between a round and its partners, the oldest first, by the partner. */
export async function partnerSteps(
  transaction: ScopedTransaction,
  roundId: string,
): Promise<Map<string, PartnerStep[]>> {
  const rows = await transaction
    .selectFrom('planning_partner as p')
    .select(['p.partner_id', 'p.state', 'p.words', 'p.made_at'])
    .select((eb) => sql<string | null>`author_in_approval(${eb.ref('p.made_by')})`.as('by'))
    .where('p.round_id', '=', roundId)
    .orderBy('p.made_at')
    .execute();
  const found = new Map<string, PartnerStep[]>();
  for (const { partner_id, state, words, by, made_at } of rows) {
    const own = found.get(partner_id) ?? [];
    own.push({ state, words, by: by ?? NOT_KEPT, at: made_at.toISOString() });
    found.set(partner_id, own);
  }
  return found;
}

/** What each partner of a round brought last, without the content. */
export async function contributions(transaction: ScopedTransaction, roundId: string) {
  const rows = await transaction
    .selectFrom('planning_contribution as c')
    .distinctOn('c.partner_id')
    .select(['c.partner_id', 'c.needs', 'c.leaders', 'c.brought_at'])
    .select((eb) => sql<string | null>`author_in_approval(${eb.ref('c.brought_by')})`.as('by'))
    .where('c.round_id', '=', roundId)
    .orderBy('c.partner_id')
    .orderBy('c.brought_at', 'desc')
    .execute();
  return rows.map(({ partner_id, needs, leaders, by, brought_at }) => ({
    partnerId: partner_id,
    needs,
    leaders,
    by: by ?? NOT_KEPT,
    at: brought_at.toISOString(),
  }));
}

/** Ids of what counts of what partners brought: the newest of each that takes part. */
export async function broughtIn(transaction: ScopedTransaction, roundId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select distinct on (partner_id) id, partner_id from planning_contribution
      where round_id = ${roundId} and planning_partner_state(round_id, partner_id) = 'joined'
      order by partner_id, brought_at desc) newest order by partner_id`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** Frozen inputs with what partners who take part brought; a partner that left brings nothing. */
export async function withPartners(
  transaction: ScopedTransaction,
  roundId: string,
  inputs: RoundInputs,
): Promise<RoundInputs> {
  const ids = await broughtIn(transaction, roundId);
  if (ids.length === 0) return inputs;
  const rows = await transaction
    .selectFrom('planning_contribution')
    .select(['partner_id', 'content'])
    .where('id', 'in', ids)
    .orderBy('partner_id')
    .execute();
  const { rows: parties } = await sql<{ organisation_id: string; name: string; state: string }>`
    select organisation_id, name, state from parties_of_planning(${roundId})`.execute(transaction);
  const nameOf = (id: string) => parties.find(({ organisation_id }) => organisation_id === id)?.name ?? '';
  const own = parties.find(({ state }) => state === 'runs')?.name ?? '';
  const contributions = rows.map(({ partner_id, content }) => ({
    partnerId: partner_id,
    name: nameOf(partner_id),
    inputs: unpackInputs(content as PackedInputs),
  }));
  return pooledInputs(inputs, own, contributions);
}

/** Partners that take part and are responsible for a school of a line, its authority or its trust, as a function of each of these lines. */
export async function partiesOfLines(
  transaction: ScopedTransaction,
  roundId: string,
  lines: readonly PutLine[],
): Promise<(line: PutLine) => string[]> {
  const { rows } = await sql<{ urn: number; party: string }>`
    select distinct s.urn, p.organisation_id as party
    from school s join parties_of_planning(${roundId}) p on p.state = 'joined'
      and (p.la_code = s.la_code or exists (select from group_member g where g.urn = s.urn and g.group_uid = p.group_uid))
    where s.urn = any (${lines.flatMap(urnsOf)}::int[])`.execute(transaction);
  const found = groupBy(rows, ({ urn }) => urn);
  return (line) => [...new Set(urnsOf(line).flatMap((urn) => found.get(urn)?.map(({ party }) => party) ?? []))];
}

/** Id of the service with this code of an authority or number of a trust, for whoever may invite it; null when none uses the site. */
export async function serviceToInvite(transaction: ScopedTransaction, code: number): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select service_to_invite(${code}) as id`.execute(transaction);
  return rows[0]?.id ?? null;
}
