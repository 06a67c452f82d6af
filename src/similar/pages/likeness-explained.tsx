import { Table } from '../../govuk/table.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { ruleWords } from '../rules/better-words.ts';
import type { DoingBetterPolicy } from '../rules/doing-better.ts';
import type { FeatureSet } from '../rules/feature-set.ts';
import { featureWords, formulaText } from '../rules/likeness-words.ts';
import type { SimilarPolicy } from '../rules/similar-policy.ts';

interface LikenessExplainedProps {
  set: FeatureSet;
  policy: SimilarPolicy;
  rule: DoingBetterPolicy;
}

/** What makes schools alike in a set and which do better, with every weight, scale, rule and source. */
export function LikenessExplained({ set, policy, rule }: LikenessExplainedProps) {
  const { features, leftOut, fewestSharedFeatures, prefer, kept } = set;
  return (
    <section aria-labelledby="likeness">
      <h2 class="govuk-heading-l" id="likeness">
        How likeness is measured
      </h2>
      <p class="govuk-body">
        <strong>{set.title}.</strong> {set.purpose}
      </p>
      <p class="govuk-body">
        A school is compared with every open mainstream school of its phase in England, on its pupils and neighbourhood
        and not on its results. Each difference is put on a scale and weighted: {formulaText(set)}. Schools that share
        fewer than {fewestSharedFeatures} known features out of {features.length} are not compared; a feature that one
        of two schools lacks is left out between them, and the others stand for the whole.
        {prefer !== null &&
          ` Of the ${prefer.among} nearest, those of the same region come first, each part in the order of likeness, and ${kept} are kept.`}
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
          rows={featureWords(set).map(({ label, share, scale, source }) => [
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
      <FileOf {...set} />
      <h3 class="govuk-heading-m">Doing better</h3>
      <p class="govuk-body">{ruleWords(rule)}</p>
      <p class="govuk-body">
        A school is not put forward as doing better when its latest inspection was{' '}
        {alternatives(policy.notIfLatest.map((outcome) => outcome.toLowerCase()))}. All schools within the distance are
        looked at, not only those listed.
      </p>
      <FileOf {...rule} />
    </section>
  );
}

function FileOf({
  id,
  title,
  validFrom,
  validTo,
  source,
}: Pick<FeatureSet, 'id' | 'title' | 'validFrom' | 'validTo' | 'source'>) {
  return (
    <p class="app-source">
      {title}. In force from {dayText(validFrom)}
      {validTo === null ? ', with no end set' : ` until ${dayText(validTo)}`}. File: policies/similar/{id}.json.{' '}
      {source}.
    </p>
  );
}

/** "a", "a or b", "a, b or c". */
function alternatives(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}
