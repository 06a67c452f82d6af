import { Table } from '../../../govuk/table.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { DeliveryPolicy } from '../../rules/delivery/delivery-policy.ts';
import type { Objective } from '../../rules/delivery/objective.ts';
import {
  byObjective,
  type ProgressEntry,
  RATING_COLOURS,
  RATING_WORDS,
  RATINGS,
} from '../../rules/delivery/progress.ts';
import type { Placement } from '../../rules/placement.ts';
import { PART_WORDS } from '../../rules/state-words.ts';
import { ProgressChart } from './progress-chart.tsx';
import { Signature, StateMark } from './record.tsx';

interface ProgressProps {
  placement: Placement;
  objectives: readonly Objective[];
  entries: readonly ProgressEntry[];
  policy: DeliveryPolicy;
  disagreesAs: string | null;
}

/** How each objective stands: what the colours mean, a chart with its table, and disagreement beside each entry. */
export function ProgressOfObjectives({ placement, objectives, entries, policy, disagreesAs }: ProgressProps) {
  return (
    <>
      <RatingKey policy={policy} />
      {byObjective(objectives, entries).map(({ objective, entries: of }) => (
        <section aria-labelledby={`of-${objective.key}`}>
          <h3 class="govuk-heading-m" id={`of-${objective.key}`}>
            {objective.title}
          </h3>
          {of.length === 0 ? (
            <p class="govuk-body">Nothing is entered yet.</p>
          ) : (
            <>
              <div class="app-charts">
                <ProgressChart id={`chart-${objective.key}`} title={`Progress: ${objective.title}`} entries={of} />
              </div>
              <ScrollRegion label={`Progress: ${objective.title}`}>
                <Table
                  class="app-table"
                  caption={`Progress: ${objective.title}`}
                  captionClass="govuk-visually-hidden"
                  head={['Day', 'Stands', 'Evidence', 'Seen otherwise'].map((text) => ({ text }))}
                  firstCellIsHeader
                  rows={of.map((entry) => [
                    { text: dayText(entry.seenOn) },
                    { text: <RatingTag rating={entry.rating} /> },
                    {
                      text: (
                        <>
                          <span class="app-letter">{entry.evidence}</span>
                          <br />
                          <Signature by={entry.by} at={entry.at} part={entry.part} />
                        </>
                      ),
                    },
                    { text: <SeenOtherwise placement={placement} entry={entry} disagreesAs={disagreesAs} /> },
                  ])}
                />
              </ScrollRegion>
            </>
          )}
        </section>
      ))}
    </>
  );
}

/** What red, amber and green mean: the same for everybody, from the policy. */
export function RatingKey({ policy }: { policy: DeliveryPolicy }) {
  return (
    <dl class="govuk-summary-list">
      {RATINGS.map((rating) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">
            <RatingTag rating={rating} />
          </dt>
          <dd class="govuk-summary-list__value">{policy.ratings[rating]}</dd>
        </div>
      ))}
    </dl>
  );
}

function RatingTag({ rating }: Pick<ProgressEntry, 'rating'>) {
  return <StateMark tag={{ text: RATING_WORDS[rating], colour: RATING_COLOURS[rating] }} />;
}

function SeenOtherwise({
  placement,
  entry,
  disagreesAs,
}: {
  placement: Placement;
  entry: ProgressEntry;
  disagreesAs: string | null;
}) {
  return (
    <>
      {entry.disagreements.map(({ words, part, by, at }) => (
        <p class="govuk-body-s">
          <span class="app-letter">{words}</span>
          <br />
          <Signature by={by} at={at} part={part} />
        </p>
      ))}
      {disagreesAs !== null && disagreesAs !== entry.personId && (
        <a class="govuk-link app-no-print" href={paths.placementRecord(placement.id, 'progress', entry.id, 'disagree')}>
          See it otherwise
          <span class="govuk-visually-hidden">
            {' '}
            than {entry.by ?? PART_WORDS[entry.part]} on {dayText(entry.seenOn)}
          </span>
        </a>
      )}
    </>
  );
}
