import { type Attributes, classNames, hasText, type Text } from './attributes.ts';
import { Button } from './button.tsx';
import { HeadingOf, type HeadingLevel } from './heading-of.tsx';

export interface PanelAction {
  text: Text;
  /** Without an address, or with the type `button`, the action looks like a button. */
  href?: string;
  type?: 'button' | 'submit';
  class?: string;
  attributes?: Attributes;
}

interface PanelProps {
  titleText: Text;
  headingLevel?: HeadingLevel;
  /** `govuk-panel--interruption` makes it a question put in the way of a journey. */
  class?: string;
  /** Ways on from an interruption. */
  actions?: { items?: readonly PanelAction[]; class?: string; attributes?: Attributes };
  attributes?: Attributes;
  children?: Text;
}

/** A large box that says that something is done, or that interrupts a journey. */
export function Panel({ titleText, headingLevel = 1, class: extra, actions, attributes, children }: PanelProps) {
  const interruption = extra?.includes('govuk-panel--interruption');
  return (
    <div class={classNames('govuk-panel', !interruption && 'govuk-panel--confirmation', extra)} {...attributes}>
      <HeadingOf level={headingLevel} class="govuk-panel__title">
        {titleText}
      </HeadingOf>
      {hasText(children) && <div class="govuk-panel__body">{children}</div>}
      {interruption && actions && (
        <div class={classNames('govuk-panel__actions', actions.class)} {...actions.attributes}>
          {actions.items && actions.items.length > 0 && (
            <div class="govuk-button-group">{actions.items.map((action) => [<Action {...action} />, ' '])}</div>
          )}
        </div>
      )}
    </div>
  );
}

function Action({ text, href, type, class: extra, attributes }: PanelAction) {
  if (!href || type === 'button') {
    return (
      <Button
        href={href}
        type={type ?? 'button'}
        class={classNames('govuk-button--inverse', extra)}
        attributes={attributes}
      >
        {text}
      </Button>
    );
  }
  return (
    <a class={classNames('govuk-link govuk-link--inverse', extra)} href={href} {...attributes}>
      {text}
    </a>
  );
}
