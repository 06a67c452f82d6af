import type { CalendarEntry } from '../../../calendar/calendar-entry.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { workOfDesignation } from '../../../leaders/routes/designation/work.tsx';
import { registerWork } from '../../../leaders/routes/register/work.tsx';
import { planningWork } from '../../../matching/routes/approval/work.tsx';
import { needDays, needWork } from '../../../need/routes/round/work.tsx';
import { importWork } from '../../../opendata/routes/import-work.tsx';
import { offerWork } from '../../../placements/queries/offer/work.ts';
import { moneyWork } from '../../../placements/queries/money/work.ts';
import { agreementWork } from '../../../placements/routes/agreement/work.tsx';
import { deliveryWork, visitDaysOf } from '../../../placements/routes/delivery/work.tsx';
import { lifeWork } from '../../../placements/routes/life/work.tsx';
import type { Source } from '../../queries/work/work-in-role.ts';
import { administrationWork } from './administration-work.tsx';

/** What waits for a person, from every room: one line a room. "My work", feeds, reminders and the weekly letter read them all. */
export const WORK_SOURCES: readonly Source<WorkItem>[] = [
  importWork,
  needWork,
  registerWork,
  workOfDesignation,
  planningWork,
  offerWork,
  deliveryWork,
  moneyWork,
  agreementWork,
  lifeWork,
  administrationWork,
];

/** Days, visits and meetings for calendar feeds, from every room: one line a room. */
export const CALENDAR_SOURCES: readonly Source<CalendarEntry>[] = [needDays, visitDaysOf];
