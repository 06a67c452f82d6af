import type { ActingReader } from '../../../access/acting-reader.ts';
import { partIn } from '../../../access/placement-parts.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { englandHolidays } from '../../../england-calendar.ts';
import { daysAfter, londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { paths } from '../../../web/paths.ts';
import {
  answerReview,
  evaluatePlacement,
  followUpPlacement,
  holdReview,
  reflectOnPlacement,
} from '../../policy/agreement.ts';
import { type LifeAwaited, livesAwaited } from '../../queries/life/work.ts';
import { dayBetween } from '../../rules/life/day-between.ts';
import { followUpsOf } from '../../rules/life/follow-up.ts';
import type { LifePolicy } from '../../rules/life/life-policy.ts';
import { lifePolicyKind } from '../../schema/life/life-policy.ts';

type Waiting = Pick<WorkItem, 'key' | 'title' | 'href' | 'due' | 'since'>;

/** What the life of placements asks of a person: reviews, answers, evaluations, follow-ups. */
export async function lifeWork(reader: ActingReader): Promise<WorkItem[]> {
  const { transaction, person, today } = reader;
  const policy = policyAsAt(lifePolicyKind, today);
  return (await livesAwaited(transaction)).flatMap((life) => {
    const part = partIn(life.subject, person);
    const others = part === 'service' && life.assignedTo !== null && life.assignedTo !== person.id;
    if (part === null || others) return [];
    const waiting = part === 'service' ? ofService(life, reader, policy) : ofParty(life, reader, part);
    return waiting.map((one) => ({
      ...one,
      key: `placement:${life.subject.placementId}:${one.key}`,
      about: life.school,
      kind: 'Placements',
    }));
  });
}

function ofService(life: LifeAwaited, { may, today }: ActingReader, policy: LifePolicy): Waiting[] {
  const { subject, state, startsOn, endsOn, reviewed, reviewBegun, followedUp } = life;
  const waiting: Waiting[] = [];
  if (state === 'under way' && !reviewed && startsOn !== null && endsOn !== null && may(holdReview, subject)) {
    const due = dayBetween(startsOn, endsOn, policy.review.dueAfterShare);
    if (reviewBegun !== null || daysAfter(due, -policy.review.toldDaysBefore) <= today)
      waiting.push({
        key: 'review',
        title: reviewBegun === null ? 'Hold the review of a placement' : 'Record the review of a placement',
        href: paths.placementPage(subject.placementId, 'review'),
        due,
        since: reviewBegun === null ? null : londonIsoDay(reviewBegun),
      });
  }
  if (state === 'signed off' && endsOn !== null && may(followUpPlacement, subject))
    for (const { months, from, due } of followUpsOf(policy, endsOn, new Map(), englandHolidays(today)))
      if (from <= today && !followedUp.includes(months))
        waiting.push({
          key: `follow-up.${months}`,
          title: `Follow a placement up after ${months} months`,
          href: paths.lifePage(subject.placementId, 'evaluation/follow-up', { months: String(months) }),
          due,
          since: from,
        });
  return waiting;
}

function ofParty(life: LifeAwaited, { may }: ActingReader, part: string): Waiting[] {
  const { subject, state, stateSince, dueOn, reviewBegun, answered, sent } = life;
  const waiting: Waiting[] = [];
  if (reviewBegun !== null && !answered.includes(part) && may(answerReview, subject))
    waiting.push({
      key: 'review.answer',
      title: 'Say how a placement goes',
      href: paths.lifePage(subject.placementId, 'review/answer'),
      due: null,
      since: londonIsoDay(reviewBegun),
    });
  const back = { due: dueOn, since: londonIsoDay(stateSince) };
  if (state === 'evaluation' && !sent.includes('evaluation') && may(evaluatePlacement, subject))
    waiting.push({
      key: 'evaluate',
      title: 'Evaluate a placement',
      href: paths.lifePage(subject.placementId, 'evaluation/answers'),
      ...back,
    });
  if (state === 'evaluation' && !sent.includes('reflection') && may(reflectOnPlacement, subject))
    waiting.push({
      key: 'reflect',
      title: 'Reflect on a placement',
      href: paths.lifePage(subject.placementId, 'evaluation/reflection'),
      ...back,
    });
  return waiting;
}
