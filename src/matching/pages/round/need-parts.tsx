import { Input } from '../../../govuk/input.tsx';
import { Day, type FormState } from '../../../need/pages/round/rounds.tsx';

/** Days, window and distance of a need: the boxes that change one and those that add one. */
export function NeedParts({ form: { typed, errors } }: { form: FormState }) {
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <>
      <Input
        name="days"
        label={{ text: 'Days in the term' }}
        class="govuk-input--width-4"
        inputmode="decimal"
        value={typed.days}
        errorMessage={message('days')}
      />
      <Day id="from" legend="First day on which help can start (optional)" typed={typed} error={message('from')} />
      <Day id="to" legend="Last day on which it can start (optional)" typed={typed} error={message('to')} />
      <Input
        name="km"
        label={{ text: 'Nobody whose school is nearer than (optional)' }}
        hint={{ text: 'Where a school asks for distance, so that what is worked on stays confidential' }}
        suffix={{ text: 'km' }}
        class="govuk-input--width-4"
        inputmode="decimal"
        value={typed.km}
        errorMessage={message('km')}
      />
    </>
  );
}
