import { NotificationBanner } from '../../govuk/notification-banner.tsx';
import { londonMoment } from '../../opendata/rules/london-time.ts';
import type { PlacementEvent } from '../rules/event.ts';
import { deedText } from '../rules/event-words.ts';

interface ChangedMeanwhileProps {
  /** What others did since the page was shown, the newest first; nothing when the page is up to date. */
  since: readonly PlacementEvent[];
  /** Fields whose stored value differs from what the reader typed: both are shown, and what they typed stays in the form. */
  fields?: readonly { label: string; stored: string; typed: string }[];
}

/** Tells the second of two editors what the first changed. Nothing of the second is lost: it stands in the form below, to be sent again or mended. */
export function ChangedMeanwhile({ since, fields = [] }: ChangedMeanwhileProps) {
  if (since.length === 0) return null;
  return (
    <NotificationBanner titleText="Changed meanwhile">
      <p class="govuk-notification-banner__heading">
        Somebody changed this while you were writing. Nothing of yours is saved yet.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {since.map((event) => (
          <li>
            {londonMoment(event.at)}: {deedText(event)}
          </li>
        ))}
      </ul>
      {fields.length > 0 && (
        <dl class="govuk-summary-list">
          {fields.map(({ label, stored, typed }) => (
            <div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">{label}</dt>
              <dd class="govuk-summary-list__value">
                It is now: {stored === '' ? 'empty' : `“${stored}”`}
                <br />
                You wrote: {typed === '' ? 'nothing' : `“${typed}”`}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p class="govuk-body">Read what is there now; send the form again to put yours in its place.</p>
    </NotificationBanner>
  );
}
