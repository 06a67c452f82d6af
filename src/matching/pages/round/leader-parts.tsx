import type { SupportPolicy } from '../../../leaders/rules/support-policy.ts';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { Day, type FormState } from '../../../need/pages/round/rounds.tsx';

/** What a leader can give besides days: the boxes that change one and those that add one. */
export function LeaderParts({
  form: { typed, errors },
  fields,
  support,
}: {
  form: FormState;
  fields: readonly string[];
  support: SupportPolicy;
}) {
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <>
      <Input
        name="mostSchools"
        label={{ text: 'Needs at once, at most' }}
        class="govuk-input--width-2"
        inputmode="numeric"
        value={typed.mostSchools}
        errorMessage={message('mostSchools')}
      />
      <Checkboxes
        name="field"
        class="govuk-checkboxes--small"
        values={fields}
        fieldset={{ legend: { text: 'Fields (optional)', class: 'govuk-fieldset__legend--s' } }}
        errorMessage={message('field')}
        items={support.fields.map(({ code, label }) => ({ value: code, text: label }))}
      />
      <Input
        name="minutes"
        label={{ text: 'Longest journey one way that they agreed to (optional)' }}
        suffix={{ text: 'minutes' }}
        class="govuk-input--width-4"
        inputmode="numeric"
        value={typed.minutes}
        errorMessage={message('minutes')}
      />
      <Input
        name="pounds"
        label={{ text: 'What a day costs (optional)' }}
        prefix={{ text: '£' }}
        class="govuk-input--width-5"
        inputmode="decimal"
        value={typed.pounds}
        errorMessage={message('pounds')}
      />
      <Radios
        name="released"
        value={typed.released ?? 'not asked'}
        fieldset={{
          legend: {
            text: 'Does the home school, or for a head its board, release them?',
            class: 'govuk-fieldset__legend--s',
          },
        }}
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
          { value: 'not asked', text: 'Not asked yet' },
        ]}
      />
      <Day id="from" legend="First day on which they are there (optional)" typed={typed} error={message('from')} />
      <Day id="to" legend="Last day (optional)" typed={typed} error={message('to')} />
      <Textarea
        name="interests"
        rows={3}
        label={{ text: 'Interests that stand between them and a school (optional)' }}
        hint={{
          text: 'One a line: the URN of the school and what it is, such as “109600 governor” or “trust 2345 adviser”. The same trust is known from the register.',
        }}
        value={typed.interests}
        errorMessage={message('interests')}
      />
    </>
  );
}
