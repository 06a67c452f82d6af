import { type Attributes, classNames, type Text } from './attributes.ts';

export interface BreadcrumbItem {
  text: Text;
  /** Left out for the page itself. */
  href?: string;
  attributes?: Attributes;
}

interface BreadcrumbsProps {
  items: readonly BreadcrumbItem[];
  collapseOnMobile?: boolean;
  /** What a screen reader calls this navigation. */
  labelText?: string;
  class?: string;
  attributes?: Attributes;
}

/** Where a page stands in the hierarchy of pages. */
export function Breadcrumbs({
  items,
  collapseOnMobile,
  labelText = 'Breadcrumb',
  class: extra,
  attributes,
}: BreadcrumbsProps) {
  const names = classNames('govuk-breadcrumbs', extra, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile');
  return (
    <nav class={names} aria-label={labelText} {...attributes}>
      <ol class="govuk-breadcrumbs__list">
        {items.map((item) => (
          <Crumb {...item} />
        ))}
      </ol>
    </nav>
  );
}

function Crumb({ text, href, attributes }: BreadcrumbItem) {
  if (!href) {
    return (
      <li class="govuk-breadcrumbs__list-item" aria-current="page">
        {text}
      </li>
    );
  }
  return (
    <li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href={href} {...attributes}>
        {text}
      </a>
    </li>
  );
}
