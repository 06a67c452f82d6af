import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { Fieldset } from '../../../govuk/fieldset.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { Select } from '../../../govuk/select.tsx';
import { WarningText } from '../../../govuk/warning-text.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { dateBoxes } from '../../../web/form-date.ts';
import { OfflineDraft } from '../../../web/offline-draft-script.tsx';
import { paths } from '../../../web/paths.ts';
import { type NoteContent, NOTE_PARTS } from '../../rules/delivery/note.ts';
import { WORKING_PARTS } from '../../rules/delivery/part.ts';
import { type SchoolPart, type Visit, visitDays } from '../../rules/delivery/visit.ts';
import type { Placement } from '../../rules/placement.ts';
import { PART_WORDS } from '../../rules/state-words.ts';
import { NEW_ACTIONS } from '../../schema/delivery/note-form.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { Day, faultOf, Line, summaryOf, type WorkForm, Words } from './form.tsx';
import { Quoted } from './record.tsx';

interface NoteFormProps {
  placement: Placement;
  part: PlacementPart;
  visit: Visit;
  schoolPart: SchoolPart | null;
  /** As it is saved. */
  content: NoteContent;
  /** Of the saved draft; 0 while there is none. */
  version: number;
  /** Actions that were open before the visit, whose progress the note tells. */
  before: readonly { id: string; what: string }[];
  /** What is still missing, by field; shown as a list, and as errors only when it was to be sent. */
  missing: Readonly<Record<string, string>>;
  form: WorkForm;
  /** Somebody saved the note since the page was shown: in another window, or on another device. */
  conflict: boolean;
  done: string | null;
  saved: string | null;
}

/** Where the leader writes the note of a visit: it can be left half filled, kept in the browser while there is no connection, and sent when it is whole. */
export function NoteFormPage(props: NoteFormProps) {
  const { placement, part, visit, schoolPart, content, version, before, missing, form, conflict, done, saved } = props;
  const left = Object.values(missing);
  const added = content.actions.filter(({ actionId }) => actionId === null);
  const inPlan = content.actions.filter(({ actionId }) => actionId !== null);
  const draft = `${placement.id}/${visit.id}`;
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="visits"
      heading="Note of visit"
      errors={summaryOf(form)}
      done={done}
    >
      {conflict && (
        <WarningText iconFallbackText="Note">
          This note was saved elsewhere since you began here. What you wrote is kept in the form below and is not saved
          yet. Open{' '}
          <a class="govuk-link" href={paths.placementRecord(placement.id, 'visits', visit.id, 'note')}>
            the note as it is saved
          </a>{' '}
          to compare; save here to put yours in its place.
        </WarningText>
      )}
      <p class="govuk-body">
        {placement.supported.name}, {visitDays(visit)}. To be sent by {dayText(visit.noteDueOn)}. Only you see it until
        you send it; then the head confirms its facts, the board gets a copy and the service reads it. Write it fit to
        be read by all of them.
      </p>
      {version > 0 && left.length > 0 && (
        <InsetText>
          In progress. Still missing:
          <ul class="govuk-list govuk-list--bullet">
            {left.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </InsetText>
      )}
      {schoolPart !== null && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">What the school said before the visit</span>
          </summary>
          <div class="govuk-details__text">
            <Quoted words={schoolPart.sinceLast} />
            <Quoted words={schoolPart.selfEvaluation} />
            {schoolPart.lookAt !== null && <Quoted words={schoolPart.lookAt} />}
          </div>
        </details>
      )}
      <OfflineDraft draft={draft} version={version} saved={saved}>
        <Form action={paths.placementRecord(placement.id, 'visits', visit.id, 'note')}>
          <input type="hidden" name="version" value={version} />
          {NOTE_PARTS.slice(0, 4).map(([name, label, hint]) => (
            <Words form={form} name={name} label={label} hint={hint} value={content[name]} />
          ))}
          {before.length > 0 && <h2 class="govuk-heading-m">Progress on earlier actions</h2>}
          {before.map(({ id, what }) => (
            <Words
              form={form}
              name={`progress-${id}`}
              label={what}
              value={content.progress.find(({ actionId }) => actionId === id)?.words}
              rows={2}
            />
          ))}
          {NOTE_PARTS.slice(4, 6).map(([name, label, hint]) => (
            <Words form={form} name={name} label={label} hint={hint} value={content[name]} />
          ))}
          <h2 class="govuk-heading-m">Actions</h2>
          <p class="govuk-body">
            What you write here goes into the action plan when the note is sent. Leave rows empty that you do not need.
          </p>
          {inPlan.length > 0 && (
            <>
              <p class="govuk-body">In the plan already, and changed there:</p>
              <ul class="govuk-list govuk-list--bullet">
                {inPlan.map(({ what }) => (
                  <li>{what}</li>
                ))}
              </ul>
            </>
          )}
          {Array.from({ length: NEW_ACTIONS }, (_, k) => {
            const row = `action-${k + 1}`;
            return (
              <Fieldset legend={{ text: `Action ${k + 1}`, class: 'govuk-fieldset__legend--s' }}>
                <Line form={form} name={`${row}-what`} label="What" value={added[k]?.what} />
                <Select
                  id={`${row}-who`}
                  name={`${row}-who`}
                  label={{ text: 'Who' }}
                  items={[
                    { value: '', text: 'Choose' },
                    ...WORKING_PARTS.map((value) => ({ value, text: PART_WORDS[value] })),
                  ]}
                  value={form.typed[`${row}-who`] ?? added[k]?.who ?? ''}
                  errorMessage={faultOf(form, `${row}-who`)}
                />
                <Day
                  form={form}
                  name={`${row}-due`}
                  label="By when"
                  boxes={dateBoxes(`${row}-due`, added[k]?.dueOn ?? null)}
                />
              </Fieldset>
            );
          })}
          {NOTE_PARTS.slice(6).map(([name, label, hint]) => (
            <Words form={form} name={name} label={label} hint={hint} value={content[name]} rows={2} />
          ))}
          <Day form={form} name="next" label="Next visit" boxes={dateBoxes('next', content.nextOn)} />
          <Checkboxes
            name="noNext"
            items={[{ value: 'yes', text: 'No next visit is planned' }]}
            values={[form.typed.noNext ?? (content.noNext ? 'yes' : '')]}
          />
          <div class="govuk-button-group">
            <Button preventDoubleClick name="do" value="save" class="govuk-button--secondary">
              Save and go on later
            </Button>
            <Button preventDoubleClick name="do" value="send">
              Send the note
            </Button>
          </div>
        </Form>
      </OfflineDraft>
    </PlacementFrame>
  );
}
