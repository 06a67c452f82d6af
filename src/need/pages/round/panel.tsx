import { Button } from '../../../govuk/button.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { PanelEntry, Round } from '../../rules/round/round.ts';
import type { FormState } from './rounds.tsx';

interface PanelProps {
  organisation: { id: string };
  round: Round;
  panel: readonly PanelEntry[];
  writes: boolean;
  form: FormState;
}

/** Who sits on the panel, which interests were declared, and what it noted. */
export function Panel({ organisation, round, panel, writes, form }: PanelProps) {
  const present = panel.findLast(({ kind }) => kind === 'present');
  const notes = panel.filter(({ kind }) => kind === 'note');
  const interests = panel.filter(({ urn }) => urn !== null);
  const action = paths.needRoundPart(organisation.id, round.id, 'panel');
  const message = (field: string) => (form.errors[field] === undefined ? undefined : { text: form.errors[field] });
  return (
    <section aria-labelledby="panel">
      <h2 class="govuk-heading-m" id="panel">
        The panel
      </h2>
      <p class="govuk-body">
        <strong>Present:</strong> {present === undefined ? 'not written down yet.' : <Words entry={present} />}
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>Declared interests:</strong> {interests.length === 0 && 'none.'}
      </p>
      {interests.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {interests.map((entry) => (
            <li>
              {entry.school}
              {entry.kind === 'interest withdrawn' && ' (no longer)'}: <Words entry={entry} />
            </li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1">
            <strong>Notes:</strong>
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {notes.map((entry) => (
              <li>
                <Words entry={entry} />
              </li>
            ))}
          </ul>
        </>
      )}
      {writes && round.state !== 'closed' && (
        <div class="app-no-print">
          <Form action={action}>
            <input type="hidden" name="kind" value="present" />
            <Textarea
              name="words"
              id="present"
              rows={2}
              label={{ text: 'Who sits on the panel' }}
              hint={{
                text: 'Names and roles. A new list takes the place of the one before, which stays in the record.',
              }}
              value={form.typed.present ?? present?.words}
              errorMessage={message('present')}
            />
            <Button class="govuk-button--secondary" preventDoubleClick>
              Write down who is present
            </Button>
          </Form>
          <Form action={action}>
            <input type="hidden" name="kind" value="note" />
            <Textarea
              name="words"
              id="note"
              rows={2}
              label={{ text: 'Note of the panel' }}
              hint={{
                text: 'About the round as a whole. Schools do not see it. An interest is declared on the page of the school.',
              }}
              value={form.typed.note}
              errorMessage={message('note')}
            />
            <Button class="govuk-button--secondary" preventDoubleClick>
              Add note
            </Button>
          </Form>
        </div>
      )}
    </section>
  );
}

function Words({ entry: { words, by, role, at } }: { entry: PanelEntry }) {
  return (
    <>
      <span class="app-letter">{words}</span>{' '}
      <small>
        (written down by {by}, {role}, {londonMoment(new Date(at))})
      </small>
    </>
  );
}
