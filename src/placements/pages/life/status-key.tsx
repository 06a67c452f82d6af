import { Details } from '../../../govuk/details.tsx';
import type { LifePolicy } from '../../rules/life/life-policy.ts';

/** What each colour means, the same for everybody. */
export function StatusKey({ statuses }: { statuses: LifePolicy['review']['statuses'] }) {
  return (
    <Details summaryText="What red, amber and green mean">
      <dl class="govuk-summary-list">
        {statuses.map(({ label, means }) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{label}</dt>
            <dd class="govuk-summary-list__value">{means}</dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
