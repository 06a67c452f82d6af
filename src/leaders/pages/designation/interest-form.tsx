import { Button } from '../../../govuk/button.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import { faultOf, type FormShown } from './form-shown.tsx';

interface InterestFormProps {
  organisation: { id: string };
  round: { id: string };
  applicationId: string;
  declared: 'interest' | 'no interest' | null;
  form: FormShown;
}

/** Where somebody of the service says whether they have an interest in an applicant; a later word takes the place of an earlier one. */
export function InterestForm({ organisation, round, applicationId, declared, form }: InterestFormProps) {
  const said = { interest: 'yes', 'no interest': 'no' } as const;
  return (
    <Form action={paths.designationDeed(organisation.id, round.id, applicationId, 'interest')}>
      <Radios
        name="interest"
        value={form.typed.interest ?? (declared === null ? undefined : said[declared])}
        errorMessage={faultOf(form, 'interest')}
        fieldset={{
          legend: {
            text: 'Do you have an interest in the applicant or the school?',
            class: 'govuk-fieldset__legend--s',
          },
        }}
        hint={{ text: 'For example family or friendship, employment now or before, governing, or business.' }}
        items={[
          { value: 'no', text: 'No' },
          { value: 'yes', text: 'Yes: I neither see the application nor score it' },
        ]}
      />
      <Textarea
        name="words"
        rows={2}
        label={{ text: 'What it is, where there is one' }}
        hint={{ text: 'In a sentence, without health or names of family.' }}
        value={form.typed.interest === undefined ? undefined : form.typed.words}
        errorMessage={form.typed.interest === undefined ? undefined : faultOf(form, 'words')}
      />
      <Button class="govuk-button--secondary" preventDoubleClick>
        Declare
      </Button>
    </Form>
  );
}
