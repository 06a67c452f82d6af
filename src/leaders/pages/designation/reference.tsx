import { Button } from '../../../govuk/button.tsx';
import { CharacterCount } from '../../../govuk/character-count.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { RuleSet } from '../../rules/designation/rule-set.ts';
import type { ReferenceAsked } from '../../rules/designation/reference-asked.ts';
import { faultOf, type FormShown, summaryOf } from './form-shown.tsx';
import { answerWords, QuestionField } from './question-field.tsx';

interface ReferencePageProps {
  token: string;
  asked: ReferenceAsked;
  ruleSet: RuleSet;
  title: string;
  form: FormShown;
}

/** What a referee is told and asked. No account is needed: whoever holds the link may answer, once. */
export function ReferencePage({ token, asked, ruleSet, title, form }: ReferencePageProps) {
  const own = ruleSet.references.find(({ from }) => from === asked.referee);
  return (
    <Page title={`Reference for ${asked.applicant}`} caption={asked.organisation} errors={summaryOf(form)}>
      <p class="app-lede">
        {asked.applicant} of {asked.school} applies to be designated as {title} and names you, {asked.name}, as a
        referee. Please answer by {dayText(asked.dueOn)}.
      </p>
      <p class="govuk-body">
        Your answer is read by those who decide in {asked.organisation}. The applicant can read it once there is an
        outcome, not before. You can answer once.
      </p>
      <SummaryList
        card={{ title: { text: 'What the applicant says of capacity at home', headingLevel: 2 } }}
        rows={ruleSet.questions.capacity.map((question) => ({
          key: { text: question.label },
          value: { text: <span class="app-letter">{answerWords(question, asked.capacity[question.key])}</span> },
        }))}
      />
      <Form action={paths.reference(token)}>
        {(own?.questions ?? []).map((question) => (
          <QuestionField question={question} form={form} />
        ))}
        <Radios
          name="supports"
          value={form.typed.supports}
          errorMessage={faultOf(form, 'supports')}
          fieldset={{ legend: { text: 'Do you support the application?', class: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
        <CharacterCount
          name="words"
          label={{ text: 'Your reason', class: 'govuk-label--s' }}
          value={form.typed.words}
          errorMessage={faultOf(form, 'words')}
          maxlength={4000}
          threshold={75}
        />
        <Button preventDoubleClick>Send the reference</Button>
      </Form>
    </Page>
  );
}

/** Why a link opens nothing, or that the answer is there. */
export function ReferenceOverPage({ why }: { why: 'expired' | 'ended' | 'answered' | 'thanks' }) {
  const words = {
    expired:
      'The days for this reference are over, so the link opens nothing any more. If it should still be given, please write to the service that asked.',
    ended: 'This link was replaced by another one, or is no longer needed.',
    answered: 'This reference was given already. It can be given once.',
    thanks: 'Thank you: your reference is with those who decide.',
  }[why];
  return (
    <Page title={why === 'thanks' ? 'Reference sent' : 'This link opens nothing'}>
      <p class="govuk-body">{words}</p>
    </Page>
  );
}
