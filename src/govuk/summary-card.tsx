import type { ComponentChildren } from 'preact';
import { type Attributes, classNames, hasText, type Text } from './attributes.ts';
import { HeadingOf, type HeadingLevel } from './heading-of.tsx';

/** Something that can be done about a fact. */
export interface SummaryAction {
  text: Text;
  href: string;
  /** What the action is about: "Change" of what. */
  visuallyHiddenText?: string;
  class?: string;
  attributes?: Attributes;
}

export interface SummaryCardOptions {
  title?: { text?: Text; headingLevel?: HeadingLevel; class?: string };
  actions?: { items?: readonly SummaryAction[]; class?: string };
  class?: string;
  attributes?: Attributes;
}

/** A box with a title around a summary list. */
export function SummaryCard({
  title,
  actions,
  class: extra,
  attributes,
  children,
}: SummaryCardOptions & { children: ComponentChildren }) {
  return (
    <div class={classNames('govuk-summary-card', extra)} {...attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && (
          <HeadingOf level={title.headingLevel ?? 2} class={classNames('govuk-summary-card__title', title.class)}>
            {title.text}
          </HeadingOf>
        )}
        <CardActions items={actions?.items ?? []} class={actions?.class} cardTitle={title?.text} />
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

function CardActions({
  items,
  class: extra,
  cardTitle,
}: {
  items: readonly SummaryAction[];
  class?: string;
  cardTitle?: Text;
}) {
  if (items.length === 0) return null;
  const names = classNames('govuk-summary-card__actions', extra);
  const links = items.map((item) => <SummaryActionLink {...item} cardTitle={cardTitle} />);
  if (links.length === 1) return <div class={names}>{links}</div>;
  return (
    <ul class={names}>
      {links.map((link) => (
        <li class="govuk-summary-card__action">{link}</li>
      ))}
    </ul>
  );
}

/** The link of an action, with hidden words that say what it acts on. */
export function SummaryActionLink({
  text,
  href,
  visuallyHiddenText,
  class: extra,
  attributes,
  cardTitle,
}: SummaryAction & { cardTitle?: Text }) {
  return (
    <a class={classNames('govuk-link', extra)} href={href} {...attributes}>
      {text}
      {(visuallyHiddenText || hasText(cardTitle)) && (
        <span class="govuk-visually-hidden">
          {visuallyHiddenText && ` ${visuallyHiddenText}`}
          {hasText(cardTitle) && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  );
}
