import { NotificationBanner } from '../../../govuk/notification-banner.tsx';

interface DraftChangedProps {
  /** What stands in the draft now, where it differs from what was typed; null when nobody changed it meanwhile. */
  differs: readonly { name: string; now: string; typed: string }[] | null;
}

/** Tells the second of two who write a draft what the first wrote. What the second typed stands in the form below. */
export function DraftChanged({ differs }: DraftChangedProps) {
  if (differs === null) return null;
  return (
    <NotificationBanner titleText="Changed meanwhile">
      <p class="govuk-notification-banner__heading">
        Somebody changed the draft while you were writing. Nothing of yours is saved yet.
      </p>
      {differs.length > 0 && (
        <dl class="govuk-summary-list">
          {differs.map(({ name, now, typed }) => (
            <div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">{name}</dt>
              <dd class="govuk-summary-list__value app-letter">
                It is now: {now === '' ? 'empty' : `“${now}”`}
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
