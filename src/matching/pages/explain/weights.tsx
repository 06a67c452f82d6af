import { Table } from '../../../govuk/table.tsx';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { factorWords, weightsWords } from '../../rules/explain/weights-words.ts';
import type { WeightsEffect } from '../../rules/explain/weights-effect.ts';
import { type ExplainedPlan, ExplainedPage } from './explained-page.tsx';

export const WEIGHTS_TITLE = 'What each weight does';

/** How the plan changes with each weight at half and at double. */
export function WeightsPage({ of, told }: { of: ExplainedPlan; told: WeightsEffect }) {
  const { now, effects } = told;
  const [first, ...rest] = weightsWords(told);
  return (
    <ExplainedPage of={of} title={WEIGHTS_TITLE} here="weights">
      <p class="app-lede">{first}</p>
      {rest.map((text) => (
        <p class="govuk-body">{text}</p>
      ))}
      <ScrollRegion label="The plan with each weight changed">
        <Table
          caption="The plan made anew with one weight changed and the others as they are"
          captionClass="govuk-table__caption--s"
          class="app-table"
          firstCellIsHeader
          head={[
            { text: 'Weight on' },
            { text: 'Minutes a unit', format: 'numeric' },
            { text: 'Taken' },
            { text: 'Pairs changed', format: 'numeric' },
            { text: 'With a leader', format: 'numeric' },
            { text: 'Minutes one way, all pairs', format: 'numeric' },
          ]}
          rows={[
            [
              { text: 'The plan as it is' },
              { text: '', format: 'numeric' },
              { text: '' },
              { text: '', format: 'numeric' },
              { text: now.covered, format: 'numeric' },
              { text: now.minutes.toLocaleString('en-GB'), format: 'numeric' },
            ],
            ...effects.map(({ on, weight, factor, changed, plan }) => [
              { text: on },
              { text: weight ?? 'Several', format: 'numeric' as const },
              { text: factorWords(factor), class: 'app-nowrap' },
              { text: changed, format: 'numeric' as const },
              { text: plan.covered, format: 'numeric' as const },
              { text: plan.minutes.toLocaleString('en-GB'), format: 'numeric' as const },
            ]),
          ]}
        />
      </ScrollRegion>
      {effects.some(({ plan }) => !plan.provedOptimal) && (
        <p class="govuk-body">
          Not every one of these plans is proved best: where one is not, another as good may change fewer pairs.
        </p>
      )}
    </ExplainedPage>
  );
}
