import type { Organisation } from '../../../src/access/roles.ts';
import type { PutPair } from '../../../src/matching/rules/approval/pair.ts';
import type { TestDatabase } from '../../database/harness.ts';
import { type Member, organisationIn, tenant } from '../../factories/people.ts';

interface Of {
  /** Of a planning round of the organisation, and of a proposal of it that has ended. */
  round: string;
  proposal: string;
  /** Who made all of it, so that the member had no hand in it and may approve. */
  colleague: string;
  urn: number;
  words: string;
}

/** So that each pooled round has a term of its own. */
let schoolYear = 2001;

/**
 * The second half of a planning round: a plan put forward with one pair, a question to each head, a declared interest, a copy that the
 * member may read, an approved pair and a change; and a round of somebody else that the organisation takes part in.
 */
export async function approvalOf(
  owner: TestDatabase['db'],
  organisation: Organisation,
  { personId: reader }: Member,
  { round, proposal: asked, colleague: personId, urn, words }: Of,
): Promise<{ line: string; ask: string; share: string; pooled: string }> {
  const db = tenant(owner);
  const proposal = await proposalOf(owner, asked, personId);
  const belongs = { round_id: round, organisation_id: organisation.id };
  const home = { urn: urn + 2, name: `${words} Home` };
  const supported = { urn, name: `${words} School` };
  const pair: PutPair = {
    needKey: `${urn}:lead`,
    leaderKey: `head:${home.urn}`,
    support: 'a lead head',
    days: 3,
    supported,
    home,
    leader: `Head of ${home.name}`,
    km: 1,
    minutes: 2,
    reasons: [`${words} reason`],
    leaderDays: 9,
    leaderMost: 2,
  };
  const totals = { needs: 1, covered: 1, days: 3, minutes: 2, gap: 0, provedOptimal: true };
  const forward = await idOf(
    db
      .insertInto('planning_put_forward')
      .values({
        ...belongs,
        proposal_id: proposal,
        totals: JSON.stringify(totals),
        words: `${words} forward`,
        answer_by: '2026-12-01',
        made_by: personId,
        made_in_role: 'broker',
      })
      .returning('id'),
  );
  const concerned = {
    need_key: pair.needKey,
    leader_key: pair.leaderKey,
    supported_urn: urn,
    home_urn: home.urn,
    parties: [],
    content: JSON.stringify(pair),
  };
  const line = await idOf(
    db
      .insertInto('planning_line')
      .values({ ...belongs, put_forward_id: forward, ...concerned })
      .returning('id'),
  );
  const content = {
    school: supported.name,
    other: home.name,
    support: pair.support,
    days: pair.days,
    leader: pair.leader,
    round: `${words} round`,
    organisation: organisation.name,
  };
  const question = {
    ...belongs,
    need_key: pair.needKey,
    leader_key: pair.leaderKey,
    content: JSON.stringify(content),
    people: 1,
    answer_by: '2026-12-01',
    asked_by: personId,
    asked_in_role: 'broker',
  };
  const [ask, ofHome] = [
    await idOf(
      db
        .insertInto('planning_ask')
        .values({ ...question, side: 'supported', urn, other_urn: home.urn })
        .returning('id'),
    ),
    await idOf(
      db
        .insertInto('planning_ask')
        .values({ ...question, side: 'home', urn: home.urn, other_urn: urn })
        .returning('id'),
    ),
  ];
  const given = {
    ...belongs,
    how: 'letter',
    given_by: `${words} Head`,
    given_on: '2026-11-01',
    recorded_by: personId,
    recorded_in_role: 'broker',
  } as const;
  const declaration = await idOf(
    db
      .insertInto('planning_declaration')
      .values({ ...given, ask_id: ask, urn, says: 'interest', kind: 'other', detail: `${words} interest` })
      .returning('id'),
  );
  await db
    .insertInto('planning_declaration')
    .values({ ...given, ask_id: ofHome, urn: home.urn, says: 'no interest', kind: null, detail: null })
    .execute();
  // Decided, so that the pair is ready for whoever had no hand in it.
  await db
    .insertInto('planning_interest_decision')
    .values({
      ...belongs,
      declaration_id: declaration,
      ask_id: ask,
      urn,
      outcome: 'stands',
      words: `${words} decision`,
      decided_by: personId,
      decided_in_role: 'broker',
    })
    .execute();
  await approvedPairs(owner, belongs, { forward, personId, pair });
  const share = await idOf(
    db
      .insertInto('planning_share')
      .values({
        ...belongs,
        proposal_id: proposal,
        reader_id: reader,
        reader_for: organisation.id,
        content: JSON.stringify({
          round: `${words} round`,
          scenario: `${words} scenario`,
          organisation: organisation.name,
          totals,
          lines: [pair],
          isWhole: true,
        }),
        words: null,
        shared_by: personId,
        shared_in_role: 'broker',
      })
      .returning('id'),
  );
  return { line, ask, share, pooled: await pooledRound(owner, organisation, personId) };
}

/** The same proposal, asked for by somebody else. */
async function proposalOf(owner: TestDatabase['db'], id: string, asked_by: string): Promise<string> {
  const db = tenant(owner);
  const { id: _id, ...row } = await db
    .selectFrom('planning_proposal')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const [asked, progress, solution, plan] = [row.asked, row.progress, row.solution, row.plan].map((value) =>
    JSON.stringify(value),
  ) as [string, string, string, string];
  return idOf(
    db
      .insertInto('planning_proposal')
      .values({ ...row, asked, progress, solution, plan, asked_by })
      .returning('id'),
  );
}

/** Two pairs of other needs that are approved: one stands, the other ended when its leader withdrew. */
async function approvedPairs(
  owner: TestDatabase['db'],
  belongs: { round_id: string; organisation_id: string },
  { forward, personId, pair }: { forward: string; personId: string; pair: PutPair },
): Promise<void> {
  const db = tenant(owner);
  const approval = await idOf(
    db
      .insertInto('planning_approval')
      .values({
        ...belongs,
        put_forward_id: forward,
        words: null,
        approved_by: personId,
        approved_in_role: 'adviser',
      })
      .returning('id'),
  );
  for (const [leaderKey, urn] of [
    ['stays', pair.supported.urn + 1],
    ['goes', pair.supported.urn + 3],
  ] as const) {
    const approved = { ...pair, needKey: `${urn}:lead`, leaderKey, supported: { ...pair.supported, urn } };
    await db
      .insertInto('planning_approved_pair')
      .values({
        ...belongs,
        approval_id: approval,
        need_key: approved.needKey,
        leader_key: leaderKey,
        supported_urn: urn,
        home_urn: pair.home.urn,
        parties: [],
        days: 3,
        content: JSON.stringify(approved),
        differs: null,
        approved_by: personId,
      })
      .execute();
  }
  await db
    .insertInto('planning_change')
    .values({
      ...belongs,
      kind: 'leader withdraws',
      leader_key: 'goes',
      urn: null,
      need_key: null,
      happened_on: '2026-11-01',
      reason: `${pair.supported.name} change`,
      recorded_by: personId,
      recorded_in_role: 'broker',
    })
    .execute();
}

/** A round that nobody's attack is about, in which the organisation takes part. */
async function pooledRound(owner: TestDatabase['db'], { id: partner_id }: Organisation, personId: string) {
  const db = tenant(owner);
  const { id: organisation_id } = await organisationIn(owner, 'local authority', 9000 + schoolYear);
  const round = await idOf(
    db
      .insertInto('planning_round')
      .values({
        organisation_id,
        title: 'Pooled round',
        school_year: schoolYear++,
        term: 'autumn',
        term_from: '2026-09-01',
        term_to: '2026-12-31',
        as_at: '2022-07-06',
        travel: 'straight line',
        inputs_sha256: 'of a test',
        opened_by: personId,
        opened_in_role: 'broker',
      })
      .returning('id'),
  );
  await db
    .insertInto('planning_partner')
    .values({
      round_id: round,
      organisation_id,
      partner_id,
      state: 'joined',
      words: 'Agreed',
      made_by: personId,
      made_in_role: 'service lead',
      made_for: partner_id,
    })
    .execute();
  return round;
}

async function idOf(query: { executeTakeFirstOrThrow(): Promise<{ id: string }> }): Promise<string> {
  return (await query.executeTakeFirstOrThrow()).id;
}
