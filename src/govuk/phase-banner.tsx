import { type Attributes, classNames, type Text } from './attributes.ts';
import { Tag } from './tag.tsx';

interface PhaseBannerProps {
  tag?: { text?: Text; class?: string };
  class?: string;
  attributes?: Attributes;
  children?: Text;
}

/** A line above the content that says how finished the service is. */
export function PhaseBanner({ tag, class: extra, attributes, children }: PhaseBannerProps) {
  return (
    <div class={classNames('govuk-phase-banner govuk-width-container', extra)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag class={classNames('govuk-phase-banner__content__tag', tag?.class)}>{tag?.text}</Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
