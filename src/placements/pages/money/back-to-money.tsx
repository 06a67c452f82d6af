import { paths } from '../../../web/paths.ts';
import type { Placement } from '../../rules/placement.ts';

/** The way back from a page below the money of a placement. */
export function BackToMoney({ placement }: { placement: Pick<Placement, 'id'> }) {
  return (
    <p class="govuk-body app-no-print">
      <a class="govuk-link" href={paths.placementPage(placement.id, 'money')}>
        Back to all days and money of this placement
      </a>
    </p>
  );
}
