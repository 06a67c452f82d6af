import type { Kysely } from 'kysely';
import type { Database } from '../../src/db/schema.ts';
import type { PutPair } from '../../src/matching/rules/approval/pair.ts';
import { tenant } from './people.ts';

interface Approved {
  organisationId: string;
  /** Who ran the round, and who approved it. */
  brokerId: string;
  approverId: string;
  supported: { urn: number; name: string };
  home: { urn: number; name: string };
  leader: string;
  /** ISO days of the round's term. */
  from: string;
  to: string;
}

/** A planning round of a service whose plan has one pair, approved. Made as owner: for arranging a test. Returns the round's id. */
export async function approvedPair(
  owner: Kysely<Database>,
  { organisationId, brokerId, approverId, supported, home, leader, from, to }: Approved,
): Promise<string> {
  const db = tenant(owner);
  const pair: PutPair = {
    needKey: `${supported.urn}:lead`,
    leaderKey: `head:${home.urn}`,
    support: 'a lead head',
    days: 6,
    supported,
    home,
    leader,
    km: 3,
    minutes: 9,
    reasons: ['Near, and with the days that are needed.'],
    leaderDays: 9,
    leaderMost: 2,
  };
  const broker = { made_by: brokerId, made_in_role: 'broker' };
  const round = await idOf(
    db
      .insertInto('planning_round')
      .values({
        organisation_id: organisationId,
        title: 'A round of the test',
        school_year: 2050,
        term: 'autumn',
        term_from: from,
        term_to: to,
        as_at: from,
        travel: 'straight line',
        inputs_sha256: 'of a test',
        opened_by: brokerId,
        opened_in_role: 'broker',
      })
      .returning('id'),
  );
  const belongs = { round_id: round, organisation_id: organisationId };
  const scenario = await idOf(
    db
      .insertInto('planning_scenario')
      .values({ ...belongs, name: 'Of the test', weights: '{}', copied_from: null, ...broker })
      .returning('id'),
  );
  const proposal = await idOf(
    db
      .insertInto('planning_proposal')
      .values({
        ...belongs,
        scenario_id: scenario,
        asked: '{}',
        decisions: [],
        inputs_sha256: 'of a test',
        asked_by: brokerId,
        asked_in_role: 'broker',
        state: 'done',
      })
      .returning('id'),
  );
  const forward = await idOf(
    db
      .insertInto('planning_put_forward')
      .values({
        ...belongs,
        proposal_id: proposal,
        totals: JSON.stringify({ needs: 1, covered: 1, days: 6, minutes: 9, gap: 0, provedOptimal: true }),
        words: null,
        answer_by: from,
        ...broker,
      })
      .returning('id'),
  );
  const approval = await idOf(
    db
      .insertInto('planning_approval')
      .values({
        ...belongs,
        put_forward_id: forward,
        words: null,
        approved_by: approverId,
        approved_in_role: 'service lead',
      })
      .returning('id'),
  );
  await db
    .insertInto('planning_approved_pair')
    .values({
      ...belongs,
      approval_id: approval,
      need_key: pair.needKey,
      leader_key: pair.leaderKey,
      supported_urn: supported.urn,
      home_urn: home.urn,
      parties: [],
      days: pair.days,
      content: JSON.stringify(pair),
      differs: null,
      approved_by: approverId,
    })
    .execute();
  return round;
}

async function idOf(query: { executeTakeFirstOrThrow(): Promise<{ id: string }> }): Promise<string> {
  return (await query.executeTakeFirstOrThrow()).id;
}
