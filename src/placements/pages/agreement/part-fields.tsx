import { Radios } from '../../../govuk/radios.tsx';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import type { FormPart } from '../../rules/agreement/content.ts';
import { BROKERAGE_WORDS, PAYER_WORDS } from '../../rules/agreement/money-words.ts';
import { type DatedForm, dateFault, Line, Lines } from './form-fields.tsx';

interface PartFieldsProps {
  part: FormPart;
  form: DatedForm;
  focusRule: string;
}

/** The fields of one part of an agreement. */
export function PartFields({ part, form, focusRule }: PartFieldsProps) {
  switch (part) {
    case 'focus':
      return <FocusFields form={form} focusRule={focusRule} />;
    case 'time':
      return <TimeFields form={form} />;
    case 'money':
      return <MoneyFields form={form} />;
    case 'working':
      return <WorkingFields form={form} />;
    case 'ending':
      return <EndingFields form={form} />;
  }
}

type Fields = Pick<PartFieldsProps, 'form'>;

function FocusFields({ form, focusRule }: Fields & { focusRule: string }) {
  return (
    <>
      <p class="govuk-inset-text">{focusRule}</p>
      <Lines form={form} name="improvement" label="How it improves the school" />
      <Lines form={form} name="need" label="What the head needs of it" />
    </>
  );
}

function TimeFields({ form }: Fields) {
  return (
    <>
      <Line form={form} name="days" label="Days in all" hint="Whole or half days, such as 6 or 2.5" width={5} />
      <FormDateInput id="starts" legend="First day" values={form.typed} error={dateFault(form, 'starts')} />
      <FormDateInput id="ends" legend="Last day" values={form.typed} error={dateFault(form, 'ends')} />
      <Line form={form} name="frequency" label="How often" hint="For example, half a day each week of term" />
    </>
  );
}

function legend(text: string) {
  return { legend: { text, class: 'govuk-fieldset__legend--s' } };
}

function MoneyFields({ form }: Fields) {
  return (
    <>
      <Line
        form={form}
        name="rate"
        label="Rate for a day"
        hint="Half days pro rata, without VAT"
        width={10}
        prefix="£"
      />
      <Radios
        name="vat"
        class="govuk-radios--inline"
        value={form.typed.vat}
        fieldset={legend('Is VAT added?')}
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
      />
      <Radios
        name="payer"
        value={form.typed.payer}
        fieldset={legend('Who pays?')}
        items={Object.entries(PAYER_WORDS).map(([value, text]) => ({
          value,
          text,
          ...(value === 'fund' ? { conditional: <Line form={form} name="fund" label="Which fund or grant" /> } : {}),
          checked: form.typed.payer === value,
        }))}
      />
      <Radios
        name="brokerage"
        value={form.typed.brokerage}
        fieldset={legend('What does the service keep or add for brokering?')}
        items={Object.entries(BROKERAGE_WORDS).map(([value, text]) => ({
          value,
          text,
          checked: form.typed.brokerage === value,
        }))}
      />
      <Line form={form} name="percent" label="Percentage, where it is one" width={5} suffix="%" />
      <Line form={form} name="flat" label="Amount for each day, where it is one" width={10} prefix="£" />
      <Lines
        form={form}
        name="backfill"
        label="Backfill of the home school"
        hint="Who does the leader’s work at home meanwhile, and who pays for it"
      />
    </>
  );
}

function WorkingFields({ form }: Fields) {
  return (
    <>
      <Lines form={form} name="access" label="Access to staff, classes and data" />
      <Lines form={form} name="confidentiality" label="Confidentiality" />
      <Lines
        form={form}
        name="bodyTold"
        label="How the responsible body is told"
        hint="The authority of a maintained school, the trust of an academy"
      />
    </>
  );
}

function EndingFields({ form }: Fields) {
  return (
    <>
      <Lines form={form} name="exit" label="Way out" hint="How either side may end the placement before its time" />
      <Lines form={form} name="dataProtection" label="Data protection" />
    </>
  );
}
