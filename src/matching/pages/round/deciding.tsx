import { Button } from '../../../govuk/button.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import type { ChangeSince } from '../../rules/round/changes-since.ts';
import { decisionSentence } from '../../rules/round/decision-words.ts';
import type { Names } from '../../rules/round/names.ts';
import type { Scenario } from '../../rules/round/round.ts';

/** What a form of a decision knows besides its own fields. */
export interface Deciding {
  scenarios: readonly Pick<Scenario, 'id' | 'name'>[];
  /** What the page shows of the list of decisions: see `stampOf`. */
  stamp: string;
  form: FormState;
  /** What others decided while the form was filled in; null where nothing was. */
  since: readonly ChangeSince[] | null;
  names: Names;
}

/** The end of every form that decides something: for which scenarios, why, and the button. `id` tells forms of one page apart. */
export function DecidingFields({
  deciding: { scenarios, stamp, form },
  button,
  id = '',
  shown = true,
  forScenarios = true,
}: {
  deciding: Deciding;
  button: string;
  id?: string;
  /** Whether what was typed and what is wrong belongs to this form of the page. */
  shown?: boolean;
  /** False where it is for the whole round always. */
  forScenarios?: boolean;
}) {
  const error = shown ? form.errors.reason : undefined;
  return (
    <>
      <input type="hidden" name="seen" value={stamp} />
      {forScenarios && scenarios.length > 1 && (
        <Select
          name="scenario"
          id={`scenario${id}`}
          label={{ text: 'For' }}
          value={shown ? form.typed.scenario : undefined}
          items={[
            { value: '', text: 'all scenarios of the round' },
            ...scenarios.map((scenario) => ({ value: scenario.id, text: `the scenario “${scenario.name}” alone` })),
          ]}
        />
      )}
      <Textarea
        name="reason"
        id={`reason${id}`}
        rows={2}
        label={{ text: 'Why' }}
        hint={{ text: 'It stays in the list of decisions. Leave out health and family.' }}
        value={shown ? form.typed.reason : undefined}
        errorMessage={error === undefined ? undefined : { text: error }}
      />
      <Button preventDoubleClick>{button}</Button>
    </>
  );
}

/** Tells whoever comes second what the first did. */
export function TellChanges({ deciding: { since, names } }: { deciding: Deciding }) {
  if (since === null) return null;
  return (
    <InsetText id="changed">
      <p class="govuk-body">
        Somebody else decided in this round while you filled in the form. Nothing of yours is saved yet: look at what
        changed, and send the form again if it still holds.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {since.map(({ decision, what }) => (
          <li>
            {what === 'decided' ? decision.by : decision.undone?.by}
            {what === 'decided' ? ' decided: ' : ' undid: '}
            {decisionSentence(decision, names)}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
