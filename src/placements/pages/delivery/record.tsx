import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { Tag } from '../../../govuk/tag.tsx';
import type { Written, WorkingPart } from '../../rules/delivery/part.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import { deedText } from '../../rules/event-words.ts';
import { PART_WORDS } from '../../rules/state-words.ts';

/** "Jo Field (the leader), 3 November 2026 at 14:05." */
export function Signature({ by, at, part }: Written & { part?: WorkingPart }) {
  const who = by ?? (part === undefined ? 'Somebody who takes part' : null);
  return (
    <span class="app-source">
      {[who, part === undefined ? null : who === null ? PART_WORDS[part] : `(${PART_WORDS[part]})`]
        .filter(Boolean)
        .join(' ')}
      , {londonMoment(at)}
    </span>
  );
}

/** A state in its colour; nothing for one that needs no tag. */
export function StateMark({ tag }: { tag: { text: string; colour: string } | null }) {
  return tag === null ? null : <Tag class={`govuk-tag--${tag.colour}`}>{tag.text}</Tag>;
}

/** Words as somebody wrote them, with their lines. */
export function Quoted({ words }: { words: string }) {
  return <p class="govuk-body app-letter">{words}</p>;
}

/** What was done with one record, the newest first. */
export function RecordHistory({ events }: { events: readonly PlacementEvent[] }) {
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="record-history">
      <h2 class="govuk-heading-m" id="record-history">
        History
      </h2>
      <ul class="govuk-list govuk-list--spaced">
        {events.map((event) => (
          <li>
            {londonMoment(event.at)}: {deedText(event)}
            {event.reason !== null && (
              <>
                <br />
                <span class="app-letter">{event.reason}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
