import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import type { ChangedMeanwhile } from './leader-form.tsx';

/** Tells whoever sent an older form what was changed since it was made, and by whom; nothing of theirs is saved or lost. */
export function ChangedNotice({ by, changes }: ChangedMeanwhile) {
  return (
    <NotificationBanner>
      <h2 class="govuk-notification-banner__heading">This entry was changed while you had it open</h2>
      <ul class="govuk-list govuk-list--bullet">
        {by.map((change) => (
          <li>
            {change.by ?? 'Somebody of the service'}, {londonMoment(new Date(change.at))}
          </li>
        ))}
        {changes.map(({ part, before, now }) => (
          <li>
            {part}: was {before}, is {now}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        What you typed stands below. Nothing of it is saved yet: look at it beside this, and send it again.
      </p>
    </NotificationBanner>
  );
}
