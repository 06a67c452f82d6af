import { Button } from '../../../govuk/button.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { Round } from '../../rules/round/round.ts';
import { goesBack, mayMove, ROUND_STATES, type RoundState, STATE_WORDS } from '../../rules/round/state.ts';
import type { FormState } from './rounds.tsx';

interface RoundStepsProps {
  organisation: { id: string };
  round: Round;
  runs: boolean;
  form: FormState;
}

/** How the round went, and where it is taken on or back. */
export function RoundSteps({ organisation, round, runs, form }: RoundStepsProps) {
  const next = ROUND_STATES.filter((to) => mayMove(round.state, to));
  return (
    <section aria-labelledby="steps">
      <h2 class="govuk-heading-m" id="steps">
        How the round went
      </h2>
      <ol class="govuk-list govuk-list--number">
        {round.steps.map(({ state, words, by, role, at }) => (
          <li>
            {STATE_WORDS[state]}: {by}, {role}, {londonMoment(new Date(at))}
            {words !== null && <>. {words}</>}
          </li>
        ))}
      </ol>
      {runs && (
        <div class="app-no-print">
          {next.map((to) => (
            <Step organisation={organisation} round={round} to={to} form={form} />
          ))}
        </div>
      )}
    </section>
  );
}

const DEEDS: Record<RoundState, string> = {
  open: 'Open the round again',
  panel: 'Begin the panel',
  'letters sent': 'Send the letters',
  closed: 'Close the round',
};

function Step({ organisation, round, to, form }: Omit<RoundStepsProps, 'runs'> & { to: RoundState }) {
  const back = goesBack(round.state, to);
  const error = form.errors.words;
  return (
    <Form action={paths.needRoundPart(organisation.id, round.id, 'step')}>
      <input type="hidden" name="to" value={to} />
      {back && (
        <Textarea
          name="words"
          rows={2}
          label={{ text: 'Why the round goes back' }}
          hint={{ text: 'It stays in the history of the round.' }}
          value={form.typed.words}
          errorMessage={error === undefined ? undefined : { text: error }}
        />
      )}
      <Button class={to === 'panel' ? undefined : 'govuk-button--secondary'} preventDoubleClick>
        {DEEDS[to]}
      </Button>
    </Form>
  );
}
