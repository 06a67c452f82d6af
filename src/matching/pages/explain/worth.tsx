import { Table } from '../../../govuk/table.tsx';
import type { AreaGeometry } from '../../../web/charts/geometry.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { KindName } from '../../rules/explain/kind-words.ts';
import { kindWords, timesWords, worthWords } from '../../rules/explain/worth-words.ts';
import type { AreaWorth, KindWorth, Worth } from '../../rules/explain/worth.ts';
import { type ExplainedPlan, ExplainedPage } from './explained-page.tsx';
import { WorthMap } from './worth-map.tsx';

export const WORTH_TITLE = 'What more would be worth';

/** Towns told of in a table; the map shows all. */
const MOST_TOWNS = 12;

interface WorthPageProps {
  of: ExplainedPlan;
  told: Worth;
  nameOf: KindName;
  /** Outline of the area; null where the plan is of several or it is not known. */
  boundary: AreaGeometry | null;
}

/** What more leaders and more time would be worth, and where. */
export function WorthPage({ of, told, nameOf, boundary }: WorthPageProps) {
  return (
    <ExplainedPage of={of} title={WORTH_TITLE} here="worth">
      <p class="app-lede">{worthWords(told, nameOf)}</p>
      {told.kinds.map((kind) => (
        <KindSection kind={kind} nameOf={nameOf} boundary={boundary} />
      ))}
      <h2 class="govuk-heading-m">Time of leaders who have none left</h2>
      <ul class="govuk-list govuk-list--bullet">
        {timesWords(told.time).map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <AreasTable areas={told.areas} nameOf={nameOf} />
    </ExplainedPage>
  );
}

function KindSection({ kind, nameOf, boundary }: { kind: KindWorth } & Pick<WorthPageProps, 'nameOf' | 'boundary'>) {
  const name = nameOf(kind.kind);
  const promising = kind.places.filter(({ atMost }) => atMost > 0);
  return (
    <section>
      <h2 class="govuk-heading-m">{`More ${name}s`}</h2>
      {kindWords(kind, nameOf).map((text) => (
        <p class="govuk-body">{text}</p>
      ))}
      {promising.length > 0 && (
        <>
          <WorthMap name={name} places={promising} boundary={boundary} />
          <ScrollRegion label={`What one more ${name} could be worth, by town`}>
            <Table
              caption={`Minutes that one more ${name} could spare at the best, by town: from the prices of the proof, before any test`}
              captionClass="govuk-table__caption--s"
              class="app-table"
              firstCellIsHeader
              head={[{ text: 'In or near' }, { text: 'Where' }, { text: 'At most', format: 'numeric' }]}
              rows={promising
                .slice(0, MOST_TOWNS)
                .map(({ town, where, atMost }) => [
                  { text: town.name },
                  { text: where ?? 'Not known' },
                  { text: atMost.toFixed(1), format: 'numeric' },
                ])}
            />
          </ScrollRegion>
          {promising.length > MOST_TOWNS && (
            <p class="app-source">
              The {MOST_TOWNS} with most, of {promising.length} towns on the map.
            </p>
          )}
        </>
      )}
    </section>
  );
}

function AreasTable({ areas, nameOf }: { areas: readonly AreaWorth[]; nameOf: KindName }) {
  return (
    <ScrollRegion label="How needs stand by area and kind">
      <Table
        caption="Needs by area, and what meeting one more such need would weigh: the mean of their prices in the proof"
        captionClass="govuk-table__caption--m"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'Area' },
          { text: 'Kind of leader' },
          { text: 'Needs', format: 'numeric' },
          { text: 'Without one', format: 'numeric' },
          { text: 'Mean price in minutes', format: 'numeric' },
        ]}
        rows={areas.map(({ area, kind, needs, uncovered, price }) => [
          { text: area },
          { text: nameOf(kind) },
          { text: needs, format: 'numeric' },
          { text: uncovered, format: 'numeric' },
          { text: price.toFixed(1), format: 'numeric' },
        ])}
      />
    </ScrollRegion>
  );
}
