import type { ActingReader } from '../../../access/acting-reader.ts';
import type { CalendarEntry } from '../../../calendar/calendar-entry.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { daysAfter, londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { paths } from '../../../web/paths.ts';
import { BROKER_ROLES } from '../../policy.ts';
import {
  actionsAtWork,
  concernsToDecide,
  ownWorkingPlacements,
  type VisitAtWork,
  visitsAtWork,
  type WorkingPlacement,
} from '../../queries/delivery/work.ts';
import { isUntold, noteStanding } from '../../rules/delivery/visit.ts';
import { deliveryKind } from '../../schema/delivery/policies.ts';

const KIND = 'Placements';

/** Days for which visits that are over stay in a calendar. */
const KEPT_DAYS = 60;

/**
 * What the work of placements asks of a person: of the leader notes and what became of visits, of the head the school's part and facts to confirm, of the
 * service notes to read and concerns to decide on, and of each their actions.
 */
export async function deliveryWork(reader: ActingReader): Promise<WorkItem[]> {
  const { transaction, person, today } = reader;
  const placements = await ownWorkingPlacements(transaction, person);
  const byId = new Map(placements.map((placement) => [placement.id, placement]));
  const ids = [...byId.keys()];
  const { schoolPartDaysBefore } = policyAsAt(deliveryKind, today);
  const askedFrom = daysAfter(today, schoolPartDaysBefore);
  const visits = (await visitsAtWork(transaction, ids)).flatMap((visit) =>
    ofVisit(visit, byId.get(visit.placementId)!, { today, askedFrom }),
  );
  const actions = (await actionsAtWork(transaction, ids)).flatMap(
    ({ id, placementId, part, dueOn, at }): WorkItem[] => {
      const placement = byId.get(placementId)!;
      if (part !== placement.part) return [];
      return [
        {
          key: `placement:${placementId}:action.${id}`,
          title: 'Do an action of the plan, or say how far it is',
          href:
            part === 'supported board'
              ? paths.placementPage(placementId, 'plan')
              : paths.placementRecord(placementId, 'actions', id),
          due: dueOn,
          since: londonIsoDay(at),
          about: placement.school,
          kind: KIND,
        },
      ];
    },
  );
  return [...visits, ...actions, ...(await concerns(reader))];
}

function ofVisit(
  visit: VisitAtWork,
  { id, school, part }: WorkingPlacement,
  { today, askedFrom }: { today: string; askedFrom: string },
): WorkItem[] {
  const item = (step: string, title: string, rest: Pick<WorkItem, 'href' | 'due' | 'since'>): WorkItem[] => [
    { key: `placement:${id}:visit.${visit.id}.${step}`, title, about: school, kind: KIND, ...rest },
  ];
  const href = paths.placementRecord(id, 'visits', visit.id);
  const standing = noteStanding(visit, visit.said, today);
  const sent = visit.sentAt === null ? null : londonIsoDay(visit.sentAt);
  if (part === 'leader') {
    if (isUntold(visit, today))
      return item('told', 'Say whether a visit was held', {
        href: paths.placementPage(id, 'visits'),
        due: visit.noteDueOn,
        since: visit.endsOn,
      });
    if (standing === 'late' || standing === 'not written')
      return item('note', 'Write the note of a visit', {
        href: `${href}/note`,
        due: visit.noteDueOn,
        since: visit.endsOn,
      });
    if (standing === 'disputed')
      return item('answer', 'Answer what the head disputes in a note', { href, due: null, since: sent });
  }
  if (part === 'supported head') {
    const isAsked = visit.state === 'planned' && visit.startsOn >= today && visit.startsOn <= askedFrom;
    if (isAsked && !visit.hasSchoolPart)
      return item('school-part', 'Write the school’s part before a visit', {
        href: `${href}/school-part`,
        due: visit.startsOn,
        since: null,
      });
    if (standing === 'sent')
      return item('confirm', 'Confirm the facts of a note of visit', { href, due: null, since: sent });
  }
  if (part === 'service' && visit.said !== null && !visit.said.includes('moderated'))
    return item('moderate', 'Read a note of visit', { href, due: null, since: sent });
  return [];
}

async function concerns({ transaction, person }: ActingReader): Promise<WorkItem[]> {
  const { organisation, role } = person.acting;
  if (!(BROKER_ROLES as readonly string[]).includes(role)) return [];
  return (await concernsToDecide(transaction, organisation.id, person.id)).map(({ id, placementId, school, at }) => ({
    key: `placement:${placementId}:concern.${id}.decide`,
    title: 'Decide whether the service takes up a concern',
    href: paths.placementRecord(placementId, 'concerns', id),
    due: null,
    since: londonIsoDay(at),
    about: school,
    kind: KIND,
  }));
}

/** Visits for the calendars of those who work together. */
export async function visitDaysOf({ transaction, person, today }: ActingReader): Promise<CalendarEntry[]> {
  const placements = new Map((await ownWorkingPlacements(transaction, person)).map((one) => [one.id, one]));
  const visits = await visitsAtWork(transaction, [...placements.keys()]);
  return visits
    .filter(({ endsOn }) => endsOn >= daysAfter(today, -KEPT_DAYS))
    .flatMap(({ id, placementId, startsOn, endsOn, place }) =>
      // A visit of several days stands on its first and its last.
      [...new Set([startsOn, endsOn])].map((day, k): CalendarEntry => ({
        uid: `placement-visit-${id}${k === 0 ? '' : '-last'}@alongside`,
        title: k === 0 ? 'Visit' : 'Visit, last day',
        when: { day },
        place,
        href: paths.placementRecord(placementId, 'visits', id),
      })),
    );
}
