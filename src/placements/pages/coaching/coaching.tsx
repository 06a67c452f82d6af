import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { WarningText } from '../../../govuk/warning-text.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { dateBoxes } from '../../../web/form-date.ts';
import { paths } from '../../../web/paths.ts';
import type { CoachingLog, CoachingNote } from '../../rules/coaching/coaching-note.ts';
import type { Placement } from '../../rules/placement.ts';
import { Day, summaryOf, type WorkForm, Words } from '../delivery/form.tsx';
import { Quoted, Signature } from '../delivery/record.tsx';
import { PlacementFrame } from '../placement-frame.tsx';

interface CoachingPageProps {
  placement: Placement;
  part: PlacementPart;
  log: CoachingLog;
  /** Whether the placement is at work, so that something can be written. */
  writes: boolean;
  form: WorkForm;
  today: string;
  done: string | null;
}

const WHY_NONE: Readonly<Record<Extract<CoachingLog, { ok: false }>['reason'], string>> = {
  'no leader with an account': 'The leader of this placement has no account yet. The log begins when they have one.',
  'no head':
    'It is not known who heads the supported school in this placement: nobody, or more than one person, has the role. The log begins when one head has it.',
  'not one of the two':
    'The log is between the leader and the head who is named in this placement, and you are neither.',
};

/** The coaching log: what the leader and the supported head note for each other, and nobody else reads. */
export function CoachingPage({ placement, part, log, writes, form, today, done }: CoachingPageProps) {
  return (
    <PlacementFrame placement={placement} part={part} current="coaching" errors={summaryOf(form)} done={done}>
      {!log.ok && <p class="govuk-body">{WHY_NONE[log.reason]}</p>}
      {log.ok && (
        <>
          <WarningText iconFallbackText="Note">
            Only you and {log.with ?? 'the other of the two'} read this: not the service, not the boards, not whoever
            follows either of you. It stands in no letter, list, search or export, and is not kept in this browser.
          </WarningText>
          {writes && (
            <Form action={paths.placementPage(placement.id, 'coaching')} autocomplete={false}>
              <NoteFields form={form} boxes={dateBoxes('talked', today)} />
              <Button preventDoubleClick>Add the note</Button>
            </Form>
          )}
          <h2 class="govuk-heading-m">Notes</h2>
          {log.notes.length === 0 && <p class="govuk-body">Nothing is noted yet.</p>}
          {log.notes.map((note) => (
            <CoachingEntry placement={placement} note={note} writes={writes} />
          ))}
        </>
      )}
    </PlacementFrame>
  );
}

function CoachingEntry({ placement, note, writes }: { placement: Placement; note: CoachingNote; writes: boolean }) {
  return (
    <article class="app-panel">
      <h3 class="govuk-heading-s">{dayText(note.talkedOn)}</h3>
      <Quoted words={note.words} />
      <p class="govuk-body">
        <Signature by={note.by} at={note.at} />{' '}
        {note.isOwn && writes && (
          <a class="govuk-link app-no-print" href={paths.placementRecord(placement.id, 'coaching', note.id)}>
            Correct it<span class="govuk-visually-hidden"> (the note of {dayText(note.talkedOn)})</span>
          </a>
        )}
      </p>
      {note.before.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">What stood here before</span>
          </summary>
          <div class="govuk-details__text">
            {note.before.map(({ words, talkedOn, at }) => (
              <>
                <p class="govuk-body-s">
                  {dayText(talkedOn)}, written {londonMoment(at)}
                </p>
                <Quoted words={words} />
              </>
            ))}
          </div>
        </details>
      )}
    </article>
  );
}

function NoteFields({ form, boxes, words }: { form: WorkForm; boxes: Record<string, string>; words?: string }) {
  return (
    <>
      <Day form={form} name="talked" label="When you talked" boxes={boxes} />
      <Words form={form} name="words" label="Note" rows={6} value={words} />
    </>
  );
}

interface CorrectPageProps {
  placement: Placement;
  part: PlacementPart;
  note: CoachingNote;
  form: WorkForm;
}

/** Where one of the two corrects what they wrote themself. */
export function CorrectCoachingPage({ placement, part, note, form }: CorrectPageProps) {
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="coaching"
      heading="Correct a note"
      errors={summaryOf(form)}
    >
      <p class="govuk-body">What stood before stays below the corrected note, for the two of you alone.</p>
      <Form action={paths.placementRecord(placement.id, 'coaching', note.id)} autocomplete={false}>
        <NoteFields form={form} boxes={dateBoxes('talked', note.talkedOn)} words={note.words} />
        <div class="govuk-button-group">
          <Button preventDoubleClick>Save</Button>
          <a class="govuk-link" href={paths.placementPage(placement.id, 'coaching')}>
            Cancel
          </a>
        </div>
      </Form>
    </PlacementFrame>
  );
}
