import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';

interface PlanAgainProps {
  organisationId: string;
  roundId: string;
  scenarioId: string;
  /** The proposal whose plan the next may stay near; null where there is none yet. */
  near: string | null;
  form: FormState;
}

/** Where a proposal is asked for; where there is a plan already, with how near to it the next should stay. */
export function PlanAgain({ organisationId, roundId, scenarioId, near, form: { typed, errors } }: PlanAgainProps) {
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <Form action={paths.planningScenario(organisationId, roundId, scenarioId, 'propose')}>
      {near !== null && (
        <>
          <input type="hidden" name="near" value={near} />
          <Radios
            name="stay"
            value={typed.stay ?? 'yes'}
            fieldset={{ legend: { text: 'How the next plan is made', class: 'govuk-fieldset__legend--s' } }}
            items={[
              { value: 'yes', text: 'With as few changes to this one as are worth it' },
              { value: 'no', text: 'Anew, whatever changes' },
            ]}
          />
          <Input
            name="price"
            label={{ text: 'What a need that changes its leader weighs' }}
            hint={{
              text: 'For as few changes as are worth it: the higher, the fewer, and the more the plan may cost otherwise',
            }}
            suffix={{ text: 'minutes of travel' }}
            class="govuk-input--width-5"
            inputmode="decimal"
            value={typed.price}
            errorMessage={message('price')}
          />
        </>
      )}
      <Input
        name="seconds"
        label={{ text: 'Search for at most' }}
        hint={{ text: 'It ends sooner where the plan is proved best; you can stop it at any time' }}
        suffix={{ text: 'seconds' }}
        class="govuk-input--width-4"
        inputmode="numeric"
        value={typed.seconds}
        errorMessage={message('seconds')}
      />
      <Button preventDoubleClick>{near === null ? 'Propose a plan' : 'Plan again'}</Button>
    </Form>
  );
}
