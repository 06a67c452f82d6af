import { gapWords } from '../../rules/round/proposal-words.ts';
import type { PlanTotals } from '../../rules/round/plan-totals.ts';

/** A plan in a few figures. */
export function PlanFigures({ totals }: { totals: PlanTotals }) {
  return (
    <dl class="app-figures">
      <div>
        <dt>Needs with a leader</dt>
        <dd>
          {totals.covered} <small>of {totals.needs}</small>
        </dd>
      </div>
      <div>
        <dt>Travel, one way, all pairs</dt>
        <dd>
          {totals.minutes} <small>minutes; the longest {totals.longestMinutes}</small>
        </dd>
      </div>
      <div>
        <dt>Days of help in the term</dt>
        <dd>
          {number(totals.days)}{' '}
          <small>
            {totals.leadersUsed} leaders, at most {totals.mostOfALeader} needs each
          </small>
        </dd>
      </div>
      <div>
        <dt>Money</dt>
        <dd>
          <small>{moneyWords(totals)}</small>
        </dd>
      </div>
      <div>
        <dt>How good it is</dt>
        <dd>
          {totals.provedOptimal ? 'Proved best' : gapWords(totals.gap)}{' '}
          <small>{totals.provedOptimal ? 'no plan costs less' : 'at most from the best there is'}</small>
        </dd>
      </div>
    </dl>
  );
}

/** A number as people write it. */
export function number(value: number, decimals = 1): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: decimals });
}

/** "£1,350", with what is not known. */
export function moneyWords({ pence, pairsWithoutRate, covered }: PlanTotals): string {
  if (covered === 0) return '£0';
  if (pairsWithoutRate === covered) return 'not known';
  const known = `£${number(pence / 100, 0)}`;
  return pairsWithoutRate === 0 ? known : `${known}, and ${pairsWithoutRate} pairs whose rate is not known`;
}
