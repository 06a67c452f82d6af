import { groupWork } from '../../../calendar/group-work.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { Tag } from '../../../govuk/tag.tsx';
import { dayInWords } from '../../../opendata/rules/london-time.ts';
import { paths } from '../../../web/paths.ts';
import { whenWords } from '../../rules/work/work-letter.ts';

interface WorkListProps {
  items: readonly WorkItem[];
  /** ISO day in London. */
  today: string;
  /** So many of each group, and how many more there are. */
  most: number;
}

/** Work by how pressing it is, each with what it is about, its kind and its day. */
export function WorkList({ items, today, most }: WorkListProps) {
  const { late, soon, later, noDay } = groupWork(items, today);
  return (
    <>
      <Group id="late" title="Late" items={late} today={today} most={most} />
      <Group id="soon" title="Due in the next 7 days" items={soon} today={today} most={most} />
      <Group id="later" title="Later" items={later} today={today} most={most} />
      <Group id="no-day" title="Without a day" items={noDay} today={today} most={most} />
    </>
  );
}

function Group({ id, title, items, today, most }: WorkListProps & { id: string; title: string }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title} <span class="app-number">({items.length})</span>
      </h2>
      <ul class="govuk-list app-work">
        {items.slice(0, most).map(({ title: what, href, due, since, about, kind }) => (
          <li class="app-work__item">
            <a class="govuk-link" href={href}>
              {what}
              <span class="govuk-visually-hidden">: {about}</span>
            </a>
            <span class="app-work__facts">
              <span aria-hidden="true">{about} · </span>
              {kind}
              {due !== null && ` · ${whenWords(due, today)}`}
              {due === null && since !== null && ` · since ${dayInWords(since)}`}
            </span>
            {due !== null && due < today && <Tag class="govuk-tag--red app-work__tag">Late</Tag>}
            {due === today && <Tag class="govuk-tag--yellow app-work__tag">Today</Tag>}
          </li>
        ))}
      </ul>
      {items.length > most && (
        <p class="govuk-body">
          And {items.length - most} more:{' '}
          <a class="govuk-link" href={paths.myWork({ whole: 'yes' })}>
            show all of it
          </a>
          .
        </p>
      )}
    </section>
  );
}
