import { halfDaysInWords } from '../../../calendar/half-days.ts';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import type { Terms } from '../../rules/offer/offer.ts';
import { askerWords, type Request } from '../../rules/offer/request.ts';

/** What is wrong with a field, for its component. */
export function faultOf({ errors }: FormState, field: string): { text: string } | undefined {
  return errors[field] === undefined ? undefined : { text: errors[field] };
}

/** "6 days, 4 January to 31 March 2027". */
export function termsText({ halfDays, startsOn, endsOn }: Terms): string {
  return `${halfDaysInWords(halfDays)}, from ${dayText(startsOn)} to ${dayText(endsOn)}`;
}

/** What was asked for, by whom. */
export function RequestShown({ request, askedByKind }: { request: Request; askedByKind: string }) {
  const contact = [request.contactName, request.contactEmail, request.contactPhone].filter((part) => part !== null);
  const who = askerWords(askedByKind);
  return (
    <SummaryList
      rows={[
        {
          key: { text: 'Asked for by' },
          value: { text: request.onBehalfOf === null ? who : `${who}: ${request.onBehalfOf}` },
        },
        { key: { text: 'What is needed' }, value: { text: request.detail, class: 'app-letter' } },
        { key: { text: 'When' }, value: { text: request.when } },
        { key: { text: 'Contact' }, value: { text: contact.join(', ') } },
      ]}
    />
  );
}
