import { type Attributes, classNames, type Text } from './attributes.ts';

/** What is wrong with a field, as a field component takes it. */
export interface ErrorMessageOptions {
  text?: Text;
  class?: string;
  attributes?: Attributes;
  /** Said before the message for those who do not see that it is red; an empty string says nothing. */
  visuallyHiddenText?: string;
}

interface ErrorMessageProps extends ErrorMessageOptions {
  id?: string;
}

/** What is wrong with a field, beside the field. */
export function ErrorMessage({ text, id, class: extra, attributes, visuallyHiddenText = 'Error' }: ErrorMessageProps) {
  return (
    <p id={id || undefined} class={classNames('govuk-error-message', extra)} {...attributes}>
      {visuallyHiddenText && (
        <>
          <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>{' '}
        </>
      )}
      {text}
    </p>
  );
}
