import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { SchoolTerm } from '../../../need/rules/round/term.ts';
import { policyAsAt } from '../../../policies.ts';
import type { RegisteredLeader } from '../../rules/register/registered-leader.ts';
import { interestsOn } from '../../rules/register/standing.ts';
import { interestPolicyKind } from '../../schema/interest-policy.ts';
import { ledgersOf } from './ledgers.ts';
import { leadersInService } from './leaders.ts';
import { standingsOf } from './profile.ts';

/** States of a placement in which it asks for no help of its leader any more; the room of placements has them all. */
const OVER = ['signed off', 'closed', 'declined', 'withdrawn'];

/**
 * The active leaders of the acting service's register with a designation that stands, with what they have left in a term and what keeps
 * them from schools on a day.
 */
export function registeredForTerm(
  db: Kysely<Database>,
  scope: Scope,
  { term, today }: { term: SchoolTerm; today: string },
): Promise<RegisteredLeader[]> {
  const { subject } = scope;
  if (subject.kind !== 'organisation') throw new Error(`${scope.verb} is about an organisation`);
  const interests = policyAsAt(interestPolicyKind, today);
  return readAs(db, scope, async (transaction) => {
    const all = await leadersInService(transaction, subject.organisationId, today);
    const able = all.filter(({ status, roles }) => status === 'active' && roles.length > 0);
    const ids = able.map(({ id }) => id);
    const [ledgers, standings] = [await ledgersOf(transaction, ids, [term]), await standingsOf(transaction, ids)];
    const { rows } = await sql<{ leader_id: string; held: number }>`
      select leader_id, count(*)::integer as held from placement
      where leader_id = any(${ids}::uuid[]) and state <> all (${OVER}) group by leader_id`.execute(transaction);
    const held = new Map(rows.map((row) => [row.leader_id, row.held]));
    return able.map((leader) => ({
      ...leader,
      halfDaysLeft: ledgers.get(leader.id)![0]!.left,
      held: held.get(leader.id) ?? 0,
      interests: interestsOn(standings.get(leader.id) ?? [], interests, today),
    }));
  });
}
