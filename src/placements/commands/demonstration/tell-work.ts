import { randomUUID } from 'node:crypto';
import { termOf } from '../../../need/rules/round/term.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import { COACHING_USE } from '../../queries/coaching/log.ts';
import type { NoteContent } from '../../rules/delivery/note.ts';
import type { StoryHelp } from '../../schema/demonstration/demonstration-year.ts';
import { madeBy, type Telling, type Told } from './story.ts';

type Visit = Told['story']['visits'][number];

/** Visits with their notes and the actions they led to, progress, training, a concern, the coaching log. */
export function tellWork(telling: Telling, told: Told): void {
  for (const [place, visit] of told.story.visits.entries()) tellVisit(telling, told, visit, place);
  tellProgress(telling, told);
  tellTraining(telling, told);
  tellConcern(telling, told);
  tellCoaching(telling, told);
}

function tellVisit(telling: Telling, told: Told, visit: Visit, place: number): void {
  const { rows, day, moment, cast, leaders } = telling;
  const { of, story, help, player } = told;
  const says = help.visits[Math.min(place, help.visits.length - 1)]!;
  const [leader, head] = [player('leader'), player('supported head')];
  const id = randomUUID();
  const on = day(visit.on);
  const held = visit.note !== 'planned' && visit.note !== 'not held';
  rows.add('placement_visit', {
    ...of,
    id,
    starts_on: on,
    ends_on: on,
    half_days: visit.halfDays,
    place: 'At the school',
    purpose: says.purpose,
    state: held ? 'held' : visit.note === 'planned' ? 'planned' : 'not held',
    state_reason: visit.note === 'not held' ? 'Put off; a new day is to be agreed.' : null,
    // Five working days, as the policy has it.
    note_due_on: daysAfter(on, 7),
    ...madeBy(leader, moment(Math.min(visit.on - 14, 0))),
  });
  if (held)
    rows.add('leader_days', {
      leader_id: leaders.get(story.leader!)!,
      organisation_id: cast.service.id,
      school_year: termOf(on).schoolYear,
      term: termOf(on).term,
      kind: 'used',
      half_days: visit.halfDays,
      placement_id: of.placement_id,
      noted_by: leader.id,
      noted_in_role: leader.role,
      noted_at: moment(visit.on),
    });
  const part = { sinceLast: says.sinceLast, selfEvaluation: says.selfEvaluation, lookAt: says.lookAt };
  if (visit.part)
    rows.add('placement_school_part', {
      ...of,
      visit_id: id,
      since_last: part.sinceLast,
      self_evaluation: part.selfEvaluation,
      look_at: part.lookAt,
      ...madeBy(head, moment(Math.min(visit.on - 2, 0))),
    });
  if (held && visit.note !== 'none')
    tellNote(telling, told, { visit, id, place, says, part: visit.part ? part : null });
}

interface Noted {
  visit: Visit;
  id: string;
  place: number;
  says: StoryHelp['visits'][number];
  part: NoteContent['schoolPart'];
}

function tellNote(telling: Telling, { of, story, help, player }: Told, { visit, id, place, says, part }: Noted): void {
  const { rows, day, moment } = telling;
  const [leader, head] = [player('leader'), player('supported head')];
  const next = story.visits[place + 1];
  const noteId = randomUUID();
  const actionId = randomUUID();
  const dueOn = day(visit.on + 28);
  const objective = help.objectives[0]!;
  rows.add('placement_action', {
    ...of,
    id: actionId,
    visit_id: id,
    what: says.action,
    owner_part: 'supported head',
    owner_name: null,
    due_on: dueOn,
    objective_key: objectiveKey(1),
    objective_title: objective.aim,
    criterion: objective.evidence,
    state: next !== undefined && next.on < 0 && next.note !== 'not held' ? 'done' : 'in progress',
    state_reason: null,
    ...madeBy(leader, moment(visit.on)),
  });
  const content: NoteContent = {
    metWith: says.metWith,
    focus: says.purpose,
    evidence: says.evidence,
    judgement: says.judgement,
    progress: [],
    strengths: says.strengths,
    areas: says.areas,
    actions: [{ actionId, what: says.action, who: 'supported head', dueOn }],
    brokered: says.brokered,
    nextOn: next === undefined ? null : day(next.on),
    noNext: next === undefined,
    schoolPart: part,
  };
  const sent = moment(Math.min(visit.on + 3, -1));
  rows.add('placement_note', {
    ...of,
    id: noteId,
    visit_id: id,
    number: 1,
    content: JSON.stringify(content),
    state: 'sent',
    sent_at: sent,
    ...madeBy(leader, sent),
  });
  if (visit.note === 'sent') return;
  rows.add('placement_note_word', {
    ...of,
    note_id: noteId,
    visit_id: id,
    kind: visit.note === 'disputed' ? 'disputed' : 'confirmed',
    words: visit.note === 'disputed' ? story.disagreement : null,
    ...madeBy(head, moment(Math.min(visit.on + 6, -1))),
  });
  if (visit.on > READ_AFTER) return;
  rows.add('placement_note_word', {
    ...of,
    note_id: noteId,
    visit_id: id,
    kind: 'moderated',
    words: null,
    ...madeBy(player('service'), moment(visit.on + 8)),
  });
}

/** Notes of earlier visits than so many days ago were read by the service. */
const READ_AFTER = -20;

function tellProgress(telling: Telling, { of, story, help, player }: Told): void {
  const { rows, day, moment, policies } = telling;
  for (const { objective, on, rating, by } of story.progress) {
    const id = randomUUID();
    const said = help.objectives[objective - 1]!;
    rows.add('placement_progress', {
      ...of,
      id,
      objective_key: objectiveKey(objective),
      objective_title: said.aim,
      seen_on: day(on),
      rating,
      evidence: said.evidence,
      policy_id: policies.delivery.id,
      made_part: by,
      ...madeBy(player(by), moment(on)),
    });
    if (story.disagreement !== null && by === 'leader')
      rows.add('placement_disagreement', {
        ...of,
        progress_id: id,
        words: story.disagreement,
        made_part: 'supported head',
        ...madeBy(player('supported head'), moment(on + 2)),
      });
  }
}

function tellTraining({ rows, day, moment, cast, year }: Telling, { of, story, player }: Told): void {
  for (const { on, what, forWhom, people } of story.training)
    rows.add('placement_training', {
      ...of,
      what,
      for_whom: forWhom,
      people,
      provider: cast.schoolName(year.leaders[story.leader!]!.home),
      by_leader: true,
      held_on: day(on),
      half_days: 1,
      cost_pence: null,
      state: on < 0 ? 'held' : 'arranged',
      state_reason: null,
      ...madeBy(player('leader'), moment(Math.min(on - 14, -1))),
    });
}

function tellConcern({ rows, day, moment, year, cast }: Telling, { of, story, player }: Told): void {
  if (story.concern === null) return;
  const { what, evidence, words, since, raised, escalated, approved } = story.concern;
  const id = randomUUID();
  const lead = cast.person(year.by.lead);
  rows.add('placement_concern', {
    ...of,
    id,
    what,
    since_on: day(since),
    evidence,
    made_part: 'leader',
    ...madeBy(player('leader'), moment(raised)),
  });
  const ticked = { evidence: ['dated', 'notes'], talked: ['both-heads'], tried: ['dates'], pupils: ['later'] };
  const step = { ...of, concern_id: id, made_part: 'service' as const };
  rows.add('placement_concern_step', {
    ...step,
    kind: 'escalated',
    words,
    on_day: null,
    detail: JSON.stringify({ ticked }),
    ...madeBy(player('service'), moment(escalated)),
  });
  rows.add('placement_concern_step', {
    ...step,
    kind: 'approved',
    words: null,
    on_day: day(approved),
    detail: '{}',
    ...madeBy(lead, moment(approved)),
  });
}

/** A note that the leader made of a talk with the head: sealed, like every other, for the two alone. */
function tellCoaching({ rows, day, moment, year, secret }: Telling, { of, story, player }: Told): void {
  if (story.coaching === null) return;
  const [leader, head] = [player('leader'), player('supported head')];
  rows.add('placement_coaching_note', {
    ...of,
    leader_person_id: leader.id,
    supported_head_person_id: head.id,
    corrects: null,
    sealed: secret.seal(COACHING_USE, JSON.stringify({ talkedOn: day(story.coaching), words: year.coaching })),
    ...madeBy(leader, moment(story.coaching)),
  });
}

/** The key under which the work of a placement knows an objective of its agreement. */
function objectiveKey(objective: number): string {
  return `objective-${objective}`;
}
