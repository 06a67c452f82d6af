import { SummaryList } from '../../../govuk/summary-list.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import type { Note } from '../../rules/delivery/note.ts';
import { NOTE_PARTS } from '../../rules/delivery/note.ts';
import { type Visit, visitDays } from '../../rules/delivery/visit.ts';
import type { Placement } from '../../rules/placement.ts';
import { PART_WORDS } from '../../rules/state-words.ts';
import { Signature } from './record.tsx';

interface NoteShownProps {
  placement: Placement;
  visit: Visit;
  note: Note;
}

/** A note of visit as it was sent. */
export function NoteShown({ placement, visit, note }: NoteShownProps) {
  const { content } = note;
  const [metWith, focus, evidence, judgement, strengths, areas, brokered] = NOTE_PARTS.map(([field, label]) =>
    row(label, content[field]),
  );
  return (
    <>
      <p class="govuk-body">
        Version {note.number}. <Signature by={note.by} at={note.sentAt ?? note.at} part="leader" />
      </p>
      <SummaryList
        rows={[
          row('School', placement.supported.name),
          row('Day', visitDays(visit)),
          row('Visitor', note.by ?? 'The leader'),
          metWith!,
          focus!,
          row(
            'The school’s part',
            content.schoolPart === null
              ? 'The school had not said its part.'
              : [content.schoolPart.sinceLast, content.schoolPart.selfEvaluation, content.schoolPart.lookAt]
                  .filter(Boolean)
                  .join('\n\n'),
          ),
          evidence!,
          judgement!,
          {
            key: { text: 'Progress on earlier actions' },
            value: {
              text:
                content.progress.length === 0 ? (
                  'None were open.'
                ) : (
                  <ul class="govuk-list govuk-list--bullet">
                    {content.progress.map(({ what, words }) => (
                      <li>
                        {what}: <span class="app-letter">{words}</span>
                      </li>
                    ))}
                  </ul>
                ),
            },
          },
          strengths!,
          areas!,
          {
            key: { text: 'Actions' },
            value: {
              text:
                content.actions.length === 0 ? (
                  'None'
                ) : (
                  <ul class="govuk-list govuk-list--bullet">
                    {content.actions.map(({ what, who, dueOn }) => (
                      <li>
                        {what}: {who === '' ? 'nobody named' : PART_WORDS[who]}
                        {dueOn !== null && `, by ${dayText(dueOn)}`}
                      </li>
                    ))}
                  </ul>
                ),
            },
          },
          brokered!,
          row('Next visit', content.nextOn === null ? 'None planned' : dayText(content.nextOn)),
        ]}
      />
    </>
  );
}

function row(key: string, text: string) {
  return { key: { text: key }, value: { text: <span class="app-letter">{text === '' ? 'Empty' : text}</span> } };
}
