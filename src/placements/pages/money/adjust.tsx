import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import type { DateError } from '../../../web/form-date.ts';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { paths } from '../../../web/paths.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { BackToMoney } from './back-to-money.tsx';

interface AdjustPageProps {
  placement: Placement;
  part: PlacementPart;
  form: FormState;
  dateError: DateError | undefined;
  /** The mark of the form. */
  entryKey: string;
}

/** Where days delivered are put right that no visit tells, or that were told wrongly. */
export function AdjustPage({ placement, part, form, dateError, entryKey }: AdjustPageProps) {
  const { typed, errors } = form;
  const fault = (name: string) => (errors[name] === undefined ? undefined : { text: errors[name] });
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="money"
      heading="Put the days delivered right"
      errors={errorsOf(form)}
    >
      <BackToMoney placement={placement} />
      <p class="govuk-body">
        Days come from visits that were held. Use this for what no visit tells, or where one told it wrongly. The line
        stays in the ledger with your name; put it right by another line.
      </p>
      <Form action={paths.placementMoney(placement.id, 'adjust')}>
        <input type="hidden" name="key" value={entryKey} />
        <Radios
          name="which"
          fieldset={{ legend: { text: 'Were more or fewer days delivered?', class: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'more', text: 'More' },
            { value: 'fewer', text: 'Fewer' },
          ]}
          value={typed.which ?? ''}
          errorMessage={fault('which')}
        />
        <Input
          id="days"
          name="days"
          label={{ text: 'By how many days' }}
          hint={{ text: 'Whole or half days, such as 1 or 0.5' }}
          class="govuk-input--width-5"
          inputmode="decimal"
          value={typed.days ?? ''}
          errorMessage={fault('days')}
        />
        <FormDateInput
          id="onDay"
          legend="On which day"
          hint="For example, 27 3 2026"
          values={typed}
          error={dateError}
        />
        <Textarea
          id="words"
          name="words"
          label={{ text: 'Why' }}
          hint={{ text: 'The leader and the heads of both schools read this.' }}
          value={typed.words ?? ''}
          errorMessage={fault('words')}
        />
        <Button preventDoubleClick>Add the line</Button>
      </Form>
    </PlacementFrame>
  );
}
