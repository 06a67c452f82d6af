import { type Attributes, classNames, type Optional, type Text } from './attributes.ts';

export interface TableCell {
  text?: Text;
  /** `numeric` aligns figures to the right. */
  format?: 'numeric';
  colspan?: number;
  rowspan?: number;
  class?: string;
  attributes?: Attributes;
}

interface TableProps {
  /** What the table shows; every table needs one, hidden by `govuk-visually-hidden` where a heading says the same. */
  caption?: Text;
  /** For example `govuk-table__caption--m`. */
  captionClass?: string;
  head?: readonly TableCell[];
  rows: readonly Optional<readonly TableCell[]>[];
  /** The first cell of each row names the row. */
  firstCellIsHeader?: boolean;
  class?: string;
  attributes?: Attributes;
}

/** Figures or facts in rows and columns. */
export function Table({ caption, captionClass, head, rows, firstCellIsHeader, class: extra, attributes }: TableProps) {
  return (
    <table class={classNames('govuk-table', extra)} {...attributes}>
      {caption && <caption class={classNames('govuk-table__caption', captionClass)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map((cell) => (
              <HeaderCell {...cell} />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map(
          (row) =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, index) =>
                  index === 0 && firstCellIsHeader ? <RowHeader {...cell} /> : <Cell {...cell} />,
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}

function HeaderCell({ text, format, colspan, rowspan, class: extra, attributes }: TableCell) {
  const names = classNames('govuk-table__header', format && `govuk-table__header--${format}`, extra);
  return (
    <th scope="col" class={names} colspan={colspan} rowspan={rowspan} {...attributes}>
      {text}
    </th>
  );
}

function RowHeader({ text, colspan, rowspan, class: extra, attributes }: TableCell) {
  return (
    <th
      scope="row"
      class={classNames('govuk-table__header', extra)}
      colspan={colspan}
      rowspan={rowspan}
      {...attributes}
    >
      {text}
    </th>
  );
}

function Cell({ text, format, colspan, rowspan, class: extra, attributes }: TableCell) {
  const names = classNames('govuk-table__cell', format && `govuk-table__cell--${format}`, extra);
  return (
    <td class={names} colspan={colspan} rowspan={rowspan} {...attributes}>
      {text}
    </td>
  );
}
