import { type Attributes, classNames, hasText, type Text } from './attributes.ts';

/** A group of fields and the words that name it, as a field component takes it. */
export interface FieldsetOptions {
  legend?: {
    text?: Text;
    class?: string;
    /** The legend is the one heading of the page: give the page `heading={null}`. */
    isPageHeading?: boolean;
  };
  describedBy?: string;
  class?: string;
  attributes?: Attributes;
}

interface FieldsetProps extends FieldsetOptions {
  role?: 'group';
  children?: Text;
}

/** A group of fields under one legend. */
export function Fieldset({ legend, describedBy, role, class: extra, attributes, children }: FieldsetProps) {
  return (
    <fieldset
      class={classNames('govuk-fieldset', extra)}
      role={role}
      aria-describedby={describedBy || undefined}
      {...attributes}
    >
      {legend && hasText(legend.text) && (
        <legend class={classNames('govuk-fieldset__legend', legend.class)}>
          {legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
        </legend>
      )}
      {children}
    </fieldset>
  );
}
