import { Table, type TableCell } from '../../govuk/table.tsx';
import { sortHeader } from '../../schools/pages/sort-header.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { featureText, resultText } from '../rules/likeness-words.ts';
import { outcomeWords } from '../../schools/rules/inspections/scheme-words.ts';
import type { Neighbour } from '../rules/neighbour.ts';
import type { SimilarPolicy } from '../rules/similar-policy.ts';
import { ResultName, Sourced } from './result.tsx';

/** In which order the schools are listed. */
export type SimilarSort = 'likeness' | 'distance';

interface NeighboursTableProps {
  own: { urn: number; name: string };
  /** Most similar first; at least one. */
  neighbours: readonly Neighbour[];
  /** URNs of those that are nearby and doing better. */
  marked: ReadonlySet<number>;
  policy: SimilarPolicy;
  sort: SimilarSort;
  /** Whether likeness comes after the region. */
  regionFirst: boolean;
  /** The address of the page in each order. */
  sortHref: (sort: SimilarSort) => string;
}

/** The most similar schools under a first row for this school, so that every figure stands beside its own. */
export function NeighboursTable({ own, neighbours, marked, policy, ...order }: NeighboursTableProps) {
  const [first] = neighbours;
  if (first === undefined) return null;
  return (
    <ScrollRegion label="The most similar schools">
      <Table
        caption={`${own.name}, and the schools most similar to it`}
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        head={head(first, order)}
        rows={[ownRow(own, first, policy), ...neighbours.map((neighbour) => row(neighbour, marked, policy))]}
      />
    </ScrollRegion>
  );
}

function head(
  { features, better }: Neighbour,
  { sort, sortHref: href, regionFirst }: Pick<NeighboursTableProps, 'sort' | 'sortHref' | 'regionFirst'>,
): TableCell[] {
  return [
    sortHeader({
      text: 'School',
      detail: regionFirst ? 'same region first' : 'most similar first',
      sorted: sort === 'likeness' ? 'asc' : null,
      href: href('likeness'),
    }),
    { text: 'Difference in context', format: 'numeric' },
    sortHeader({
      text: 'Distance',
      sorted: sort === 'distance' ? 'asc' : null,
      href: href('distance'),
      numeric: true,
    }),
    ...better.rows.map(({ label, year }): TableCell => ({
      text: <ResultName label={label} year={year} />,
      format: 'numeric',
    })),
    ...features.map(({ label }): TableCell => ({ text: label, format: 'numeric' })),
    { text: 'Latest inspection' },
  ];
}

function ownRow({ urn, name }: { urn: number; name: string }, { features, better }: Neighbour, policy: SimilarPolicy) {
  const strong = 'govuk-!-font-weight-bold';
  return [
    {
      text: (
        <>
          <a class="govuk-link" href={paths.school(urn)}>
            {name}
          </a>{' '}
          (this school)
        </>
      ),
      class: strong,
    },
    { text: '' },
    { text: '' },
    ...better.rows.map((result): TableCell => ({
      text: <Sourced sources={result.ownSources}>{resultText(result, result.own, policy)}</Sourced>,
      format: 'numeric',
      class: strong,
    })),
    ...features.map(({ figure, own }): TableCell => ({
      text: featureText(figure, own),
      format: 'numeric',
      class: strong,
    })),
    { text: '' },
  ];
}

function row(neighbour: Neighbour, marked: ReadonlySet<number>, policy: SimilarPolicy): TableCell[] {
  const { rank, urn, name, laName, km, distance, features, better, latestInspection: latest } = neighbour;
  return [
    {
      text: (
        <>
          {rank}.{' '}
          <a class="govuk-link" href={paths.school(urn)}>
            {name}
          </a>
          <br />
          <small>
            {laName}
            {marked.has(urn) && (
              <>
                {'. '}
                Nearby and doing better
              </>
            )}
          </small>
        </>
      ),
    },
    { text: distance.toFixed(2), format: 'numeric' },
    { text: <span class="app-nowrap">{km === null ? 'not known' : `${km.toFixed(1)} km`}</span>, format: 'numeric' },
    ...better.rows.map((result): TableCell => ({
      text: <Sourced sources={result.otherSources}>{resultText(result, result.other, policy)}</Sourced>,
      format: 'numeric',
    })),
    ...features.map(({ figure, other }): TableCell => ({ text: featureText(figure, other), format: 'numeric' })),
    { text: latest === null ? 'none published' : `${outcomeWords(latest)}, ${latest.inspectedOn.slice(0, 4)}` },
  ];
}
