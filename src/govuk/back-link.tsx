import { type Attributes, classNames, type Text } from './attributes.ts';

interface BackLinkProps {
  href?: string;
  class?: string;
  attributes?: Attributes;
  children?: Text;
}

/** A link to the page before this one in a journey. Use breadcrumbs instead where there is a hierarchy. */
export function BackLink({ href = '#', class: extra, attributes, children = 'Back' }: BackLinkProps) {
  return (
    <a href={href} class={classNames('govuk-back-link', extra)} {...attributes}>
      {children}
    </a>
  );
}
