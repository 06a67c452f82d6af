import type { ComponentChildren } from 'preact';
import { type Attributes, classNames, hasText, type Optional, type Text } from './attributes.ts';

interface PageLink {
  href: string;
  /** By default "Previous page" or "Next page". */
  text?: Text;
  /** What the page is about, under the link; only where there are no page numbers. */
  labelText?: string;
  attributes?: Attributes;
}

export interface PaginationItem {
  number?: string | number;
  href?: string;
  current?: boolean;
  /** Pages left out; the item holds nothing else. */
  ellipsis?: boolean;
  visuallyHiddenText?: string;
  attributes?: Attributes;
}

interface PaginationProps {
  items?: readonly Optional<PaginationItem>[];
  previous?: PageLink;
  next?: PageLink;
  landmarkLabel?: string;
  class?: string;
  attributes?: Attributes;
}

/** Links between the pages of a long list, or to the page before and after. */
export function Pagination({
  items,
  previous,
  next,
  landmarkLabel = 'Pagination',
  class: extra,
  attributes,
}: PaginationProps) {
  const block = !items && Boolean(next || previous);
  return (
    <nav
      class={classNames('govuk-pagination', block && 'govuk-pagination--block', extra)}
      aria-label={landmarkLabel}
      {...attributes}
    >
      {previous?.href && <ArrowLink {...previous} type="prev" block={block} />}
      {items && <ul class="govuk-pagination__list">{items.map((item) => item && <Item {...item} />)}</ul>}
      {next?.href && <ArrowLink {...next} type="next" block={block} />}
    </nav>
  );
}

function Item({ number, href, current, ellipsis, visuallyHiddenText, attributes }: PaginationItem) {
  if (!ellipsis && !hasText(number)) return null;
  if (ellipsis) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  return (
    <li class={classNames('govuk-pagination__item', current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={href}
        aria-label={visuallyHiddenText ?? `Page ${number}`}
        aria-current={current ? 'page' : undefined}
        {...attributes}
      >
        {number}
      </a>
    </li>
  );
}

interface ArrowLinkProps extends PageLink {
  type: 'prev' | 'next';
  block: boolean;
}

function ArrowLink({ href, text, labelText, attributes, type, block }: ArrowLinkProps) {
  const title = classNames(
    'govuk-pagination__link-title',
    block && !labelText && 'govuk-pagination__link-title--decorated',
  );
  const words = type === 'prev' ? 'Previous' : 'Next';
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={type} {...attributes}>
        {(block || type === 'prev') && <Arrow type={type} />}
        <span class={title}>{hasText(text) ? text : <PageWords>{words}</PageWords>}</span>
        {labelText && block && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">{labelText}</span>
          </>
        )}
        {!block && type === 'next' && <Arrow type={type} />}
      </a>
    </div>
  );
}

function PageWords({ children }: { children: ComponentChildren }) {
  return (
    <>
      {children}
      <span class="govuk-visually-hidden"> page</span>
    </>
  );
}

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const;

function Arrow({ type }: { type: keyof typeof ARROWS }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${type}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROWS[type]} />
    </svg>
  );
}
