import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { PlanPolicy } from '../../rules/plan-policy.ts';
import type { PlanningRound, Scenario } from '../../rules/round/round.ts';
import { WEIGHT_BOXES, type WeightBox } from '../../rules/round/weight-boxes.ts';
import { type Organisation, planningCrumbs } from './planning-crumbs.tsx';

interface ScenarioCopyPageProps {
  organisation: Organisation;
  round: PlanningRound;
  scenario: Scenario;
  policy: PlanPolicy;
  form: FormState;
}

const GROUPS: Record<WeightBox['group'], string> = {
  weights: 'What makes a pair, and a plan, dearer',
  uncovered: 'What leaving a need without a leader weighs',
  floors: 'Fairness between areas and partnerships',
};

/** Where a scenario is copied with other weights: each with what it means and what the policy says. */
export function ScenarioCopyPage({ organisation, round, scenario, policy, form }: ScenarioCopyPageProps) {
  const { typed, errors } = form;
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <Page
      title={`Copy the scenario “${scenario.name}”`}
      caption={round.title}
      breadcrumbs={planningCrumbs(organisation, round)}
      errors={errorsOf(form)}
    >
      <p class="govuk-body">
        Decisions of the whole round count in the copy too, and those of this scenario are taken over. Every weight is
        in minutes of one-way travel for each unit, so that 20 for context says: a unit of context weighs as much as 20
        minutes.
      </p>
      <Form action={paths.planningScenario(organisation.id, round.id, scenario.id, 'copy')}>
        <Input name="name" label={{ text: 'Name of the copy' }} value={typed.name} errorMessage={message('name')} />
        <Input
          name="budget"
          label={{ text: 'Pounds that the pairs may cost together (optional)' }}
          prefix={{ text: '£' }}
          class="govuk-input--width-10"
          inputmode="decimal"
          value={typed.budget}
          errorMessage={message('budget')}
        />
        {Object.entries(GROUPS).map(([group, title]) => (
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{title}</legend>
            {WEIGHT_BOXES.filter((box) => box.group === group).map((box) => (
              <Input
                name={box.field}
                label={{ text: box.label }}
                hint={{ text: `The policy says ${box.own(policy)}. ${box.meaning(policy)}`.trim() }}
                class="govuk-input--width-5"
                inputmode="decimal"
                value={typed[box.field]}
                errorMessage={message(box.field)}
              />
            ))}
          </fieldset>
        ))}
        <Button preventDoubleClick>Make the scenario</Button>
      </Form>
    </Page>
  );
}
