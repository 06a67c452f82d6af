import { Table } from '../../govuk/table.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { outcomeWords } from '../../schools/rules/inspections/scheme-words.ts';
import { paths } from '../../web/paths.ts';
import type { BetterSchool } from '../rules/better-school.ts';
import { askWords, differsWords, leadWords } from '../rules/better-words.ts';
import type { BetterMeasure } from '../rules/doing-better.ts';
import { featureText, resultText } from '../rules/likeness-words.ts';
import type { SimilarPolicy } from '../rules/similar-policy.ts';
import { ResultName, Sourced } from './result.tsx';

interface BetterCardProps {
  own: { urn: number; name: string };
  school: BetterSchool;
  measure: BetterMeasure;
  policy: SimilarPolicy;
}

/** A similar school that does better beside this one: by how much, what differs, whom to ask, and every figure of both. */
export function BetterCard({ own, school, measure, policy }: BetterCardProps) {
  const { urn, name, laName, km, latestInspection: latest, rank, lead, differs } = school;
  return (
    <li class="app-card">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={paths.school(urn)}>
          {name}
        </a>
      </h3>
      <p class="govuk-body-s govuk-!-margin-bottom-2">
        {km === null ? 'Distance not known' : `${km.toFixed(1)} km away`}, {laName}. Number{' '}
        {rank.toLocaleString('en-GB')} of the most similar in England.
        {latest && ` Inspected ${dayText(latest.inspectedOn)}: ${outcomeWords(latest).toLowerCase()}.`}
      </p>
      <p class="govuk-body-s govuk-!-margin-bottom-2">{leadWords(lead, measure)}</p>
      <p class="govuk-body-s govuk-!-margin-bottom-2">{differsWords(differs)}</p>
      <p class="govuk-body-s">{askWords(school)}</p>
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
        rows={[...resultRows(school, policy), ...featureRows(school)]}
      />
      <p class="govuk-body-s">
        <a class="govuk-link" href={paths.compare([own.urn, urn])}>
          Compare in full<span class="govuk-visually-hidden"> with {name}</span>
        </a>
      </p>
    </li>
  );
}

function resultRows({ better: { rows } }: BetterSchool, policy: SimilarPolicy) {
  return rows.map((row) => [
    { text: <ResultName label={row.label} year={row.year} /> },
    {
      text: <Sourced sources={row.ownSources}>{resultText(row, row.own, policy)}</Sourced>,
      format: 'numeric' as const,
    },
    {
      text: <Sourced sources={row.otherSources}>{resultText(row, row.other, policy)}</Sourced>,
      format: 'numeric' as const,
    },
  ]);
}

function featureRows({ features }: BetterSchool) {
  return features.map(({ figure, label, own, other }) => [
    { text: label },
    { text: featureText(figure, own), format: 'numeric' as const },
    { text: featureText(figure, other), format: 'numeric' as const },
  ]);
}
