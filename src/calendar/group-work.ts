import { daysBetween } from '../opendata/rules/london-time.ts';
import { type GroupedWork, SOON_DAYS, type WorkItem } from './work-item.ts';

/** Work by how pressing it is on an ISO day of London: late, due within seven days (today among them), later, and without a day. */
export function groupWork(items: readonly WorkItem[], today: string): GroupedWork {
  const sorted = items.toSorted(byUrgency);
  const daysLeft = ({ due }: WorkItem) => (due === null ? null : daysBetween(today, due));
  const within = (test: (days: number) => boolean) =>
    sorted.filter((item) => {
      const days = daysLeft(item);
      return days !== null && test(days);
    });
  return {
    late: within((days) => days < 0),
    soon: within((days) => days >= 0 && days <= SOON_DAYS),
    later: within((days) => days > SOON_DAYS),
    noDay: sorted.filter(({ due }) => due === null),
  };
}

/** The earlier due first, what has no day last; of equals what has waited longest. */
function byUrgency(a: WorkItem, b: WorkItem): number {
  return compare(a.due, b.due) || compare(a.since, b.since) || a.key.localeCompare(b.key);
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : a.localeCompare(b);
}
