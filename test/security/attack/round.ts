import type { Organisation } from '../../../src/access/roles.ts';
import { needPackAsAt } from '../../../src/need/queries.ts';
import type { TestDatabase } from '../../database/harness.ts';
import { type Member, tenant } from '../../factories/people.ts';

/** So that each round of an organisation has a term of its own. */
let schoolYear = 2001;

/**
 * A round at its panel with a school that is decided and has its letter, others that wait for decision or letter, one of them clear; an
 * answer; an academy that takes part. A trust's is closed, so that it may open the next.
 */
export async function roundOf(
  owner: TestDatabase['db'],
  { id: organisation_id, kind }: Organisation,
  { personId }: Member,
  { urn, words, asAt }: { urn: number; words: string; asAt: string },
): Promise<{ round: string; letter: string }> {
  const db = tenant(owner);
  const days = { panel_on: '2026-10-01', letters_on: '2026-10-02', answer_by: '2026-10-03' };
  const { policy } = needPackAsAt(asAt);
  const opened = { opened_by: personId, opened_in_role: 'service lead', as_at: asAt };
  const round = await idOf(
    db
      .insertInto('need_round')
      .values({
        organisation_id,
        school_year: schoolYear++,
        term: 'autumn',
        policy_id: policy.id,
        policy: JSON.stringify(policy),
        pack_sha256: 'of a test',
        ...days,
        ...opened,
      })
      .returning('id'),
  );
  const belongs = { round_id: round, organisation_id };
  const made = { made_by: personId, made_in_role: 'service lead' };
  for (const state of kind === 'trust'
    ? (['open', 'panel', 'letters sent', 'closed'] as const)
    : (['open', 'panel'] as const))
    await db
      .insertInto('need_round_step')
      .values({ ...belongs, state, words: null, ...made })
      .execute();
  const item = { ...belongs, proposed: 'D', points: 40, evidence: '[]' } as const;
  await db
    .insertInto('need_round_item')
    .values([
      { ...item, urn },
      { ...item, urn: urn + 1 },
      { ...item, urn: urn + 2 },
      { ...item, urn: urn + 3, proposed: 'A', points: 0 },
    ])
    .execute();
  await db
    .insertInto('need_panel_entry')
    .values({ ...belongs, kind: 'note', urn: null, words: `${words} note`, ...made })
    .execute();
  const judged = { urn, organisation_id, policy_id: policy.id, as_at: asAt, round_id: round };
  const decided = { decided_by: personId, decided_in_role: 'broker', computed_category: 'D', category: 'D' } as const;
  const moderation_id = await idOf(
    db
      .insertInto('need_moderation')
      .values({ ...judged, ...decided })
      .returning('id'),
  );
  await db
    .insertInto('need_moderation')
    .values({ ...judged, ...decided, urn: urn + 2 })
    .execute();
  const content = {
    subject: `${words} letter`,
    opening: [],
    meaning: [],
    evidenceTitle: '',
    evidence: [],
    closing: [],
  };
  const letter = await idOf(
    db
      .insertInto('need_letter')
      .values({
        ...belongs,
        urn,
        moderation_id,
        category: 'D',
        days: 18,
        answer_by: days.answer_by,
        template_id: 'school-letter',
        content: JSON.stringify(content),
        written_by: personId,
        written_in_role: 'service lead',
      })
      .returning('id'),
  );
  const said = { stance: 'agree', content: JSON.stringify({ words: `${words} answer`, evaluations: [] }) } as const;
  await db
    .insertInto('need_answer')
    .values({ urn, organisation_id, letter_id: letter, ...said, said_by: personId, said_in_role: 'headteacher' })
    .execute();
  if (kind === 'local authority')
    await db
      .insertInto('need_agreement')
      .values({
        urn: urn + 1,
        organisation_id,
        service_id: organisation_id,
        takes_part: true,
        agreed_by: `${words} trust`,
        agreed_for: 'trust',
        agreed_on: '2020-01-01',
        until: null,
        scope: `${words} scope`,
        recorded_by: personId,
        recorded_in_role: 'service lead',
      })
      .execute();
  return { round, letter };
}

async function idOf(query: { executeTakeFirstOrThrow(): Promise<{ id: string }> }): Promise<string> {
  return (await query.executeTakeFirstOrThrow()).id;
}
