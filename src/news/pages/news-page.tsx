import type { BreadcrumbItem } from '../../govuk/breadcrumbs.tsx';
import { Pagination } from '../../govuk/pagination.tsx';
import { londonDay } from '../../opendata/rules/london-time.ts';
import { dayText } from '../../schools/rules/figure-words.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { KIND_TITLES, type NewsItem, type NewsKind } from '../rules/news-item.ts';
import { type NewsAbout, type NewsImport, type NewsList, nameOf } from '../rules/news-list.ts';
import { whenWords } from '../rules/when-words.ts';
import { NoNews } from './no-news.tsx';

/** What the files loaded last say otherwise than those before them, of the schools of an area, a trust or England. */
export function NewsPage({ list }: { list: NewsList }) {
  const { about, kind, page, pages, imports } = list;
  const title = `News of schools in ${nameOf(about)}`;
  return (
    <Page
      title={page > 1 ? `${title}, page ${page} of ${pages}` : title}
      heading={title}
      breadcrumbs={breadcrumbsOf(about)}
      feed={{ title, href: paths.newsFeed(about) }}
    >
      <p class="app-lede">
        What newly published files say otherwise than those held before: new heads, inspections, results below the line,
        falling rolls, changes of trust, openings and closures.
      </p>
      <p class="govuk-body app-no-print">
        Follow this page by{' '}
        <a class="govuk-link" href={paths.newsFeed(about)}>
          feed (Atom)
        </a>{' '}
        or{' '}
        <a class="govuk-link" href={paths.newsMail()}>
          by mail
        </a>
        .
      </p>
      {list.counts.length === 0 ? <NoNews /> : <Kinds list={list} />}
      {list.counts.length > 0 && imports.length === 0 && (
        <p class="govuk-body">There is no news of this kind. Choose another above.</p>
      )}
      {imports.map(({ from, kinds }) => (
        <section aria-labelledby={`import-${from.id}`}>
          <ImportHeading from={from} />
          {kinds.map((group) => (
            <>
              <h3 class="govuk-heading-s">{KIND_TITLES[group.kind]}</h3>
              <ul class="govuk-list app-results">
                {group.items.map((item) => (
                  <Item item={item} withArea={about.kind !== 'area'} />
                ))}
              </ul>
            </>
          ))}
          {from.unclearHeads > 0 && (kind === null || kind === 'head') && (
            <p class="app-source">
              {from.unclearHeads} further {from.unclearHeads === 1 ? 'change' : 'changes'} of a head’s name in this file
              may be another spelling or another person. The names do not tell, so they are not told as news.
            </p>
          )}
        </section>
      ))}
      <Pages list={list} />
    </Page>
  );
}

function ImportHeading({ from }: { from: NewsImport }) {
  return (
    <>
      <h2 class="govuk-heading-m" id={`import-${from.id}`}>
        {from.title}, as at {dayText(from.asAt)}
      </h2>
      <p class="app-source">
        Loaded on {londonDay(from.loadedAt)}.{' '}
        {from.late &&
          'When it came, a later register was held already: this is what it adds to the past, and it went out neither by feed nor by mail. '}
        <a class="govuk-link" href={paths.source(from.id)}>
          About this file
        </a>
      </p>
    </>
  );
}

function Item({ item, withArea }: { item: NewsItem; withArea: boolean }) {
  const when = whenWords(item);
  return (
    <li class="app-results__item">
      <a class="govuk-link govuk-!-font-weight-bold" href={paths.school(item.urn)}>
        {item.schoolName}
      </a>
      {withArea && item.areaName !== null && `, ${item.areaName}`}
      <br />
      {item.headline}
      {when !== '' && ` (${when})`}
      {item.detail.sentences.length > 0 && (
        <>
          <br />
          <span class="app-results__facts">{item.detail.sentences.join(' ')}</span>
        </>
      )}
      <br />
      <a class="govuk-link app-results__facts" href={paths.source(item.source.importId, item.source.line)}>
        Published row<span class="govuk-visually-hidden"> about {item.schoolName}</span>
      </a>
    </li>
  );
}

function Kinds({ list }: { list: NewsList }) {
  const total = list.counts.reduce((sum, { count }) => sum + count, 0);
  const choices: { kind: NewsKind | null; text: string }[] = [
    { kind: null, text: `All ${total.toLocaleString('en-GB')}` },
    ...list.counts.map(({ kind, count }) => ({ kind, text: `${KIND_TITLES[kind]} ${count.toLocaleString('en-GB')}` })),
  ];
  return (
    <nav class="app-no-print govuk-!-margin-bottom-6" aria-label="Kinds of news">
      <ul class="govuk-list app-choices">
        {choices.map(({ kind, text }) => (
          <li>
            <a
              class="govuk-link"
              href={paths.news(list.about, { kind: kind ?? undefined })}
              aria-current={kind === list.kind ? 'true' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Pages({ list: { about, kind, page, pages } }: { list: NewsList }) {
  if (pages === 1) return null;
  const href = (to: number) => paths.news(about, { kind: kind ?? undefined, page: to });
  return (
    <Pagination
      landmarkLabel={`Pages of news: page ${page} of ${pages}`}
      previous={page > 1 ? { href: href(page - 1) } : undefined}
      next={page < pages ? { href: href(page + 1) } : undefined}
    />
  );
}

function breadcrumbsOf(about: NewsAbout): BreadcrumbItem[] {
  const home = { text: 'Home', href: paths.home() };
  if (about.kind !== 'area') return [home];
  return [home, { text: 'Areas', href: paths.areas() }, { text: about.name, href: paths.area(about.laCode) }];
}
