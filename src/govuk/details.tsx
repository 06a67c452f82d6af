import { type Attributes, classNames, type Text } from './attributes.ts';

interface DetailsProps {
  summaryText: Text;
  open?: boolean;
  id?: string;
  class?: string;
  attributes?: Attributes;
  children?: Text;
}

/** Words that some readers need, behind a link that opens them. */
export function Details({ summaryText, open, id, class: extra, attributes, children }: DetailsProps) {
  return (
    <details id={id || undefined} class={classNames('govuk-details', extra)} open={open} {...attributes}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summaryText}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
