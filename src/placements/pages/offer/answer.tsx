import { halfDaysInWords } from '../../../calendar/half-days.ts';
import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Select } from '../../../govuk/select.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { dateBoxes } from '../../../web/form-date.ts';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import {
  type Answer,
  type AnswerGiven,
  type AnswerKind,
  type Offer,
  type OfferSide,
  SIDE_STATE_WORDS,
  sideState,
} from '../../rules/offer/offer.ts';
import type { OfferPolicy } from '../../rules/offer/offer-policy.ts';
import { dateFault } from './date-fault.tsx';
import { answerText } from './open-offer.tsx';
import { faultOf } from './parts.tsx';

interface AnswerPageProps {
  offer: Offer;
  side: OfferSide;
  given: readonly AnswerGiven[];
  /** Of this side. */
  answers: readonly Answer[];
  /** What this side may answer now; nothing when it is over. */
  open: readonly AnswerKind[];
  policy: OfferPolicy;
  /** Where the form is sent to. */
  action: string;
  /** Of somebody signed in, the way back to all that they are asked. */
  back: string | null;
  form: FormState;
  done: boolean;
}

/** An offer, or the release that is asked for, as whoever answers it reads it: signed in, or by a private link. */
export function AnswerPage(props: AnswerPageProps) {
  const { offer, side, given, answers, open, policy, action, back, form, done } = props;
  const { content } = offer;
  const heading =
    side === 'leader' ? `Work alongside ${content.school}` : `Release ${offer.leaderName} for ${content.school}`;
  const state = sideState(side, given, { terms: offer.terms, opened: true });
  return (
    <Page
      title={heading}
      caption={content.service}
      noindex
      {...(back === null ? {} : { backLink: { href: back, text: 'Back to all that you are asked' } })}
      errors={errorsOf(form)}
    >
      {done && (
        <NotificationBanner type="success">
          Your answer is sent to {content.service}. {offer.settledAt !== null && 'Both sides have now agreed.'}
        </NotificationBanner>
      )}
      <p class="app-lede">
        {side === 'leader'
          ? `${content.service} asks you, ${offer.leaderName}, to work alongside the head of ${content.school}. ${content.home} is asked to release you.`
          : `${content.service} asks ${content.home} to release ${offer.leaderName}, who would work alongside the head of ${content.school}.`}
      </p>
      <SummaryList
        rows={[
          { key: { text: 'Days in all' }, value: { text: halfDaysInWords(offer.halfDays) } },
          { key: { text: 'Between' }, value: { text: `${dayText(offer.startsOn)} and ${dayText(offer.endsOn)}` } },
          { key: { text: 'Kind of help' }, value: { text: content.help } },
          { key: { text: 'What it is about' }, value: { text: content.focus } },
          ...(side === 'leader' && content.detail !== null
            ? [{ key: { text: 'What the school says' }, value: { text: content.detail, class: 'app-letter' } }]
            : []),
          ...(side === 'leader' && content.hopedOutcome !== null
            ? [
                {
                  key: { text: 'What should be different' },
                  value: { text: content.hopedOutcome, class: 'app-letter' },
                },
              ]
            : []),
          ...(content.words === null
            ? []
            : [{ key: { text: `${content.service} writes` }, value: { text: content.words, class: 'app-letter' } }]),
          { key: { text: 'Answer by' }, value: { text: dayText(offer.answerBy) } },
        ]}
      />
      {answers.length > 0 && (
        <section aria-labelledby="said">
          <h2 class="govuk-heading-m" id="said">
            What was answered
          </h2>
          <p class="govuk-body">It stands so: {SIDE_STATE_WORDS[state].text.toLowerCase()}.</p>
          <ul class="govuk-list govuk-list--spaced">
            {answers.map((answer) => (
              <li>
                {londonMoment(answer.at)}: {side === 'leader' ? 'the leader' : 'the home school'}{' '}
                {answerText(answer, policy)}
                {answer.accepted !== null &&
                  ` ${content.service} ${answer.accepted ? 'agreed' : 'did not agree'}${answer.replyWords === null ? '' : `: ${answer.replyWords}`}.`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {open.length === 0 ? (
        <p class="govuk-inset-text">
          {offer.settledAt !== null
            ? 'This is agreed: nothing more is asked of you here.'
            : offer.endedAt !== null
              ? `This is over: ${content.service} no longer needs an answer.`
              : `The last day to answer was ${dayText(offer.answerBy)}: it can no longer be answered. Ask ${content.service} if you would still like to.`}
        </p>
      ) : (
        <AnswerForm offer={offer} side={side} open={open} policy={policy} action={action} form={form} />
      )}
    </Page>
  );
}

const LABELS: Readonly<Record<OfferSide, Readonly<Record<AnswerKind, string>>>> = {
  leader: {
    accept: 'Yes, I accept',
    conditions: 'Yes, with conditions',
    counter: 'I could do other days or dates',
    undecided: 'I need more time',
    decline: 'No, I decline',
  },
  release: {
    accept: 'Yes, we release them',
    conditions: 'Yes, with conditions',
    counter: 'We could release them for other days or dates',
    undecided: 'We need more time',
    decline: 'No, we do not release them',
  },
};

function AnswerForm({
  offer,
  side,
  open,
  policy,
  action,
  form,
}: Pick<AnswerPageProps, 'offer' | 'side' | 'open' | 'policy' | 'action' | 'form'>) {
  const { typed } = form;
  const boxes = { ...dateBoxes('starts', offer.startsOn), ...dateBoxes('ends', offer.endsOn), ...typed };
  const day = (id: string, legend: string) => {
    const error = dateFault(form, id);
    return <FormDateInput id={id} legend={legend} values={boxes} {...(error === undefined ? {} : { error })} />;
  };
  const reasons = policy.declineReasons.filter(({ sides }) => sides.includes(side));
  return (
    <Form action={action}>
      <input type="hidden" name="terms" value={offer.terms} />
      <Radios
        name="said"
        value={typed.said}
        errorMessage={faultOf(form, 'said')}
        fieldset={{ legend: { text: 'Your answer', class: 'govuk-fieldset__legend--m' } }}
        items={open.map((answer) => ({ value: answer, text: LABELS[side][answer] }))}
      />
      {open.includes('counter') && (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">For other days or dates</legend>
          <Input
            name="halfDays"
            class="govuk-input--width-5"
            label={{ text: 'Days in all' }}
            value={typed.halfDays ?? String(offer.halfDays / 2)}
            errorMessage={faultOf(form, 'halfDays')}
          />
          {day('starts', 'From')}
          {day('ends', 'To')}
        </fieldset>
      )}
      {open.includes('undecided') && (
        <Input
          name="moreDays"
          class="govuk-input--width-3"
          inputmode="numeric"
          label={{ text: 'For more time: how many more days' }}
          hint={{ text: `${policy.answer.mostMoreDays} at most, and once` }}
          value={typed.moreDays}
          errorMessage={faultOf(form, 'moreDays')}
        />
      )}
      <Select
        name="reason"
        label={{ text: 'For no: why' }}
        value={typed.reason ?? ''}
        errorMessage={faultOf(form, 'reason')}
        items={[{ value: '', text: 'Choose' }, ...reasons.map(({ code, label }) => ({ value: code, text: label }))]}
      />
      <Textarea
        name="words"
        rows={3}
        label={{ text: 'In your own words' }}
        hint={{
          text: `Needed for conditions, and for another reason. ${offer.content.service} reads it, and nobody else.`,
        }}
        value={typed.words}
        errorMessage={faultOf(form, 'words')}
      />
      <Button preventDoubleClick>Send the answer</Button>
    </Form>
  );
}

/** Why a private link opens nothing; where its holder has just given the last answer, that it is given. */
export function LinkOverPage({ stands, answered }: { stands: 'expired' | 'ended' | null; answered: boolean }) {
  if (answered)
    return (
      <Page title="Your answer is given" noindex>
        <p class="govuk-body">
          Thank you. The service has your answer, and nothing more is asked of you here: this link is closed.
        </p>
      </Page>
    );
  const words = {
    expired: 'The time for this link is over. If you would still like to answer, ask whoever sent it to you.',
    ended: 'What this link was for is settled or over: no answer is needed any more.',
  };
  return (
    <Page title="This link no longer opens anything" noindex>
      <p class="govuk-body">
        {stands === null
          ? 'There is no such link. Check that the whole address was copied from the letter.'
          : words[stands]}
      </p>
    </Page>
  );
}
