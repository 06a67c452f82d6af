import type { ComponentChildren } from 'preact';
import { type Attributes, classNames, type Optional, type Text } from './attributes.ts';
import { SummaryActionLink, type SummaryAction, SummaryCard, type SummaryCardOptions } from './summary-card.tsx';

export interface SummaryListRow {
  key: { text?: Text; class?: string };
  value: { text?: Text; class?: string };
  actions?: { items?: readonly SummaryAction[]; class?: string };
  class?: string;
}

interface SummaryListProps {
  rows: readonly Optional<SummaryListRow>[];
  /** Puts the list in a box with a title. */
  card?: SummaryCardOptions;
  class?: string;
  attributes?: Attributes;
}

/** Facts as pairs of a name and a value, each with what can be done about it. */
export function SummaryList({ rows, card, class: extra, attributes }: SummaryListProps) {
  const anyActions = rows.some((row) => row && (row.actions?.items?.length ?? 0) > 0);
  const list = (
    <dl class={classNames('govuk-summary-list', extra)} {...attributes}>
      {rows.map((row) => row && <Row row={row} cardTitle={card?.title?.text} besideActions={anyActions} />)}
    </dl>
  );
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list;
}

interface RowProps {
  row: SummaryListRow;
  cardTitle?: Text;
  /** Another row has actions, so this one leaves room for them. */
  besideActions: boolean;
}

function Row({ row, cardTitle, besideActions }: RowProps) {
  const { key: name, value, actions, class: extra } = row;
  const noActions = besideActions && !actions?.items;
  return (
    <div class={classNames('govuk-summary-list__row', noActions && 'govuk-summary-list__row--no-actions', extra)}>
      <dt class={classNames('govuk-summary-list__key', name.class)}>{name.text}</dt>
      <dd class={classNames('govuk-summary-list__value', value.class)}>{value.text}</dd>
      {actions?.items && actions.items.length > 0 && (
        <dd class={classNames('govuk-summary-list__actions', actions.class)}>
          <RowActions items={actions.items} cardTitle={cardTitle} />
        </dd>
      )}
    </div>
  );
}

function RowActions({ items, cardTitle }: { items: readonly SummaryAction[]; cardTitle?: Text }): ComponentChildren {
  const links = items.map((item) => <SummaryActionLink {...item} cardTitle={cardTitle} />);
  if (links.length === 1) return links;
  return (
    <ul class="govuk-summary-list__actions-list">
      {links.map((link) => (
        <li class="govuk-summary-list__actions-list-item">{link}</li>
      ))}
    </ul>
  );
}
