import { randomUUID } from 'node:crypto';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import { halfDaysByTerm } from '../../rules/offer/days-by-term.ts';
import type { Player } from './cast.ts';
import type { Telling, Told } from './story.ts';

/** The short list with what was said about interests, the offer with its answers, and the days that the leader promised. */
export function tellOffer(telling: Telling, told: Told): void {
  const { year, cast, rows, moment, leaders, helpWords } = telling;
  const { of, story, help, since, player, parts } = told;
  const broker = player('service');
  for (const key of story.candidates) listed(telling, told, key);
  const offered = since('offered');
  if (offered === undefined || story.leader === null) return;
  const leader = year.leaders[story.leader]!;
  const candidateId = listed(telling, told, story.leader);
  const offerId = randomUUID();
  const [from, to] = periodOf(telling, told);
  const accepted = since('accepted');
  rows.add('placement_offer', {
    ...of,
    id: offerId,
    candidate_id: candidateId,
    leader_id: leaders.get(story.leader)!,
    leader_name: parts.leader?.name ?? leader.name,
    leader_email: parts.leader?.email ?? `${story.leader}@demonstration.invalid`,
    home_urn: leader.home,
    release_by: parts['home board'] === undefined ? 'home head' : 'home board',
    release_email: (parts['home board'] ?? parts['home head'])?.email ?? `${story.leader}-home@demonstration.invalid`,
    content: JSON.stringify({
      service: cast.service.name,
      school: cast.schoolName(story.school),
      home: cast.schoolName(leader.home),
      help: helpWords(help.type, help.support),
      focus: help.focus,
      detail: help.detail,
      hopedOutcome: help.hopedOutcome,
      words: null,
    }),
    half_days: story.halfDays!,
    starts_on: from,
    ends_on: to,
    answer_by: telling.day(accepted === undefined ? (story.due ?? 0) : offered + 7),
    made_by: broker.id,
    made_in_role: broker.role,
    made_at: moment(offered),
    leader_opened_at: moment(offered + 1),
    settled_at: accepted === undefined ? null : moment(accepted),
  });
  const answers =
    accepted === undefined
      ? story.answers
      : (['leader', 'release'] as const).map((side) => ({
          side,
          answer: 'accept' as const,
          on: accepted,
          words: null,
        }));
  for (const { side, answer, on, words } of answers) {
    const by: Player | undefined = side === 'leader' ? parts.leader : (parts['home board'] ?? parts['home head']);
    const counter = answer === 'counter';
    rows.add('placement_offer_answer', {
      ...of,
      offer_id: offerId,
      side,
      answer,
      terms: 1,
      reason: null,
      words,
      half_days: counter ? story.halfDays! - 2 : null,
      starts_on: counter ? daysAfter(from, 14) : null,
      ends_on: counter ? to : null,
      more_days: null,
      by_person: by?.id ?? null,
      by_role: by?.role ?? null,
      at: moment(on),
    });
  }
  if (accepted !== undefined) promised(telling, told, accepted);
}

/** A leader on the short list, asked about interests like the head of the supported school. */
function listed(
  { year, rows, day, moment, leaders }: Telling,
  { of, since, player, parts }: Told,
  key: string,
): string {
  const id = randomUUID();
  const leader = year.leaders[key]!;
  const broker = player('service');
  const on = since('to match')! + 1;
  rows.add('placement_candidate', {
    ...of,
    id,
    source: 'register',
    leader_id: leaders.get(key)!,
    leader_name: leader.name,
    leader_email: null,
    home_urn: leader.home,
    reasons: ['In the register of the service', 'Gives help in this field'],
    added_by: broker.id,
    added_in_role: broker.role,
    added_at: moment(on),
  });
  for (const side of ['home', 'supported'] as const)
    rows.add('placement_declaration', {
      ...of,
      candidate_id: id,
      side,
      says: 'no interest',
      kind: null,
      detail: null,
      how: 'telephone',
      given_by: side === 'home' ? (parts.leader?.name ?? leader.name) : player('supported head').name,
      given_on: day(on),
      settled_words: null,
      recorded_by: broker.id,
      recorded_in_role: broker.role,
      recorded_at: moment(on),
    });
  return id;
}

/** Days of the leader that the placement promised, and those that its visits used. */
function promised(telling: Telling, told: Told, on: number): void {
  const { rows, moment, leaders, cast } = telling;
  const { id, story, parts, player } = told;
  const by = parts.leader ?? player('service');
  const [startsOn, endsOn] = periodOf(telling, told);
  for (const { schoolYear, term, halfDays } of halfDaysByTerm({ halfDays: story.halfDays!, startsOn, endsOn }))
    rows.add('leader_days', {
      leader_id: leaders.get(story.leader!)!,
      organisation_id: cast.service.id,
      school_year: schoolYear,
      term,
      kind: 'promised',
      half_days: halfDays,
      placement_id: id,
      noted_by: by.id,
      noted_in_role: by.role,
      noted_at: moment(on),
    });
}

/** First and last ISO day of the help. */
export function periodOf({ day }: Pick<Telling, 'day'>, { story }: Pick<Told, 'story'>): [string, string] {
  if (story.from === null || story.to === null) throw new Error(`${story.reference} is offered without a period`);
  return [day(story.from), day(story.to)];
}
