import { type Attributes, classNames, type Text } from './attributes.ts';

interface WarningTextProps {
  /** Said in place of the sign for those who do not see it. */
  iconFallbackText?: string;
  class?: string;
  attributes?: Attributes;
  children?: Text;
}

/** Something important, such as a consequence that cannot be undone. */
export function WarningText({ iconFallbackText = 'Warning', class: extra, attributes, children }: WarningTextProps) {
  return (
    <div class={classNames('govuk-warning-text', extra)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{iconFallbackText}</span> {children}
      </strong>
    </div>
  );
}
