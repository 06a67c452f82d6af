import { type Attributes, classNames, type Text } from './attributes.ts';

export interface TagProps {
  /** A colour is a class, for example `govuk-tag--grey`. The words must carry the meaning without it. */
  class?: string;
  attributes?: Attributes;
  children?: Text;
}

/** The state of a thing, in a word or two. */
export function Tag({ class: extra, attributes, children }: TagProps) {
  return (
    <strong class={classNames('govuk-tag', extra)} {...attributes}>
      {children}
    </strong>
  );
}
