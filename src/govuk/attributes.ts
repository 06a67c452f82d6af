import type { ComponentChildren } from 'preact';

/** Further HTML attributes for an element of a component, such as `data-*` ones. Written out as they are, escaped. */
export type Attributes = Readonly<Record<string, string>>;

/** Words of a component: plain text, which is escaped, or JSX where it needs markup. */
export type Text = ComponentChildren;

/** An entry of a list that may be left out: `condition && { text: 'Shown' }`. */
export type Optional<T> = T | false | null | undefined;

/** Joins the class names that apply: `classNames('a', false, 'b')` is `a b`. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** Whether there is anything to write: an empty string, a missing value and a false condition are nothing. */
export function hasText(text: Text): boolean {
  return text !== undefined && text !== null && text !== false && text !== '';
}
