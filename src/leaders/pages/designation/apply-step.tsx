import { Button } from '../../../govuk/button.tsx';
import { Fieldset } from '../../../govuk/fieldset.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { Application, DesignationRound } from '../../rules/designation/application.ts';
import type { RuleSet } from '../../rules/designation/rule-set.ts';
import type { APPLICATION_STEPS } from '../../rules/designation/steps.ts';
import { faultOf, type FormShown, summaryOf } from './form-shown.tsx';
import { QuestionField } from './question-field.tsx';

interface ApplyStepProps {
  school: { urn: number; name: string };
  round: DesignationRound;
  ruleSet: RuleSet;
  application: Application;
  step: (typeof APPLICATION_STEPS)[number];
  form: FormShown;
}

/** One step of an application; what is written is kept, complete or not. */
export function ApplyStepPage({
  school,
  round,
  ruleSet,
  application,
  step: { step, title, hint },
  form,
}: ApplyStepProps) {
  return (
    <Page
      title={`${title}: application to be ${round.title}`}
      heading={title}
      caption={`Application to be ${round.title}`}
      backLink={{ href: paths.ownApplication(school.urn, application.id), text: 'Back to your application' }}
      errors={summaryOf(form)}
    >
      <p class="govuk-body">{hint}.</p>
      <Form action={paths.applicationStep(school.urn, application.id, step)}>
        {step === 'references'
          ? ruleSet.references.map(({ from, title: legend, who }) => (
              <Fieldset legend={{ text: legend, class: 'govuk-fieldset__legend--m' }}>
                <p class="govuk-hint">{who}</p>
                {(
                  [
                    ['name', 'Name'],
                    ['position', 'Position'],
                    ['email', 'Email address'],
                  ] as const
                ).map(([box, text]) => (
                  <Input
                    name={`${from}-${box}`}
                    label={{ text }}
                    value={form.typed[`${from}-${box}`]}
                    errorMessage={faultOf(form, `${from}-${box}`)}
                  />
                ))}
              </Fieldset>
            ))
          : ruleSet.questions[step].map((question) => <QuestionField question={question} form={form} />)}
        <Button preventDoubleClick>Save and continue</Button>
      </Form>
    </Page>
  );
}
