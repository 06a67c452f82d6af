import { type ComponentChildren, createElement } from 'preact';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

interface HeadingOfProps {
  level: HeadingLevel;
  class?: string;
  id?: string;
  children: ComponentChildren;
}

/** A heading whose level the page decides, so that no level is skipped. */
export function HeadingOf({ level, children, ...attributes }: HeadingOfProps) {
  return createElement(`h${level}`, attributes, children);
}
