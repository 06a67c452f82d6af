import { movesOf } from '../../rules/demonstration/story.ts';
import type { Telling, Told } from './story.ts';

/** The placement itself, how it was asked for and weighed, and every move of its life as an event. */
export function tellPlacement(telling: Telling, told: Told): void {
  const { year, cast, rows, day, moment, leaders } = telling;
  const { id, of, story, help, parts, since, player } = told;
  const broker = player('service');
  const asks =
    story.askedBy === 'local authority'
      ? broker
      : story.askedBy === 'school'
        ? player('supported head')
        : player('supported board');
  const [[, began]] = story.life as [(typeof story.life)[number]];
  const [state, stateSince] = story.life.at(-1)!;
  const begins = moment(began);
  const found = since('accepted') !== undefined && story.leader !== null;
  const leader = found ? year.leaders[story.leader!]! : null;
  const moves = movesOf(story.life);
  rows.add('placement', {
    id,
    organisation_id: cast.service.id,
    reference: told.reference,
    supported_urn: story.school,
    home_urn: leader?.home ?? null,
    leader_name: leader === null ? null : (parts.leader?.name ?? leader.name),
    leader_id: found ? leaders.get(story.leader!)! : null,
    leader_person_id: leader === null ? null : (parts.leader?.id ?? null),
    supported_head_id: player('supported head').id,
    support: help.support,
    support_type: help.type,
    focus: help.focus,
    hoped_outcome: help.hopedOutcome,
    origin: 'request',
    asked_by_kind: story.askedBy,
    approved_pair_id: null,
    half_days: story.halfDays,
    starts_on: story.from === null ? null : day(story.from),
    ends_on: story.to === null ? null : day(story.to),
    assigned_to: state === 'requested' ? null : broker.id,
    risk: story.risk,
    state,
    state_since: moment(stateSince),
    ended_how: since('evaluation') === undefined ? null : 'completed',
    due_on: story.due === null ? null : day(story.due),
    version: 1 + moves.length,
    made_by: asks.id,
    made_in_role: asks.role,
    made_at: begins,
  });
  rows.add('placement_request', {
    ...of,
    detail: help.detail,
    wanted_when: 'This term or the next',
    on_behalf_of: null,
    contact_name: player('supported head').name,
    contact_email: player('supported head').email,
    contact_phone: null,
    once: id,
    made_by: asks.id,
    made_at: begins,
  });
  const event = { ...of, detail: '{}', seen_by: 'working' as const };
  rows.add('placement_event', {
    ...event,
    deed: 'ask',
    from_state: null,
    to_state: null,
    version: 1,
    reason: null,
    by_person: asks.id,
    by_role: asks.role,
    by_part:
      story.askedBy === 'local authority'
        ? 'service'
        : story.askedBy === 'school'
          ? 'supported head'
          : 'supported board',
    at: begins,
  });
  for (const [place, { move, from, to, part, on }] of moves.entries()) {
    const by = part === 'home head' && parts['home head'] === undefined ? 'home board' : part;
    const who = by === 'leader' && parts.leader === undefined ? 'service' : by;
    rows.add('placement_event', {
      ...event,
      deed: move,
      from_state: from,
      to_state: to,
      version: 2 + place,
      reason: story.why[to] ?? null,
      by_person: player(who).id,
      by_role: player(who).role,
      by_part: who,
      at: moment(on),
    });
  }
  if (story.triage !== 'none') tellTriage(telling, told);
}

/** How the request was weighed: all of it, or half of it. */
function tellTriage({ year, rows, moment }: Telling, { of, story, since, player }: Told): void {
  const whole = story.triage === 'whole';
  const broker = player('service');
  const { need, cost, nextStep, forImprovement, forNeed } = year.triage;
  rows.add('placement_triage', {
    ...of,
    source: 'service',
    need_words: need,
    cost_words: whole ? cost : null,
    half_days: whole ? story.halfDays : null,
    pence: whole && story.halfDays !== null ? (story.halfDays * year.agreement.pencePerDay) / 2 : null,
    risk: whole ? story.risk : null,
    next_step: whole ? nextStep : null,
    for_improvement: true,
    for_improvement_words: forImprovement,
    for_need: whole ? true : null,
    for_need_words: whole ? forNeed : null,
    override_words: null,
    made_by: broker.id,
    made_in_role: broker.role,
    made_at: moment(since('triage')!),
  });
}
