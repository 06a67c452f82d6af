import { Table } from '../../govuk/table.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { outcomeWords } from '../../schools/rules/inspections/scheme-words.ts';
import { paths } from '../../web/paths.ts';
import { featureText, resultText } from '../rules/likeness-words.ts';
import type { Neighbour } from '../rules/neighbour.ts';
import type { SimilarPolicy } from '../rules/similar-policy.ts';
import { ResultName, Sourced, Verdict } from './result.tsx';

interface NeighbourCardProps {
  own: { urn: number; name: string };
  neighbour: Neighbour;
  policy: SimilarPolicy;
}

/** One similar school beside this one: every feature and every result with both values. */
export function NeighbourCard({ own, neighbour, policy }: NeighbourCardProps) {
  const { urn, name, laName, km, latestInspection: latest, rank } = neighbour;
  return (
    <li class="app-card">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={paths.school(urn)}>
          {name}
        </a>
      </h3>
      <p class="govuk-body-s govuk-!-margin-bottom-2">
        {km === null ? 'Distance not known' : `${km.toFixed(1)} km away`}, {laName}. Number {rank} of the most similar.
        {latest && ` Inspected ${dayText(latest.inspectedOn)}: ${outcomeWords(latest).toLowerCase()}.`}
      </p>
      <Table
        caption={`This school and ${name}`}
        captionClass="govuk-visually-hidden"
        class="app-table app-table--close"
        firstCellIsHeader
        head={[
          { text: <span class="govuk-visually-hidden">Figure</span> },
          { text: 'This school', format: 'numeric' },
          { text: 'Theirs', format: 'numeric' },
        ]}
        rows={[...resultRows(neighbour, policy), ...featureRows(neighbour)]}
      />
      <p class="govuk-body-s">
        <a class="govuk-link" href={paths.compare([own.urn, urn])}>
          Compare in full<span class="govuk-visually-hidden"> with {name}</span>
        </a>
      </p>
    </li>
  );
}

function resultRows({ better: { rows } }: Neighbour, policy: SimilarPolicy) {
  return rows.map((row) => [
    { text: <ResultName label={row.label} year={row.year} /> },
    {
      text: <Sourced sources={row.ownSources}>{resultText(row, row.own, policy)}</Sourced>,
      format: 'numeric' as const,
    },
    {
      text: (
        <>
          <Sourced sources={row.otherSources}>{resultText(row, row.other, policy)}</Sourced>
          <br />
          <Verdict verdict={row.verdict} />
        </>
      ),
      format: 'numeric' as const,
    },
  ]);
}

function featureRows({ features }: Neighbour) {
  return features.map(({ figure, label, own, other }) => [
    { text: label },
    { text: featureText(figure, own), format: 'numeric' as const },
    { text: featureText(figure, other), format: 'numeric' as const },
  ]);
}
