import type { Organisation } from '../../../src/access/roles.ts';
import { hashOfToken } from '../../../src/access/secret.ts';
import { daysAfter, londonIsoDay } from '../../../src/opendata/rules/london-time.ts';
import type { ApplicationState } from '../../../src/leaders/rules/designation/states.ts';
import type { TestDatabase } from '../../database/harness.ts';
import { type Member, tenant } from '../../factories/people.ts';

interface Of {
  /** Of the organisation, who applies and decides where the member does not. */
  colleague: string;
  urn: number;
  words: string;
  /** Announced to everybody, as a round that is open is; others' rounds are long over. */
  isOurs: boolean;
}

const ANSWERS = {
  eligibility: { headSince: 'Since 2015', stays: 'yes' },
  evidence: { coached: 'A head', improved: 'Reading', offers: 'Phonics' },
  capacity: { days: 'One', cover: 'A deputy' },
  declaration: { training: 'yes', true: 'yes' },
  references: {
    board: { name: 'A Chair', position: 'Chair', email: 'chair@example.net' },
    professional: { name: 'A Referee', position: 'Adviser', email: 'referee@example.net' },
  },
};

let begun = 0;

/** How an application came to a state, as the table of moves allows it. */
const WAYS: Partial<Record<ApplicationState, readonly (readonly [ApplicationState, string])[]>> = {
  'awaiting reference': [
    ['submitted', 'applicant'],
    ['awaiting reference', 'house'],
  ],
  'eligibility check': [
    ['submitted', 'applicant'],
    ['awaiting reference', 'house'],
    ['eligibility check', 'house'],
  ],
  panel: [
    ['submitted', 'applicant'],
    ['awaiting reference', 'house'],
    ['eligibility check', 'house'],
    ['panel', 'service'],
  ],
  declined: [
    ['submitted', 'applicant'],
    ['awaiting reference', 'house'],
    ['eligibility check', 'house'],
    ['declined', 'service'],
  ],
};

/** Rounds with applications in the states that forms are for, and reviews: of the organisation, and from the school of its area. */
export async function designationOf(
  owner: TestDatabase['db'],
  organisation: Organisation,
  { personId }: Member,
  { colleague, urn, words, isOurs }: Of,
): Promise<Record<string, string>> {
  const db = tenant(owner);
  const today = londonIsoDay(new Date());
  // Several people of one organisation attack, and it opens one round for a role on a day.
  const opensOn = isOurs ? daysAfter(today, -(begun++ % 25)) : '2020-01-01';
  const made = { role: 'local-leader', rule_set: 'rules-lle-2016', process: 'process-2014', words: `${words} round` };
  const round = await idOf(
    db
      .insertInto('designation_round')
      .values({
        ...made,
        organisation_id: organisation.id,
        opens_on: opensOn,
        closes_on: daysAfter(opensOn, 30),
        panel_on: daysAfter(opensOn, 40),
        opened_by: colleague,
        opened_in_role: 'service lead',
      })
      .returning('id'),
  );
  const seat = { round_id: round, organisation_id: organisation.id, named_by: colleague, named_in_role: 'broker' };
  await db
    .insertInto('designation_panel')
    .values({ ...seat, person_id: personId, part: 'member' })
    .execute();
  const isSchool = organisation.kind === 'school';
  const states: ApplicationState[] = isSchool
    ? ['draft']
    : organisation.kind === 'governing board'
      ? ['declined']
      : ['eligibility check', 'awaiting reference', 'panel'];
  const applications: string[] = [];
  let token = '';
  for (const [i, state] of states.entries()) {
    const applicant = isSchool ? personId : await personIn(owner, `${words} Applicant ${i}`);
    const id = await idOf(
      db
        .insertInto('designation_application')
        .values({
          round_id: round,
          organisation_id: organisation.id,
          school_id: organisation.id,
          urn,
          applicant_id: applicant,
          applicant_name: `${words} Applicant`,
          applicant_email: 'applicant@example.net',
          answers: JSON.stringify(ANSWERS),
        })
        .returning('id'),
    );
    applications.push(id);
    const of = { application_id: id, organisation_id: organisation.id };
    let from: ApplicationState = 'draft';
    for (const [n, [to, part]] of (WAYS[state] ?? []).entries()) {
      const move = { number: n + 1, from_state: from, to_state: to, part, words: null, until_on: null };
      await db
        .insertInto('designation_move')
        .values({ ...of, ...move, made_by: null, made_in_role: null })
        .execute();
      from = to;
    }
    const checks = [
      { key: 'stays', label: 'Stays', verdict: 'cannot be told', sentence: `${words} check`, asAt: null, source: null },
    ];
    await db
      .insertInto('designation_check')
      .values({ ...of, checks: JSON.stringify(checks), made_by: applicant })
      .execute();
    const no = { has_interest: false, words: null, made_by: personId, made_in_role: 'broker' };
    await db
      .insertInto('designation_interest')
      .values({ ...of, ...no })
      .execute();
    if (state !== 'awaiting reference') continue;
    const referee = {
      referee: 'board',
      name: `${words} Chair`,
      position: 'Chair',
      email: 'chair@example.net',
    } as const;
    const reference = await idOf(
      db
        .insertInto('designation_reference')
        .values({ ...of, ...referee, due_on: '2099-01-01', asked_by: applicant })
        .returning('id'),
    );
    token = `of-a-referee-${id}`;
    const link = { kind: 'reference', subject_id: reference, email: referee.email, organisation_id: organisation.id };
    await db
      .insertInto('private_link')
      .values({
        ...link,
        token_hash: hashOfToken(token),
        expires_at: new Date('2099-01-01'),
        opened_at: null,
        ended_at: null,
      })
      .execute();
  }
  const review = await reviewOf(owner, organisation, { personId, colleague, urn, words });
  return {
    designation: round,
    applications: applications[0]!,
    'designation-outcomes': applications[0]!,
    'designation-reviews': review,
    'review-outcomes': review,
    steps: isOurs ? 'evidence' : 'nothing',
    reference: isOurs && token !== '' ? token : 'of-nobody',
  };
}

async function reviewOf(
  owner: TestDatabase['db'],
  organisation: Organisation,
  { personId, colleague, urn, words }: Omit<Of, 'isOurs'> & { personId: string },
): Promise<string> {
  const db = tenant(owner);
  const isOfSchool = organisation.kind === 'school' || organisation.kind === 'governing board';
  const of = { organisation_id: organisation.id };
  const leader = await idOf(
    db
      .insertInto('system_leader')
      .values({
        ...of,
        person_id: organisation.kind === 'school' ? personId : null,
        name: `${words} Reviewed`,
        email: null,
        home_urn: urn,
        phases: [],
        fields: [],
        contexts: [],
        furthest_minutes: null,
        most_schools: 1,
        partnership: null,
        changed_by: colleague,
        changed_in_role: 'broker',
      })
      .returning('id'),
  );
  const designation = await idOf(
    db
      .insertInto('leader_designation')
      .values({
        ...of,
        leader_id: leader,
        role: 'local-leader',
        body: `${words} body`,
        designated_on: '2021-01-01',
        evidence: `${words} evidence`,
        review_on: '2099-01-01',
        status: 'in force',
        rule_set: 'rules-lle-2016',
        words: null,
        supersedes: null,
        recorded_by: colleague,
        recorded_in_role: 'broker',
      })
      .returning('id'),
  );
  const review = await idOf(
    db
      .insertInto('designation_review')
      .values({
        ...of,
        designation_id: designation,
        leader_id: leader,
        grounds: 'conduct',
        key: 'conduct',
        evidence: `${words} conduct`,
        source: null,
        due_on: '2099-01-01',
        raised_by: colleague,
      })
      .returning('id'),
  );
  // Of a school it is decided, so that it can be appealed against.
  if (isOfSchool)
    await db
      .insertInto('designation_review_step')
      .values({
        ...of,
        review_id: review,
        leader_id: leader,
        number: 1,
        kind: 'decided',
        outcome: 'ends',
        words: `${words} decision`,
        moved_urn: null,
        moved_on: null,
        due_on: null,
        made_by: colleague,
        made_in_role: 'broker',
      })
      .execute();
  return review;
}

async function personIn(owner: TestDatabase['db'], name: string): Promise<string> {
  return idOf(tenant(owner).insertInto('person').values({ name, email: null }).returning('id'));
}

async function idOf(query: { executeTakeFirstOrThrow(): Promise<{ id: string }> }): Promise<string> {
  return (await query.executeTakeFirstOrThrow()).id;
}
