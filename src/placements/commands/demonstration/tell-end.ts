import { randomUUID } from 'node:crypto';
import type { Telling, Told } from './story.ts';

/** The review in the middle, what was said at the end, what it came to, and the follow-ups that were held. */
export function tellEnd(telling: Telling, told: Told): void {
  const { story } = told;
  if (story.review !== null) tellReview(telling, told, story.review);
  tellEvaluations(telling, told);
  tellAfterwards(telling, told);
}

function tellReview({ year, rows, day, moment }: Telling, { of, story, help, player }: Told, on: number): void {
  const broker = player('service');
  const id = randomUUID();
  const { working, appropriate, change, nextSteps, details, leaderWorking, headWorking } = year.review;
  rows.add('placement_review', {
    ...of,
    id,
    held_on: day(on),
    working,
    appropriate,
    change,
    continues: 'continue',
    exit_on: day(story.to!),
    next_steps: nextSteps,
    objectives: JSON.stringify(
      help.objectives.map((_, place) => ({ objective: place + 1, status: place === 0 ? 'green' : 'amber', details })),
    ),
    made_by: broker.id,
    made_in_role: broker.role,
    made_at: moment(on),
    recorded_by: broker.id,
    recorded_at: moment(on),
  });
  for (const part of ['leader', 'supported head'] as const) {
    const { id: saidBy, role } = player(part);
    rows.add('placement_review_answer', {
      ...of,
      review_id: id,
      part,
      working: part === 'leader' ? leaderWorking : headWorking,
      appropriate,
      change,
      by_service: false,
      said_by: saidBy,
      said_in_role: role,
      said_at: moment(on - 3),
    });
  }
}

function tellEvaluations({ year, rows, moment, policies }: Telling, { of, story, since, player }: Told): void {
  const ended = since('evaluation');
  for (const kind of story.evaluated) {
    const by = player(kind === 'evaluation' ? 'supported head' : 'leader');
    rows.add('placement_evaluation', {
      ...of,
      kind,
      policy_id: policies.life.id,
      answers: JSON.stringify(kind === 'evaluation' ? year.evaluation : year.reflection),
      supersedes: null,
      reason: null,
      sent_by: by.id,
      sent_in_role: by.role,
      sent_at: moment(ended! + 4),
    });
  }
}

function tellAfterwards({ year, rows, day, moment }: Telling, { of, story, since, player }: Told): void {
  const broker = player('service');
  const noted = (at: Date) => ({ noted_by: broker.id, noted_in_role: broker.role, noted_at: at });
  for (const [place, value] of story.impact.entries())
    rows.add('placement_impact', {
      ...of,
      objective: place + 1,
      value,
      as_at: day(story.to!),
      source: year.impact.source,
      comparator: null,
      confidence: 'medium',
      words: year.impact.words,
      ...noted(moment(since('evaluation')! + 5)),
    });
  for (const { months, on } of story.followUps)
    rows.add('placement_follow_up', {
      ...of,
      months,
      held_on: day(on),
      who: year.followUp.who,
      lasted: year.followUp.lasted,
      new_need: null,
      ...noted(moment(on)),
    });
}
