import { Button } from '../../../govuk/button.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import { faultOf, type OfRound } from './parts.tsx';

interface OwnInterestProps extends OfRound {
  schools: readonly { urn: number; name: string }[];
  /** Schools in which the reader has declared an interest. */
  declared: readonly { urn: number; name: string }[];
  form: FormState;
}

/** Where whoever might approve declares an interest of their own: they then approve no pair of that school, and somebody else can. */
export function OwnInterest({ organisation, round, schools, declared, form }: OwnInterestProps) {
  const action = paths.planningApprovalPart(organisation.id, round.id, 'interest');
  return (
    <section aria-labelledby="own-interest" class="app-no-print">
      <h2 class="govuk-heading-m" id="own-interest">
        Your own interests
      </h2>
      <p class="govuk-body">
        {declared.length === 0
          ? 'You have declared no interest in a school of this plan.'
          : `You declared an interest in ${declared.map(({ name }) => name).join(', ')}.`}
      </p>
      <Form action={action}>
        <Select
          name="urn"
          label={{ text: 'School' }}
          value={form.typed.urn}
          errorMessage={faultOf(form, 'urn')}
          items={schools.map(({ urn, name }) => ({ value: urn, text: name }))}
        />
        <Textarea
          name="interest"
          rows={2}
          label={{ text: 'What the interest is, or why it is over' }}
          hint={{ text: 'Your service reads it. Leave out names of family, and health.' }}
          value={form.typed.interest}
          errorMessage={faultOf(form, 'interest')}
        />
        <div class="govuk-button-group">
          <Button class="govuk-button--secondary" name="kind" value="interest" preventDoubleClick>
            Declare an interest
          </Button>
          <Button class="govuk-button--secondary" name="kind" value="interest withdrawn" preventDoubleClick>
            It is over
          </Button>
        </div>
      </Form>
    </section>
  );
}
