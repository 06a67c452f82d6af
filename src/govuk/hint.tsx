import { type Attributes, classNames, type Text } from './attributes.ts';

/** Help with filling in a field, as a field component takes it. */
export interface HintOptions {
  text?: Text;
  class?: string;
  attributes?: Attributes;
}

interface HintProps extends HintOptions {
  id?: string;
}

/** Help with filling in a field, read out with its label. */
export function Hint({ text, id, class: extra, attributes }: HintProps) {
  return (
    <div id={id || undefined} class={classNames('govuk-hint', extra)} {...attributes}>
      {text}
    </div>
  );
}
