import { Table } from '../../govuk/table.tsx';
import { academicYear } from '../../schools/rules/facts.ts';
import { dayText } from '../../schools/rules/figure-words.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { featureWords, marginWords } from '../rules/likeness-words.ts';
import type { SimilarPolicy } from '../rules/similar-policy.ts';

/** What makes schools alike and which did better, with every weight, margin and source of the policy. */
export function LikenessExplained({ policy }: { policy: SimilarPolicy }) {
  const { features, leftOut, better, fewestSharedFeatures, notIfLatest, validTo } = policy;
  return (
    <section aria-labelledby="likeness">
      <h2 class="govuk-heading-l" id="likeness">
        How likeness is measured
      </h2>
      <p class="govuk-body">
        A school is compared with every open mainstream school of its phase in England, on its pupils and neighbourhood
        and not on its results. Each feature is put on one scale, so that a typical difference counts alike in all, and
        then weighted. Schools that share fewer than {fewestSharedFeatures} known features out of {features.length} are
        not compared; a feature that one of two schools lacks is left out between them.
      </p>
      <ScrollRegion label="Features and their weights">
        <Table
          caption="Features and their weights"
          captionClass="govuk-table__caption--m"
          class="app-table"
          firstCellIsHeader
          head={[
            { text: 'Feature' },
            { text: 'Share of the weight', format: 'numeric' },
            { text: 'Differences are measured' },
            { text: 'Source' },
          ]}
          rows={featureWords(policy).map(({ label, share, scale, source }) => [
            { text: label },
            { text: share, format: 'numeric' },
            { text: scale },
            { text: source },
          ])}
        />
      </ScrollRegion>
      {leftOut.map(({ what, why }) => (
        <p class="govuk-body">
          Left out: {what.charAt(0).toLowerCase() + what.slice(1)}. {why}
        </p>
      ))}
      <h3 class="govuk-heading-m">Doing better</h3>
      <ul class="govuk-list govuk-list--bullet">
        {better.map((result) => (
          <li>
            {result.keyStage === 'ks2' ? 'Primary' : 'Secondary'}: {result.label}, {academicYear(result.year)},{' '}
            {marginWords(result)}. <small class="app-source">{result.source}</small>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        A school did better when it is ahead on one result at least and behind on none. It is not put forward as doing
        better when its latest inspection was {alternatives(notIfLatest.map((outcome) => outcome.toLowerCase()))}.
      </p>
      <p class="app-source">
        {policy.title}. In force from {dayText(policy.validFrom)}
        {validTo === null ? ', with no end set' : ` until ${dayText(validTo)}`}. File: policies/similar/{policy.id}
        .json. {policy.source}
      </p>
    </section>
  );
}

/** "a", "a or b", "a, b or c". */
function alternatives(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}
