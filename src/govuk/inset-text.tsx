import { type Attributes, classNames, type Text } from './attributes.ts';

interface InsetTextProps {
  id?: string;
  class?: string;
  attributes?: Attributes;
  children?: Text;
}

/** Words set apart from the text around them: a quotation, an example, a caution. */
export function InsetText({ id, class: extra, attributes, children }: InsetTextProps) {
  return (
    <div id={id} class={classNames('govuk-inset-text', extra)} {...attributes}>
      {children}
    </div>
  );
}
