import { Button } from '../../../govuk/button.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { RecordedAnswer } from '../../rules/round/answer.ts';
import type { EvaluationArea } from '../../rules/round/round-policy.ts';
import { Answer } from './answer-shown.tsx';
import { errorsOf, type FormState } from './rounds.tsx';

interface AnswerPageProps {
  school: { urn: number; name: string };
  areas: readonly EvaluationArea[];
  letterId: string | null;
  last: RecordedAnswer | null;
  form: FormState;
  done: string | null;
}

const DONE: Record<string, string> = {
  saved: 'Your draft is saved. Only people of your school read it until you send it.',
  answered: 'Your answer is sent.',
};

const PARTS = [
  ['claim', 'What is so'],
  ['evidence', 'How you know'],
  ['next', 'What comes next'],
] as const;

/** Where a school answers its letter with its self-evaluation: saved as often as it likes, then sent. */
export function AnswerPage({ school, areas, letterId, last, form, done }: AnswerPageProps) {
  const { typed, errors } = form;
  const message = (field: string) => (errors[field] === undefined ? undefined : { text: errors[field] });
  return (
    <Page
      title={`${school.name}: answer with your self-evaluation`}
      heading="Answer with your self-evaluation"
      caption={school.name}
      backLink={
        letterId === null
          ? { href: paths.need(school.urn), text: 'Back to the need of the school' }
          : { href: paths.needLetter(school.urn, letterId), text: 'Back to the letter' }
      }
      errors={errorsOf(form)}
    >
      {done !== null && DONE[done] !== undefined && (
        <NotificationBanner type="success">{DONE[done]}</NotificationBanner>
      )}
      <p class="govuk-body">
        The services that judge your school read your answer, with your name, and nobody else does. Leave out names of
        pupils and staff, health and family. {last !== null && 'A further answer stands beside the one you sent.'}
      </p>
      <Form action={paths.needAnswer(school.urn)}>
        <Radios
          name="stance"
          fieldset={{ legend: { text: 'What do you say of the category?', class: 'govuk-fieldset__legend--m' } }}
          errorMessage={message('stance')}
          value={typed.stance}
          items={[
            { value: 'agree', text: 'We agree' },
            { value: 'disagree', text: 'We do not agree', hint: { text: 'Say why below' } },
            { value: 'conversation', text: 'We ask for a conversation' },
          ]}
        />
        <Textarea
          name="words"
          rows={4}
          label={{ text: 'In your words', class: 'govuk-label--s' }}
          hint={{ text: 'Needed where you do not agree' }}
          value={typed.words}
          errorMessage={message('words')}
        />
        <h2 class="govuk-heading-m">Self-evaluation</h2>
        <p class="govuk-body">Fill in as many areas as you like; empty ones are left out.</p>
        {areas.map(({ code, label, hint }) => (
          <fieldset class="govuk-fieldset govuk-!-margin-bottom-6">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
              {label}
              <span class="govuk-hint govuk-!-margin-bottom-2">{hint}</span>
            </legend>
            {PARTS.map(([part, words]) => (
              <Textarea
                name={`${code}-${part}`}
                rows={2}
                label={{ text: words }}
                value={typed[`${code}-${part}`]}
                errorMessage={message(`${code}-${part}`)}
              />
            ))}
          </fieldset>
        ))}
        <div class="govuk-button-group">
          <Button name="step" value="send" preventDoubleClick>
            Send the answer
          </Button>
          <Button name="step" value="save" class="govuk-button--secondary" preventDoubleClick>
            Save as draft
          </Button>
        </div>
      </Form>
      {last !== null && (
        <section aria-labelledby="last">
          <h2 class="govuk-heading-m" id="last">
            What you sent
          </h2>
          <Answer answer={last} />
        </section>
      )}
    </Page>
  );
}
