import { Pagination } from '../../../govuk/pagination.tsx';

interface PagerProps {
  /** From 1. */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}

/** The way to the page before and after, where there is one. */
export function Pager({ page, pages, hrefOf }: PagerProps) {
  if (pages < 2) return null;
  const link = (to: number) => ({ href: hrefOf(to), labelText: `${to} of ${pages}` });
  return (
    <Pagination
      class="app-no-print"
      previous={page > 1 ? link(page - 1) : undefined}
      next={page < pages ? link(page + 1) : undefined}
    />
  );
}
