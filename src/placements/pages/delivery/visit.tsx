import { halfDaysInWords } from '../../../calendar/half-days.ts';
import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { DraftSaved } from '../../../web/offline-draft-script.tsx';
import { paths } from '../../../web/paths.ts';
import type { Action } from '../../rules/delivery/action.ts';
import type { Note, NoteWord } from '../../rules/delivery/note.ts';
import {
  NOTE_TAGS,
  noteStanding,
  type SchoolPart,
  type Visit,
  VISIT_TAGS,
  visitDays,
} from '../../rules/delivery/visit.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { summaryOf, type WorkForm } from './form.tsx';
import { NoteShown } from './note-shown.tsx';
import { NoteSaid } from './note-said.tsx';
import { Quoted, RecordHistory, Signature, StateMark } from './record.tsx';

/** What the reader may do with a visit and its note. */
export interface VisitLeave {
  plans: boolean;
  saysSchoolPart: boolean;
  writesNote: boolean;
  readsNotes: boolean;
  confirms: boolean;
  moderates: boolean;
}

interface VisitPageProps {
  placement: Placement;
  part: PlacementPart;
  visit: Visit;
  schoolPart: SchoolPart | null;
  notes: readonly Note[];
  said: readonly NoteWord[];
  events: readonly PlacementEvent[];
  actions: readonly Action[];
  leave: VisitLeave;
  form: WorkForm;
  today: string;
  done: string | null;
  /** What the browser may forget of a draft, once it is saved. */
  saved: string | null;
}

/** A visit with the school's part, its note in all versions, and what was said of it. */
export function VisitPage(props: VisitPageProps) {
  const { placement, part, visit, schoolPart, notes, said, events, leave, form, today, done, saved } = props;
  const newest = notes.find(({ state }) => state === 'sent') ?? null;
  const draft = notes.find(({ state }) => state === 'draft') ?? null;
  const kinds = newest === null ? null : said.filter(({ noteId }) => noteId === newest.id).map(({ kind }) => kind);
  const standing = noteStanding(visit, kinds, today);
  const at = (deed: string) => paths.placementRecord(placement.id, 'visits', visit.id, deed);
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="visits"
      heading={`Visit of ${visitDays(visit)}`}
      errors={summaryOf(form)}
      done={done}
    >
      {saved !== null && <DraftSaved draft={saved} />}
      <SummaryList
        rows={[
          { key: { text: 'State' }, value: { text: <StateMark tag={VISIT_TAGS[visit.state]} /> } },
          ...(visit.stateReason === null ? [] : [{ key: { text: 'Why' }, value: { text: visit.stateReason } }]),
          { key: { text: 'What it is for' }, value: { text: visit.purpose } },
          { key: { text: 'Where' }, value: { text: visit.place } },
          { key: { text: 'Takes' }, value: { text: halfDaysInWords(visit.halfDays) } },
          ...(visit.state === 'held'
            ? [
                {
                  key: { text: 'Note' },
                  value: {
                    text: (
                      <>
                        <StateMark tag={NOTE_TAGS[standing]} />
                        {newest === null && ` due ${dayText(visit.noteDueOn)}`}
                      </>
                    ),
                  },
                },
              ]
            : []),
        ]}
      />
      <Controls visit={visit} leave={leave} at={at} isNoted={newest !== null} isDrafted={draft !== null} />
      <h2 class="govuk-heading-m">The school’s part</h2>
      {schoolPart === null ? (
        <p class="govuk-body">The school has not said its part.</p>
      ) : (
        <>
          <h3 class="govuk-heading-s">Since the last visit</h3>
          <Quoted words={schoolPart.sinceLast} />
          <h3 class="govuk-heading-s">How the school sees itself</h3>
          <Quoted words={schoolPart.selfEvaluation} />
          {schoolPart.lookAt !== null && (
            <>
              <h3 class="govuk-heading-s">What to look at</h3>
              <Quoted words={schoolPart.lookAt} />
            </>
          )}
          <p class="govuk-body">
            <Signature by={schoolPart.by} at={schoolPart.at} part="supported head" />
          </p>
        </>
      )}
      <h2 class="govuk-heading-l">Note of visit</h2>
      {!leave.readsNotes && (
        <p class="govuk-body">Notes are read by those who judge and do the work, not by finance.</p>
      )}
      {leave.readsNotes && newest === null && <p class="govuk-body">No note is sent yet.</p>}
      {newest !== null && (
        <>
          <NoteShown placement={placement} visit={visit} note={newest} />
          <NoteSaid placement={placement} visit={visit} note={newest} said={said} leave={leave} form={form} />
        </>
      )}
      {notes
        .filter((note) => note.state === 'sent' && note.id !== newest?.id)
        .map((note) => (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">Version {note.number}, which a later one follows</span>
            </summary>
            <div class="govuk-details__text">
              <NoteShown placement={placement} visit={visit} note={note} />
              {said
                .filter(({ noteId, words }) => noteId === note.id && words !== null)
                .map((word) => (
                  <p class="govuk-body">
                    <span class="app-letter">{word.words}</span>
                    <br />
                    <Signature by={word.by} at={word.at} />
                  </p>
                ))}
            </div>
          </details>
        ))}
      <RecordHistory events={events} />
    </PlacementFrame>
  );
}

interface ControlsProps {
  visit: Visit;
  leave: VisitLeave;
  at: (deed: string) => string;
  isNoted: boolean;
  isDrafted: boolean;
}

/** What can be done with the visit now, by this reader. */
function Controls({ visit, leave, at, isNoted, isDrafted }: ControlsProps) {
  const links: [string, string][] = [];
  if (leave.saysSchoolPart && !isNoted && (visit.state === 'planned' || visit.state === 'held'))
    links.push([at('school-part'), 'Write the school’s part']);
  if (leave.plans && visit.state === 'planned')
    links.push([at('change'), 'Change the visit'], [at('cancel'), 'Cancel the visit']);
  if (leave.plans && visit.state !== 'planned' && !isNoted)
    links.push([at('undo'), 'Take back what was said of this visit']);
  const writes = leave.writesNote && visit.state === 'held';
  if (writes && (isDrafted || !isNoted))
    links.push([at('note'), isDrafted ? 'Go on with the note of visit' : 'Write the note of visit']);
  return (
    <div class="app-no-print">
      {links.length > 0 && (
        <ul class="govuk-list">
          {links.map(([href, words]) => (
            <li>
              <a class="govuk-link" href={href}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      )}
      {writes && isNoted && !isDrafted && (
        <Form action={at('new-version')}>
          <Button preventDoubleClick class="govuk-button--secondary">
            Begin a new version of the note
          </Button>
        </Form>
      )}
    </div>
  );
}
