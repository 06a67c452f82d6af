import { type Attributes, classNames, type Optional, type Text } from './attributes.ts';

export interface TabItem {
  label: Text;
  /** Without it, the prefix and the number of the tab. */
  id?: string;
  /** A string becomes a paragraph. */
  panel: { text?: Text; attributes?: Attributes };
  attributes?: Attributes;
}

interface TabsProps {
  items?: readonly Optional<TabItem>[];
  id?: string;
  idPrefix?: string;
  /** Heading of the list of links that the tabs are without JavaScript and on paper. */
  title?: string;
  class?: string;
  attributes?: Attributes;
}

/** Sections of which one shows at a time; without JavaScript, all show under a list of links. */
export function Tabs({ items = [], id, idPrefix, title = 'Contents', class: extra, attributes }: TabsProps) {
  const panelId = (item: TabItem, index: number) => item.id || `${idPrefix ?? ''}-${index + 1}`;
  return (
    <div id={id || undefined} class={classNames('govuk-tabs', extra)} data-module="govuk-tabs" {...attributes}>
      <h2 class="govuk-tabs__title">{title}</h2>
      {items.length > 0 && (
        <>
          <ul class="govuk-tabs__list">
            {items.map((item, index) => item && <Tab {...item} id={panelId(item, index)} selected={index === 0} />)}
          </ul>
          {items.map((item, index) => item && <Panel {...item} id={panelId(item, index)} hidden={index > 0} />)}
        </>
      )}
    </div>
  );
}

function Tab({ label, id, selected, attributes }: TabItem & { selected: boolean }) {
  return (
    <li class={classNames('govuk-tabs__list-item', selected && 'govuk-tabs__list-item--selected')}>
      <a class="govuk-tabs__tab" href={`#${id}`} {...attributes}>
        {label}
      </a>
    </li>
  );
}

function Panel({ panel, id, hidden }: TabItem & { hidden: boolean }) {
  return (
    <div class={classNames('govuk-tabs__panel', hidden && 'govuk-tabs__panel--hidden')} id={id} {...panel.attributes}>
      {typeof panel.text === 'string' ? <p class="govuk-body">{panel.text}</p> : panel.text}
    </div>
  );
}
