import { Details } from '../../../govuk/details.tsx';
import { Table } from '../../../govuk/table.tsx';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { nextWords } from '../../rules/explain/pair-words.ts';
import type { PairExplained } from '../../rules/explain/pairs.ts';
import type { PricePart } from '../../rules/price-parts.ts';
import { type ExplainedPlan, ExplainedPage } from './explained-page.tsx';

export const PAIRS_TITLE = 'Why each pair';

/** Every pair with all parts of its cost, and who comes next. */
export function PairsPage({ of, pairs }: { of: ExplainedPlan; pairs: readonly PairExplained[] }) {
  return (
    <ExplainedPage of={of} title={PAIRS_TITLE} here="why">
      <p class="app-lede">
        {pairs.length === 0
          ? 'The plan has no pair.'
          : 'What each pair costs, part by part, and what the plan would cost with the next best leader.'}
      </p>
      <ul class="app-cards app-cards--wide">
        {pairs.map((pair) => (
          <PairCard of={of} pair={pair} />
        ))}
      </ul>
    </ExplainedPage>
  );
}

function PairCard({ of, pair }: { of: ExplainedPlan; pair: PairExplained }) {
  const { need, leader, cost, parts, next } = pair;
  return (
    <li class="app-card">
      <h2 class="govuk-heading-s">
        {need.name} with the leader from {leader.name}
      </h2>
      <p class="govuk-body-s">{nextWords(pair)}</p>
      <Details
        summaryText={
          <>
            What its {minutes(cost)} minutes are made of<span class="govuk-visually-hidden">: {need.name}</span>
          </>
        }
      >
        <Parts parts={parts} name={need.name} cost={cost} />
      </Details>
      <p class="govuk-body-s">
        <a class="govuk-link" href={of.href('why-not', { need })}>
          All other leaders for {need.name}
        </a>
        {next !== null && (
          <>
            {' '}
            or{' '}
            <a class="govuk-link" href={of.href('why-not', { need, leader: next.leader })}>
              what the leader from {next.leader.name} would change
            </a>
          </>
        )}
      </p>
    </li>
  );
}

function Parts({ parts, name, cost }: { parts: readonly PricePart[]; name: string; cost: number }) {
  return (
    <ScrollRegion label={`Parts of the cost: ${name}`}>
      <Table
        caption={`Parts of the cost of the pair of ${name}`}
        captionClass="govuk-visually-hidden"
        class="app-table app-table--close"
        firstCellIsHeader
        head={[
          { text: 'Part' },
          { text: 'How much' },
          { text: 'Each weighs', format: 'numeric' },
          { text: 'Minutes', format: 'numeric' },
        ]}
        rows={[
          ...parts.map((part) => [
            { text: part.label },
            { text: amountWords(part) },
            { text: part.weight, format: 'numeric' as const },
            { text: minutes(part.minutes), format: 'numeric' as const },
          ]),
          [
            { text: 'All parts' },
            { text: '' },
            { text: '', format: 'numeric' as const },
            { text: minutes(cost), format: 'numeric' as const },
          ],
        ]}
      />
    </ScrollRegion>
  );
}

function amountWords({ quantity, taken, unit }: PricePart): string {
  const amount = `${taken.toLocaleString('en-GB', { maximumFractionDigits: 2 })} (${unit})`;
  return quantity === null ? `not known; taken as ${amount}` : amount;
}

function minutes(value: number): string {
  return value.toFixed(1);
}
