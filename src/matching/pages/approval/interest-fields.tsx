import type { InterestPolicy } from '../../../leaders/rules/interest-policy.ts';
import { Radios } from '../../../govuk/radios.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { faultOf } from './parts.tsx';

/** The fields of a declaration: none, or of which kind with what it is. */
export function InterestFields({
  other,
  policy,
  form,
}: {
  other: string;
  policy: Pick<InterestPolicy, 'kinds'>;
  form: FormState;
}) {
  return (
    <>
      <Radios
        name="says"
        value={form.typed.says}
        errorMessage={faultOf(form, 'says')}
        fieldset={{ legend: { text: `Is there an interest in ${other}?`, class: 'govuk-fieldset__legend--m' } }}
        items={[
          { value: 'no interest', text: 'No interest' },
          {
            value: 'interest',
            text: 'There is an interest',
            hint: { text: 'Say below of which kind, and what it is' },
          },
        ]}
      />
      <Radios
        name="kind"
        class="govuk-radios--small"
        value={form.typed.kind}
        errorMessage={faultOf(form, 'kind')}
        fieldset={{ legend: { text: 'Kind of interest', class: 'govuk-fieldset__legend--s' } }}
        items={policy.kinds.map(({ code, label, hint }) => ({ value: code, text: label, hint: { text: hint } }))}
      />
      <Textarea
        name="detail"
        rows={3}
        label={{ text: 'What the interest is', class: 'govuk-label--s' }}
        hint={{ text: 'A sentence or two. Leave out health and names of family.' }}
        value={form.typed.detail}
        errorMessage={faultOf(form, 'detail')}
      />
    </>
  );
}
