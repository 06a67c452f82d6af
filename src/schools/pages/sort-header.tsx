import type { TableCell } from '../../govuk/table.tsx';

interface SortHeader {
  text: string;
  /** Small words under the text, such as the year. */
  detail?: string;
  /** The order now, when the table is sorted by this column. */
  sorted: 'asc' | 'desc' | null;
  /** The address of the table in the other order. */
  href: string;
  numeric?: boolean;
}

/** A column's head as a link that sorts by it, with the state that screen readers announce. */
export function sortHeader({ text, detail, sorted, href, numeric }: SortHeader): TableCell {
  const states = { asc: 'ascending', desc: 'descending' } as const;
  return {
    text: (
      <>
        <a class="govuk-link app-table__sort" href={href}>
          {text}
        </a>
        {detail && (
          <>
            <br />
            <small>{detail}</small>
          </>
        )}
      </>
    ),
    attributes: sorted === null ? {} : { 'aria-sort': states[sorted] },
    ...(numeric ? { format: 'numeric' as const } : {}),
  };
}
