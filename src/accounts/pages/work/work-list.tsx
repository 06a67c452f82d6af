import { groupWork } from '../../../calendar/group-work.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { Tag } from '../../../govuk/tag.tsx';
import { dayInWords } from '../../../opendata/rules/london-time.ts';
import { whenWords } from '../../rules/work/work-letter.ts';

interface WorkListProps {
  items: readonly WorkItem[];
  /** ISO day in London. */
  today: string;
}

/** Work by how pressing it is, each with what it is about, its kind and its day. */
export function WorkList({ items, today }: WorkListProps) {
  const { late, soon, later, noDay } = groupWork(items, today);
  return (
    <>
      <Group id="late" title="Late" items={late} today={today} />
      <Group id="soon" title="Due in the next 7 days" items={soon} today={today} />
      <Group id="later" title="Later" items={later} today={today} />
      <Group id="no-day" title="Without a day" items={noDay} today={today} />
    </>
  );
}

function Group({ id, title, items, today }: WorkListProps & { id: string; title: string }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title} <span class="app-number">({items.length})</span>
      </h2>
      <ul class="govuk-list app-work">
        {items.map(({ title: what, href, due, since, about, kind }) => (
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
    </section>
  );
}
