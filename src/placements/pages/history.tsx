import type { PlacementPart } from '../../access/placement-parts.ts';
import { londonMoment } from '../../opendata/rules/london-time.ts';
import type { PlacementEvent } from '../rules/event.ts';
import { deedText } from '../rules/event-words.ts';
import type { Placement } from '../rules/placement.ts';
import { PlacementFrame } from './placement-frame.tsx';

interface HistoryPageProps {
  placement: Placement;
  part: PlacementPart;
  events: readonly PlacementEvent[];
}

/** What was done in a placement, by whom, the newest first. */
export function HistoryPage({ placement, part, events }: HistoryPageProps) {
  return (
    <PlacementFrame placement={placement} part={part} current="history">
      {events.length === 0 ? (
        <p class="govuk-body">Nothing that you may read was done yet.</p>
      ) : (
        <ol class="govuk-list govuk-list--spaced">
          {events.map((event) => (
            <li>
              <strong>{londonMoment(event.at)}</strong>
              <br />
              {deedText(event)}
              {event.reason !== null && <p class="govuk-inset-text app-letter">{event.reason}</p>}
            </li>
          ))}
        </ol>
      )}
    </PlacementFrame>
  );
}
