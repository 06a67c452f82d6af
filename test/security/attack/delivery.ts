import type { Organisation } from '../../../src/access/roles.ts';
import { siteSecretOfTests } from '../../site.ts';
import { EMPTY_NOTE } from '../../../src/placements/rules/delivery/note.ts';
import { COACHING_USE } from '../../../src/placements/queries/coaching/log.ts';
import type { TestDatabase } from '../../database/harness.ts';
import { type Member, memberIn, organisationIn, tenant } from '../../factories/people.ts';
import { placementIn } from '../../factories/placements.ts';
import { placementOf } from './placement.ts';

interface Of {
  colleague: string;
  urn: number;
  words: string;
}

/** Addresses of the work of a placement, as they go on after the placement. */
const PAGES = [
  '/plan',
  '/visits',
  '/concerns',
  '/coaching',
  '/new-action',
  '/new-visit',
  '/new-training',
  '/new-progress',
  '/new-concern',
  '/actions/:action',
  '/actions/:action/state',
  '/training/:training',
  '/training/:training/held',
  '/training/:training/cancel',
  '/progress/:progress/disagree',
  '/visits/:visit',
  '/visits/:visit/change',
  '/visits/:visit/cancel',
  '/visits/:visit/undo',
  '/visits/:visit/school-part',
  '/visits/:visit/confirm',
  '/visits/:visit/moderate',
  '/concerns/:concern',
  '/concerns/:concern/answer',
  '/concerns/:concern/escalate',
  '/concerns/:concern/decide',
  '/concerns/:concern/power',
  '/concerns/:concern/end',
];

/** Those that a leader alone opens. */
const LEADERS = ['/visits/:visit/note', '/visits/:visit/new-version', '/visits/:visit/answer', '/coaching/:note'];

/** Placements in every state that an address asks for, with agreements, and one under way with its work. */
export async function placementsOf(
  owner: TestDatabase['db'],
  organisation: Organisation,
  member: Member,
  of: Of,
): Promise<Record<string, string>> {
  return {
    ...(await placementOf(owner, organisation, { ...of, member: member.personId })),
    ...(await deliveryOf(owner, organisation, member, of)),
  };
}

/** Services that were made for schools, so that each has a number of its own. */
let services = 0;

/**
 * A placement under way with a record of every kind of its work. For the head of a school it is one of another service in which the school is helped, and
 * another that the head leads.
 */
async function deliveryOf(
  owner: TestDatabase['db'],
  organisation: Organisation,
  member: Member,
  of: Of,
): Promise<Record<string, string>> {
  const isSchool = organisation.kind === 'school';
  const service = isSchool ? await organisationIn(owner, 'local authority', 7000 + services++) : organisation;
  const helped = await workOf(owner, service, { ...of, supportedUrn: of.urn, homeUrn: of.urn + 2, leader: null });
  const led = isSchool
    ? await workOf(owner, service, { ...of, supportedUrn: of.urn + 2, homeUrn: of.urn, leader: member.personId })
    : helped;
  const ids: Record<string, string> = {
    actions: helped.action,
    training: helped.training,
    progress: helped.progress,
    concerns: helped.concern,
    visits: helped.noted,
    'visits#/change': helped.planned,
    'visits#/cancel': helped.planned,
    'visits#/school-part': helped.planned,
    'visits#/undo': helped.held,
    'visits#/note': led.held,
    'visits#/new-version': led.noted,
    'visits#/answer': led.noted,
    coaching: led.coaching,
  };
  // Before the first contact the head of the supported school may object.
  if (isSchool)
    ids['placements#/objection'] = await placementIn(owner, service, {
      supportedUrn: of.urn,
      homeUrn: of.urn + 2,
      leader: { name: `${of.words} Leader` },
      madeBy: of.colleague,
      focus: `${of.words} focus`,
      support: `objected ${of.colleague.slice(0, 8)}`,
      state: 'accepted',
    });
  for (const rest of PAGES) ids[`placements#${rest}`] = helped.placement;
  for (const rest of LEADERS) ids[`placements#${rest}`] = led.placement;
  return ids;
}

interface Work extends Of {
  supportedUrn: number;
  homeUrn: number;
  leader: string | null;
}

async function workOf(owner: TestDatabase['db'], service: Organisation, { words, colleague, ...of }: Work) {
  const db = tenant(owner);
  const other = await memberIn(owner, service, 'broker', { name: `${words} Broker` });
  const leader = of.leader ?? colleague;
  // Somebody for the leader to coach.
  const head =
    of.leader === null
      ? other
      : await memberIn(owner, await organisationIn(owner, 'school', of.supportedUrn), 'headteacher', {
          name: `${words} Head`,
        });
  const placement = await placementIn(owner, service, {
    supportedUrn: of.supportedUrn,
    homeUrn: of.homeUrn,
    leader: { name: `${words} Leader`, personId: leader },
    madeBy: other.personId,
    focus: `${words} focus`,
    support: `work ${of.supportedUrn} ${colleague.slice(0, 8)}`,
    state: 'under way',
  });
  await db
    .insertInto('placement_event')
    .values({
      placement_id: placement,
      organisation_id: service.id,
      deed: 'begins',
      from_state: 'under way',
      to_state: 'under way',
      version: null,
      reason: null,
      seen_by: 'service',
      by_person: null,
      by_role: null,
      by_part: 'house',
    })
    .execute();
  const belongs = {
    placement_id: placement,
    organisation_id: service.id,
    made_by: other.personId,
    made_in_role: 'broker',
  };
  const visit = (on: string, state: 'planned' | 'held') =>
    idOf(
      db
        .insertInto('placement_visit')
        .values({
          ...belongs,
          starts_on: on,
          ends_on: on,
          half_days: 2,
          place: `${words} place`,
          purpose: `${words} purpose`,
          state,
          state_reason: null,
          note_due_on: on,
        })
        .returning('id'),
    );
  const [planned, held, noted] = [
    await visit('2027-01-11', 'planned'),
    await visit('2026-10-05', 'held'),
    await visit('2026-09-07', 'held'),
  ];
  await visit('2026-09-21', 'planned');
  const note = await idOf(
    db
      .insertInto('placement_note')
      .values({
        ...belongs,
        visit_id: noted,
        number: 1,
        content: JSON.stringify({ ...EMPTY_NOTE, evidence: `${words} evidence` }),
        state: 'sent',
        sent_at: new Date(),
      })
      .returning('id'),
  );
  await db
    .insertInto('placement_note_word')
    .values({ ...belongs, note_id: note, visit_id: noted, kind: 'disputed', words: `${words} dispute` })
    .execute();
  const objective = { objective_key: 'objective-1', objective_title: `${words} objective` };
  const action = await idOf(
    db
      .insertInto('placement_action')
      .values({
        ...belongs,
        ...objective,
        what: `${words} action`,
        owner_part: 'leader',
        owner_name: null,
        due_on: '2027-01-01',
        criterion: `${words} criterion`,
        visit_id: null,
        state_reason: null,
      })
      .returning('id'),
  );
  const training = await idOf(
    db
      .insertInto('placement_training')
      .values({
        ...belongs,
        what: `${words} training`,
        for_whom: 'Teachers',
        people: 3,
        provider: 'A hub',
        by_leader: false,
        held_on: '2027-01-20',
        half_days: 1,
        cost_pence: 100,
        state_reason: null,
      })
      .returning('id'),
  );
  const by = { ...belongs, made_part: 'service' as const };
  const progress = await idOf(
    db
      .insertInto('placement_progress')
      .values({
        ...by,
        ...objective,
        seen_on: '2026-10-01',
        rating: 'amber',
        evidence: `${words} seen`,
        policy_id: 'x',
      })
      .returning('id'),
  );
  const concern = await idOf(
    db
      .insertInto('placement_concern')
      .values({ ...by, what: `${words} concern`, since_on: '2026-10-01', evidence: `${words} evidence` })
      .returning('id'),
  );
  const coaching = await idOf(
    db
      .insertInto('placement_coaching_note')
      .values({
        ...belongs,
        made_by: leader,
        leader_person_id: leader,
        supported_head_person_id: head.personId,
        corrects: null,
        sealed: siteSecretOfTests.seal(
          COACHING_USE,
          JSON.stringify({ talkedOn: '2026-10-01', words: `${words} coaching` }),
        ),
      })
      .returning('id'),
  );
  return { placement, planned, held, noted, action, training, progress, concern, coaching };
}

async function idOf(query: { executeTakeFirstOrThrow(): Promise<{ id: string }> }): Promise<string> {
  return (await query.executeTakeFirstOrThrow()).id;
}
