import { Table } from '../../../govuk/table.tsx';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { Named } from '../../rules/explain/ground.ts';
import type { KindName } from '../../rules/explain/kind-words.ts';
import { askedWords, waysWords, wayWords } from '../../rules/explain/ways-words.ts';
import type { WaysToCover } from '../../rules/explain/ways.ts';
import { type ExplainedPlan, ExplainedPage } from './explained-page.tsx';

const WAYS_TITLE = 'How to cover who is left';

/** The schools that the plan leaves, each with the way to its ways. */
export function LeftPage({
  of,
  left,
}: {
  of: ExplainedPlan;
  left: readonly (Named & { weight: number; why: string })[];
}) {
  return (
    <ExplainedPage of={of} title={WAYS_TITLE} here="ways">
      {left.length === 0 ? (
        <p class="app-lede">Every school of this plan has a leader.</p>
      ) : (
        <ScrollRegion label="Schools without a leader">
          <Table
            caption="Schools without a leader in this plan"
            captionClass="govuk-visually-hidden"
            class="app-table"
            firstCellIsHeader
            head={[
              { text: 'School' },
              { text: 'Weight of leaving it', format: 'numeric' },
              { text: 'Why nobody' },
              { text: 'What would do' },
            ]}
            rows={left.map((need) => [
              { text: need.name },
              { text: need.weight.toFixed(1), format: 'numeric' },
              { text: need.why },
              {
                text: (
                  <a class="govuk-link" href={of.href('ways', { need })}>
                    Ways to cover it<span class="govuk-visually-hidden">: {need.name}</span>
                  </a>
                ),
              },
            ])}
          />
        </ScrollRegion>
      )}
    </ExplainedPage>
  );
}

/** The ways to cover one school, the one with the cheapest plan first. */
export function WaysPage({ of, told, nameOf }: { of: ExplainedPlan; told: WaysToCover; nameOf: KindName }) {
  return (
    <ExplainedPage of={of} title={`How ${told.need.name} could have a leader`} here="ways">
      <p class="app-lede">{waysWords(told, nameOf)}</p>
      <ol class="app-cards app-cards--wide">
        {told.ways.map((way) => (
          <li class="app-card">
            <h2 class="govuk-heading-s">{askedWords(way.asked, nameOf)}</h2>
            <ul class="govuk-list govuk-list--bullet app-reasons">
              {wayWords(way, told).map((text) => (
                <li>{text}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {told.failed.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Tested, and it does not do</h2>
          <ul class="govuk-list govuk-list--bullet">
            {told.failed.map((asked) => (
              <li>{askedWords(asked, nameOf)}</li>
            ))}
          </ul>
        </>
      )}
    </ExplainedPage>
  );
}
