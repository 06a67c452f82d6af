import { type Attributes, classNames, hasText, type Text } from './attributes.ts';

/** The words that name a field, as a field component takes them. */
export interface LabelOptions {
  text?: Text;
  /** For example `govuk-label--l`. */
  class?: string;
  /** The label is the one heading of the page: give the page `heading={null}`. */
  isPageHeading?: boolean;
  attributes?: Attributes;
}

interface LabelProps extends LabelOptions {
  /** Id of the field. */
  for?: string;
}

/** The words that name a field. */
export function Label({ text, class: extra, isPageHeading, attributes, for: id }: LabelProps) {
  if (!hasText(text)) return null;
  const label = (
    <label class={classNames('govuk-label', extra)} for={id || undefined} {...attributes}>
      {text}
    </label>
  );
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
