import { type Attributes, classNames, hasText, type Text } from './attributes.ts';

export interface ErrorSummaryItem {
  text: Text;
  /** Fragment of the field that is wrong, for example `#postcode`. */
  href?: string;
  attributes?: Attributes;
}

interface ErrorSummaryProps {
  titleText?: Text;
  errorList?: readonly ErrorSummaryItem[];
  /** By default the summary takes the focus when the page loads, so that it is read first. */
  disableAutoFocus?: boolean;
  class?: string;
  attributes?: Attributes;
  /** A sentence between the title and the list. */
  children?: Text;
}

/** What is wrong with a form, at the top of its page, each line a link to the field. */
export function ErrorSummary({
  titleText = 'There is a problem',
  errorList = [],
  disableAutoFocus,
  class: extra,
  attributes,
  children,
}: ErrorSummaryProps) {
  return (
    <div
      class={classNames('govuk-error-summary', extra)}
      data-disable-auto-focus={disableAutoFocus}
      data-module="govuk-error-summary"
      {...attributes}
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{titleText}</h2>
        <div class="govuk-error-summary__body">
          {hasText(children) && <p>{children}</p>}
          {errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errorList.map((item) => (
                <li>{item.href ? <ItemLink {...item} /> : item.text}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}

function ItemLink({ text, href, attributes }: ErrorSummaryItem) {
  return (
    <a href={href} {...attributes}>
      {text}
    </a>
  );
}
