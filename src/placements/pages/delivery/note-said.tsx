import { Button } from '../../../govuk/button.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { Note, NoteWord } from '../../rules/delivery/note.ts';
import type { WorkingPart } from '../../rules/delivery/part.ts';
import type { Visit } from '../../rules/delivery/visit.ts';
import type { Placement } from '../../rules/placement.ts';
import { faultOf, type WorkForm, Words } from './form.tsx';
import { Quoted, Signature } from './record.tsx';
import type { VisitLeave } from './visit.tsx';

const KIND_WORDS: Readonly<Record<NoteWord['kind'], string>> = {
  confirmed: 'The head confirmed the facts',
  disputed: 'The head says that facts are wrong',
  answered: 'The leader answered',
  moderated: 'Read by the service',
};

const KIND_PARTS: Readonly<Record<NoteWord['kind'], WorkingPart>> = {
  confirmed: 'supported head',
  disputed: 'supported head',
  answered: 'leader',
  moderated: 'service',
};

interface NoteSaidProps {
  placement: Placement;
  visit: Visit;
  note: Note;
  said: readonly NoteWord[];
  leave: VisitLeave;
  form: WorkForm;
}

/** What was said of a note that was sent: it stands beside the note. And where the reader says what is theirs to say. */
export function NoteSaid({ placement, visit, note, said, leave, form }: NoteSaidProps) {
  const of = said.filter(({ noteId }) => noteId === note.id);
  const last = of.findLast(({ kind }) => kind !== 'moderated')?.kind;
  const at = (deed: string) => paths.placementRecord(placement.id, 'visits', visit.id, deed);
  const noteField = <input type="hidden" name="note" value={note.id} />;
  return (
    <section aria-labelledby="said">
      <h3 class="govuk-heading-m" id="said">
        What was said of it
      </h3>
      {of.length === 0 && <p class="govuk-body">Nothing yet.</p>}
      {of.map((word) => (
        <>
          <h4 class="govuk-heading-s">{KIND_WORDS[word.kind]}</h4>
          {word.words !== null && <Quoted words={word.words} />}
          <p class="govuk-body">
            <Signature by={word.by} at={word.at} part={KIND_PARTS[word.kind]} />
          </p>
        </>
      ))}
      <div class="app-no-print">
        {leave.confirms && last !== 'confirmed' && (
          <Form action={at('confirm')}>
            {noteField}
            <Radios
              name="says"
              idPrefix="says"
              fieldset={{ legend: { text: 'Are the facts right?', class: 'govuk-fieldset__legend--s' } }}
              items={[
                { value: 'confirmed', text: 'Yes, I confirm the facts' },
                {
                  value: 'disputed',
                  text: 'No, something is wrong',
                  hint: {
                    text: 'Say below what. The note stays as it is; what you say stands beside it, and the leader answers or sends a new version.',
                  },
                },
              ]}
              value={form.typed.says ?? ''}
              errorMessage={faultOf(form, 'says')}
            />
            <Words form={form} name="words" label="What is wrong, or what you want to add" rows={3} />
            <Button preventDoubleClick>Send</Button>
          </Form>
        )}
        {leave.writesNote && last === 'disputed' && (
          <Form action={at('answer')}>
            {noteField}
            <Words
              form={form}
              name="words"
              label="Answer the head"
              hint="Or begin a new version of the note, above."
              rows={3}
            />
            <Button preventDoubleClick>Answer</Button>
          </Form>
        )}
        {leave.moderates && (
          <Form action={at('moderate')}>
            {noteField}
            <Words
              form={form}
              name="words"
              label="Comment on the note (optional)"
              hint="The leader, the school and its board read it."
              rows={3}
            />
            <Button preventDoubleClick>I have read it</Button>
          </Form>
        )}
      </div>
    </section>
  );
}
