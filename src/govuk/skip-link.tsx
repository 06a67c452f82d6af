import { type Attributes, classNames, type Text } from './attributes.ts';

interface SkipLinkProps {
  /** Fragment of the element that starts the main content. */
  href?: string;
  class?: string;
  attributes?: Attributes;
  children: Text;
}

/** The link that takes a keyboard user past the navigation. */
export function SkipLink({ href = '#content', class: extra, attributes, children }: SkipLinkProps) {
  return (
    <a href={href} class={classNames('govuk-skip-link', extra)} data-module="govuk-skip-link" {...attributes}>
      {children}
    </a>
  );
}
