import { type Attributes, classNames, type Optional, type Text } from './attributes.ts';
import { Tag } from './tag.tsx';

export interface TaskListItem {
  title: { text?: Text; class?: string };
  status: { text?: Text; tag?: { text?: Text; class?: string; attributes?: Attributes }; class?: string };
  /** Left out while the task cannot be done yet. */
  href?: string;
  hint?: { text?: Text };
  class?: string;
}

interface TaskListProps {
  items: readonly Optional<TaskListItem>[];
  idPrefix?: string;
  class?: string;
  attributes?: Attributes;
}

/** Tasks to be done in any order, each with its state. */
export function TaskList({ items, idPrefix = 'task-list', class: extra, attributes }: TaskListProps) {
  return (
    <ul class={classNames('govuk-task-list', extra)} {...attributes}>
      {items.map((item, index) => item && <Task {...item} id={`${idPrefix}-${index + 1}`} />)}
    </ul>
  );
}

function Task({ title, status, href, hint, class: extra, id }: TaskListItem & { id: string }) {
  const hintId = `${id}-hint`;
  const statusId = `${id}-status`;
  return (
    <li class={classNames('govuk-task-list__item', href && 'govuk-task-list__item--with-link', extra)}>
      <div class="govuk-task-list__name-and-hint">
        {href ? (
          <a
            class={classNames('govuk-link govuk-task-list__link', title.class)}
            href={href}
            aria-describedby={classNames(hint && hintId, statusId)}
          >
            {title.text}
          </a>
        ) : (
          <div class={title.class}>{title.text}</div>
        )}
        {hint && (
          <div id={hintId} class="govuk-task-list__hint">
            {hint.text}
          </div>
        )}
      </div>
      <div class={classNames('govuk-task-list__status', status.class)} id={statusId}>
        {status.tag ? (
          <Tag class={status.tag.class} attributes={status.tag.attributes}>
            {status.tag.text}
          </Tag>
        ) : (
          status.text
        )}
      </div>
    </li>
  );
}
