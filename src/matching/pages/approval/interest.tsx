import { type InterestPolicy, kindWords } from '../../../leaders/rules/interest-policy.ts';
import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { Day, errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { type Ask, askState, type Declaration, OUTCOME_WORDS, OUTCOMES } from '../../rules/approval/declaration.ts';
import { InterestFields } from './interest-fields.tsx';
import { faultOf, type OfRound } from './parts.tsx';

interface InterestPageProps extends OfRound {
  ask: Ask;
  policy: InterestPolicy;
  writes: boolean;
  form: FormState;
}

const HINTS = {
  stands: 'The interest does not matter here; say why',
  mitigated: 'Say which safeguards were agreed with both sides',
  dropped: 'The pair is forbidden in every scenario of the round; put another plan forward',
};

/** One question to a head: what was said, what was decided on it, and where both are written down. */
export function InterestPage({ organisation, round, ask, policy, writes, form }: InterestPageProps) {
  const { declaration, decision } = ask;
  return (
    <Page
      title={`Interest of ${ask.school} in ${ask.other}`}
      heading={`Head of ${ask.school}, about ${ask.other}`}
      caption={round.title}
      backLink={{
        href: paths.planningApprovalPart(organisation.id, round.id, 'interests'),
        text: 'Back to all questions',
      }}
      errors={errorsOf(form)}
    >
      <p class="app-lede">
        {ask.side === 'home' ? `It would lend ${ask.other}` : `${ask.other} would lend it`} {ask.support}. Asked{' '}
        {londonMoment(new Date(ask.askedAt))}, to answer by {dayText(ask.answerBy)};{' '}
        {ask.people === 0 ? 'nobody there has an account, so ask by telephone or letter' : 'told by mail'}.
      </p>
      {declaration === null ? (
        <p class="govuk-body">Not answered yet.</p>
      ) : (
        <DeclarationShown declaration={declaration} policy={policy} />
      )}
      {decision !== null && (
        <p class="govuk-body">
          <strong>{OUTCOME_WORDS[decision.outcome]}.</strong> <span class="app-letter">{decision.words}</span> (
          {decision.by}, {londonMoment(new Date(decision.at))})
        </p>
      )}
      {writes && declaration?.says.says === 'interest' && (
        <Form action={paths.planningInterest(organisation.id, round.id, ask.id, 'decision')}>
          <Radios
            name="outcome"
            value={form.typed.outcome}
            errorMessage={faultOf(form, 'outcome')}
            fieldset={{
              legend: {
                text: askState(ask) === 'to decide' ? 'What becomes of the pair?' : 'Decide again',
                class: 'govuk-fieldset__legend--m',
              },
            }}
            items={OUTCOMES.map((value) => ({ value, text: OUTCOME_WORDS[value], hint: { text: HINTS[value] } }))}
          />
          <Textarea
            name="words"
            rows={3}
            label={{ text: 'Why, or which safeguards' }}
            hint={{ text: `The head of ${ask.school} reads it; the other school does not.` }}
            value={form.typed.words}
            errorMessage={faultOf(form, 'words')}
          />
          <Button preventDoubleClick>Save the decision</Button>
        </Form>
      )}
      {writes && (
        <section aria-labelledby="told">
          <h2 class="govuk-heading-m" id="told">
            Write down what the head said
          </h2>
          <p class="govuk-body">
            For an answer by telephone or letter. A later answer takes the place of an earlier one.
          </p>
          <Form action={paths.planningInterest(organisation.id, round.id, ask.id, 'answer')}>
            <InterestFields other={ask.other} policy={policy} form={form} />
            <Radios
              name="how"
              class="govuk-radios--inline"
              value={form.typed.how}
              errorMessage={faultOf(form, 'how')}
              fieldset={{ legend: { text: 'How it was given', class: 'govuk-fieldset__legend--s' } }}
              items={[
                { value: 'telephone', text: 'By telephone' },
                { value: 'letter', text: 'By letter or mail' },
              ]}
            />
            <Input
              name="givenBy"
              label={{ text: 'Who answered, with their role' }}
              value={form.typed.givenBy}
              errorMessage={faultOf(form, 'givenBy')}
            />
            <Day id="on" legend="Day on which it was given" typed={form.typed} error={faultOf(form, 'on')} />
            <Button class="govuk-button--secondary" preventDoubleClick>
              Write it down
            </Button>
          </Form>
        </section>
      )}
    </Page>
  );
}

/** What a head declared, with how it is known. */
export function DeclarationShown({
  declaration: { says, how, givenBy, on, by, at },
  policy,
}: {
  declaration: Declaration;
  policy: Pick<InterestPolicy, 'kinds'>;
}) {
  return (
    <p class="govuk-body">
      <strong>{says.says === 'interest' ? `Interest: ${kindWords(policy, says.kind)}.` : 'No interest.'}</strong>{' '}
      {says.says === 'interest' && <span class="app-letter">{says.detail}</span>} (
      {how === 'site'
        ? `${by}, ${londonMoment(new Date(at))}`
        : `${givenBy} by ${how}, ${dayText(on)}; written down by ${by}`}
      )
    </p>
  );
}
