import { Button } from '../../govuk/button.tsx';
import { Checkboxes } from '../../govuk/checkboxes.tsx';
import { Input } from '../../govuk/input.tsx';
import { Pagination, type PaginationItem } from '../../govuk/pagination.tsx';
import { Select } from '../../govuk/select.tsx';
import { Tag } from '../../govuk/tag.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { dayText } from '../rules/figure-words.ts';
import type { AreaSummary } from '../rules/national-frame.ts';
import { isOpen } from '../rules/school-record.ts';
import { pageCount, placeWords, type SearchHit, type SearchResults } from '../rules/search-results.ts';
import { SEARCH_PHASES, type SearchInput } from '../schema.ts';

interface SearchPageProps {
  input: SearchInput;
  areas: readonly AreaSummary[];
  /** Areas whose name is what was typed. */
  areaHits: readonly AreaSummary[];
  /** What to say of an authority that was typed and does not stand; null for any other words. */
  areaNote: string | null;
  /** Null before anything was asked for. */
  results: SearchResults | null;
  /** What is wrong with what was typed. */
  error: string | null;
}

/** The search form and, once something was asked for, what was found. */
export function SearchPage({ input, areas, areaHits, areaNote, results, error }: SearchPageProps) {
  const title =
    results && results.total > 0 && results.page > 1
      ? `Search, page ${results.page} of ${pageCount(results.total)}`
      : 'Search for a school';
  return (
    <Page
      title={input.q && results ? `${input.q} – ${title}` : title}
      heading="Search for a school"
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
      errors={error === null ? [] : [{ text: error, href: '#q' }]}
    >
      <div class="app-columns app-columns--aside">
        <SearchForm input={input} areas={areas} error={error} />
        {results && (
          <section aria-labelledby="results">
            {areaNote !== null && <p class="govuk-body">{areaNote}</p>}
            <AreaHits areas={areaHits} />
            <Results input={input} results={results} />
          </section>
        )}
      </div>
    </Page>
  );
}

function SearchForm({ input, areas, error }: Pick<SearchPageProps, 'input' | 'areas' | 'error'>) {
  return (
    <search aria-label="Schools">
      <form method="get" action={paths.search()} novalidate>
        <Input
          name="q"
          type="search"
          label={{ text: 'School', class: 'govuk-label--s' }}
          hint={{ text: 'Part of a name, a town, a postcode, or a URN' }}
          value={input.q}
          spellcheck={false}
          errorMessage={error === null ? undefined : { text: error }}
        />
        <Select
          name="phase"
          label={{ text: 'Phase' }}
          value={input.phase}
          items={[{ text: 'All phases', value: '' }, ...SEARCH_PHASES.map((phase) => ({ text: phase, value: phase }))]}
        />
        <Select
          name="area"
          label={{ text: 'Area' }}
          value={input.area}
          class="app-select--full"
          items={[
            { text: 'All of England', value: '' },
            ...areas.map(({ name, laCode }) => ({ text: name, value: laCode })),
          ]}
        />
        <Checkboxes
          name="closed"
          class="govuk-checkboxes--small"
          items={[{ value: 'yes', text: 'Include schools that have closed', checked: input.closed === 'yes' }]}
        />
        <Button>Search</Button>
      </form>
    </search>
  );
}

function AreaHits({ areas }: { areas: readonly AreaSummary[] }) {
  return (
    <>
      {areas.map((area) => (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.area(area.laCode)}>
            {area.name}
          </a>{' '}
          is an area: see all its schools on a map and in a table.
        </p>
      ))}
    </>
  );
}

function Results({ input, results }: { input: SearchInput; results: SearchResults }) {
  if (results.total === 0) return <NothingFound input={input} />;
  return (
    <>
      <h2 class="govuk-heading-m" id="results">
        {results.total.toLocaleString('en-GB')} {results.total === 1 ? 'school' : 'schools'} for “{input.q}”
      </h2>
      {results.instead && (
        <p class="govuk-body">
          No school has all these words as typed. These have <strong>{results.instead.join(', ')}</strong>.
        </p>
      )}
      <ul class="govuk-list app-results">
        {results.hits.map((hit) => (
          <Hit hit={hit} />
        ))}
      </ul>
      <Pages input={input} results={results} />
    </>
  );
}

function NothingFound({ input }: { input: SearchInput }) {
  const narrowed = input.phase !== undefined || input.area !== undefined;
  return (
    <>
      <h2 class="govuk-heading-m" id="results">
        No schools for “{input.q}”
      </h2>
      <p class="govuk-body">You can:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>check the spelling, or type only the part of the name you are sure of</li>
        <li>type the town or the first half of the postcode</li>
        {narrowed && <li>search all phases and all of England</li>}
        {input.closed === undefined && <li>include schools that have closed</li>}
        <li>
          <a class="govuk-link" href={paths.areas()}>
            choose an area
          </a>{' '}
          and find the school in its table
        </li>
      </ul>
    </>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  return (
    <li class="app-results__item">
      <a class="govuk-link govuk-!-font-weight-bold" href={paths.school(hit.urn)}>
        {hit.name}
      </a>{' '}
      {!isOpen(hit.status) && (
        <Tag class="govuk-tag--grey">Closed{hit.closeDate ? ` ${dayText(hit.closeDate)}` : ''}</Tag>
      )}
      <br />
      <span class="app-results__facts">
        {hit.establishmentType}
        {hit.phase !== 'Not applicable' && `, ${hit.phase.toLowerCase()}`}. {placeWords(hit)}. URN {hit.urn}
      </span>
    </li>
  );
}

function Pages({ input, results }: { input: SearchInput; results: SearchResults }) {
  const last = pageCount(results.total);
  if (last === 1) return null;
  const { page } = results;
  const href = (to: number) =>
    paths.search(input.q, { phase: input.phase, area: input.area, closed: input.closed, page: to });
  const shown = [1, page - 1, page, page + 1, last].filter(
    (n, index, all) => n >= 1 && n <= last && all.indexOf(n) === index,
  );
  const items = shown.flatMap((n, index): PaginationItem[] => [
    ...(index > 0 && n - shown[index - 1]! > 1 ? [{ ellipsis: true }] : []),
    { number: n, href: href(n), current: n === page },
  ]);
  return (
    <Pagination
      landmarkLabel="Pages of results"
      previous={page > 1 ? { href: href(page - 1) } : undefined}
      next={page < last ? { href: href(page + 1) } : undefined}
      items={items}
    />
  );
}
