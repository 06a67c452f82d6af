import { Button } from '../../../govuk/button.tsx';
import { CharacterCount } from '../../../govuk/character-count.tsx';
import { Details } from '../../../govuk/details.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Select } from '../../../govuk/select.tsx';
import { capital } from '../../../need/rules/wording.ts';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { paths } from '../../../web/paths.ts';
import type { MoveMade } from '../../rules/designation/application.ts';
import { openRules, RULING_WORDS, RULINGS } from '../../rules/designation/rulings.ts';
import type { ApplicationMove } from '../../rules/designation/states.ts';
import type { OfApplication } from './application.tsx';
import { faultOf } from './form-shown.tsx';

interface MoveFormsProps extends OfApplication {
  moves: readonly { move: ApplicationMove; open: readonly string[] }[];
}

/** What whoever reads can do next: what stands before it is named, and what is not theirs is not there. */
export function MoveForms(props: MoveFormsProps) {
  const { organisation, round, file, moves, runs, form } = props;
  const { application, checks } = file;
  const ready = moves.filter(({ open }) => open.length === 0);
  const waits = moves.filter(({ open }) => open.length > 0);
  return (
    <>
      {runs && application.state === 'eligibility check' && <RulingForm {...props} />}
      {moves.length === 0 && (
        <p class="govuk-body">
          {application.state === 'eligibility check' && openRules(checks).length > 0
            ? 'Decide on the rules first.'
            : 'Nothing by you at present.'}
        </p>
      )}
      {waits.map(({ move, open }) => (
        <>
          <p class="govuk-body">To {move.deed}, these are still open:</p>
          <ul class="govuk-list govuk-list--bullet">
            {open.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </>
      ))}
      {ready.length > 0 && (
        <Form action={paths.designationDeed(organisation.id, round.id, application.id, 'moves')}>
          <input type="hidden" name="version" value={String(application.moves.length)} />
          <Radios
            name="to"
            value={form.typed.to}
            errorMessage={faultOf(form, 'to')}
            fieldset={{ legend: { text: 'What do you do?', class: 'govuk-fieldset__legend--s' } }}
            items={ready.map(({ move }) => ({ value: move.to, text: capital(move.deed) }))}
          />
          {ready.some(({ move }) => move.to === 'deferred') && (
            <FormDateInput
              id="until"
              legend="Deferred until, if you defer"
              values={form.typed}
              {...(form.dates.until !== undefined && { error: form.dates.until })}
            />
          )}
          <CharacterCount
            name="move-words"
            label={{ text: 'Reason' }}
            hint={{ text: 'The applicant reads it, in the letter that tells the outcome.' }}
            value={form.typed['move-words']}
            errorMessage={faultOf(form, 'move-words')}
            maxlength={4000}
            threshold={75}
          />
          <Button preventDoubleClick>Do it in my name</Button>
        </Form>
      )}
    </>
  );
}

function RulingForm({ organisation, round, file: { application, checks }, form }: MoveFormsProps) {
  return (
    <Form action={paths.designationDeed(organisation.id, round.id, application.id, 'rulings')}>
      <Select
        name="rule"
        label={{ text: 'Decide on a rule' }}
        value={form.typed.rule}
        errorMessage={faultOf(form, 'rule')}
        items={checks
          .filter(({ check }) => check.verdict !== 'met')
          .map(({ check }) => ({ value: check.key, text: check.label }))}
      />
      <Radios
        name="verdict"
        value={form.typed.verdict}
        errorMessage={faultOf(form, 'verdict')}
        fieldset={{ legend: { text: 'Your decision', class: 'govuk-fieldset__legend--s' } }}
        items={RULINGS.map((value) => ({ value, text: RULING_WORDS[value] }))}
      />
      <CharacterCount
        name="reason"
        label={{ text: 'Reason' }}
        hint={{ text: 'The applicant can read it once there is an outcome.' }}
        value={form.typed.reason}
        errorMessage={faultOf(form, 'reason')}
        maxlength={2000}
        threshold={75}
      />
      <Button class="govuk-button--secondary" preventDoubleClick>
        Keep the decision
      </Button>
    </Form>
  );
}

/** Everything that happened to an application, in its order. */
export function MovesMade({ moves }: { moves: readonly MoveMade[] }) {
  if (moves.length === 0) return null;
  return (
    <Details summaryText="What happened so far">
      <ul class="govuk-list govuk-list--bullet">
        {moves.map(({ to, part, words, untilOn, by, at }) => (
          <li>
            {londonMoment(new Date(at))}: {to}, by the {part === 'house' ? 'site itself' : part}
            {by !== null && ` (${by})`}
            {untilOn !== null && `, until ${dayText(untilOn)}`}.
            {words !== null && <span class="app-letter"> {words}</span>}
          </li>
        ))}
      </ul>
    </Details>
  );
}
