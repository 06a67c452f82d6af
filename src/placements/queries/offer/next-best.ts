import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { ledgersOf } from '../../../leaders/queries/register/ledgers.ts';
import { LEAD } from '../../../leaders/rules/support-policy.ts';
import { linesOfForward } from '../../../matching/queries/approval/forward.ts';
import { isPair } from '../../../matching/rules/approval/pair.ts';
import { kilometres, placeOf } from '../../../matching/rules/travel.ts';
import { termOf } from '../../../need/rules/round/term.ts';
import { phaseGroupOf } from '../../../schools/rules/facts.ts';
import type { Phase } from '../../../schools/rules/facts.ts';
import type { Placement } from '../../rules/placement.ts';
import { type LeaderInReach, rankLeaders, type RankedLeader } from '../../rules/offer/rank-leaders.ts';

/** Leaders whom other plans of the round had for the same need: the next best that the plan knows. */
export interface PlannedInstead {
  name: string;
  home: { urn: number; name: string };
  reasons: readonly string[];
}

/** The leaders whom the plans of the round had for this need besides the one approved; none where the placement came from no round. */
export async function leadersOfPlan(transaction: ScopedTransaction, placement: Placement): Promise<PlannedInstead[]> {
  if (placement.approvedPairId === null) return [];
  const approved = await transaction
    .selectFrom('planning_approved_pair')
    .select(['round_id', 'need_key', 'leader_key'])
    .where('id', '=', placement.approvedPairId)
    .executeTakeFirst();
  if (approved === undefined) return [];
  const lines = await linesOfForward(transaction, { roundId: approved.round_id });
  const found = new Map<string, PlannedInstead>();
  for (const { line } of lines)
    if (isPair(line) && line.needKey === approved.need_key && line.leaderKey !== approved.leader_key)
      found.set(line.leaderKey, { name: line.leader, home: line.home, reasons: line.reasons });
  return [...found.values()];
}

/** The active leaders of the service's register in the order in which they suit the placement, but for those of the school itself. */
export async function leadersOfRegister(
  transaction: ScopedTransaction,
  placement: Placement,
  { today, fieldWords }: { today: string; fieldWords: string },
): Promise<RankedLeader[]> {
  const school = await transaction
    .selectFrom('school')
    .select(['easting', 'northing', 'phase'])
    .where('urn', '=', placement.supported.urn)
    .executeTakeFirst();
  const trusts = await transaction
    .selectFrom('group_member')
    .select('group_uid')
    .where('urn', '=', placement.supported.urn)
    .execute();
  const rows = await transaction
    .selectFrom('system_leader as l')
    .leftJoin('school as home', 'home.urn', 'l.home_urn')
    .select(['l.id', 'l.name', 'l.email', 'l.home_urn', 'l.fields', 'l.phases', 'l.most_schools'])
    .select(['home.name as home_name', 'home.easting', 'home.northing'])
    .where('l.organisation_id', '=', placement.organisationId)
    .where('l.status', '=', 'active')
    .where('l.home_urn', '<>', placement.supported.urn)
    .execute();
  const ids = rows.map(({ id }) => id);
  const ledgers = await ledgersOf(transaction, ids, [termOf(today)]);
  const interests = await transaction
    .selectFrom('leader_interest')
    .select(['leader_id', 'words', 'urn', 'trust_uid'])
    .where('leader_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('urn', '=', placement.supported.urn),
        eb('trust_uid', '=', sql<number>`any(${trusts.map(({ group_uid }) => group_uid)}::int[])`),
      ]),
    )
    .execute();
  const helps = await transaction
    .selectFrom('placement')
    .select((eb) => ['leader_id', eb.fn.countAll<number>().as('schools')])
    .where('leader_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('state', 'in', ['accepted', 'contracting', 'signing', 'under way', 'paused'])
    .groupBy('leader_id')
    .execute();
  const at = school === undefined ? null : placeOf(school);
  const phase = school === undefined ? null : phaseGroupOf(school.phase as Phase);
  const leaders = rows.map((row): LeaderInReach => {
    const home = placeOf({ easting: row.easting, northing: row.northing });
    return {
      leaderId: row.id,
      name: row.name,
      email: row.email,
      home: { urn: row.home_urn, name: row.home_name ?? `School ${row.home_urn}` },
      km: at === null || home === null ? null : kilometres(at, home),
      fields: row.fields,
      knowsPhase: phase === null || row.phases.length === 0 || row.phases.includes(phase),
      left: ledgers.get(row.id)?.[0]?.left ?? null,
      interests: interests.filter(({ leader_id }) => leader_id === row.id).map(({ words }) => words),
      helps: helps.find(({ leader_id }) => leader_id === row.id)?.schools ?? 0,
      mostSchools: row.most_schools,
    };
  });
  const field = placement.support === LEAD ? null : placement.support;
  return rankLeaders(leaders, { field, fieldWords, halfDays: placement.halfDays });
}
