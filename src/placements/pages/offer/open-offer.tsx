import { Button } from '../../../govuk/button.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { Tag } from '../../../govuk/tag.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import {
  type Answer,
  type AnswerGiven,
  type Offer,
  OFFER_SIDES,
  SIDE_STATE_WORDS,
  SIDE_WORDS,
  sideState,
} from '../../rules/offer/offer.ts';
import { declineWords, type OfferPolicy } from '../../rules/offer/offer-policy.ts';
import type { Placement } from '../../rules/placement.ts';
import { faultOf, termsText } from './parts.tsx';

interface OpenOfferProps {
  offer: Offer;
  given: readonly AnswerGiven[];
  answers: readonly Answer[];
  placement: Placement;
  policy: OfferPolicy;
  writes: boolean;
  form: FormState;
  today: string;
}

/** The offer that stands, as the service sees it: how each side answered, what waits for a reply, and the way to take it back. */
export function OpenOffer({ offer, given, answers, placement, policy, writes, form, today }: OpenOfferProps) {
  const states = OFFER_SIDES.map((side) => ({
    side,
    state: sideState(side, given, {
      terms: offer.terms,
      opened: side === 'leader' ? offer.leaderOpened : offer.releaseOpened,
    }),
  }));
  const waiting = states.find(({ state }) => state === 'to reply');
  const toReply = waiting === undefined ? undefined : answers.findLast(({ side }) => side === waiting.side);
  const isOver = !['offered', 'accepted'].includes(placement.state);
  return (
    <section aria-labelledby="open-offer">
      <h2 class="govuk-heading-m" id="open-offer">
        {offer.settledAt === null ? 'The offer that is open' : 'The offer that was agreed'}
      </h2>
      <SummaryList
        rows={[
          {
            key: { text: 'Leader' },
            value: { text: `${offer.leaderName}, ${offer.content.home} (${offer.leaderEmail})` },
          },
          { key: { text: 'Released by' }, value: { text: `The ${offer.releaseBy} (${offer.releaseEmail})` } },
          { key: { text: 'Days' }, value: { text: termsText(offer) } },
          ...(offer.settledAt === null
            ? [
                {
                  key: { text: 'Answer by' },
                  value: { text: `${dayText(offer.answerBy)}${offer.answerBy < today ? ' (past)' : ''}` },
                },
              ]
            : []),
          ...states.map(({ side, state }) => ({
            key: { text: SIDE_WORDS[side] },
            value: {
              text: <Tag class={`govuk-tag--${SIDE_STATE_WORDS[state].colour}`}>{SIDE_STATE_WORDS[state].text}</Tag>,
            },
          })),
        ]}
      />
      {answers.length > 0 && (
        <ol class="govuk-list govuk-list--spaced">
          {answers.map((answer) => (
            <li>
              {londonMoment(answer.at)}: {SIDE_WORDS[answer.side].toLowerCase()} {answerText(answer, policy)}
              {answer.accepted !== null && (
                <>
                  <br />
                  The service {answer.accepted ? 'agreed' : 'did not agree'}
                  {answer.replyWords === null ? '.' : `: ${answer.replyWords}`}
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {writes && toReply !== undefined && (
        <Form action={paths.replyToOffer(placement.id)}>
          <input type="hidden" name="answerId" value={toReply.id} />
          <Radios
            name="reply"
            value={form.typed.reply}
            errorMessage={faultOf(form, 'reply')}
            fieldset={{
              legend: {
                text: `Reply to what ${SIDE_WORDS[toReply.side].toLowerCase()} asks for`,
                class: 'govuk-fieldset__legend--m',
              },
            }}
            items={[
              {
                value: 'agree',
                text: 'Agree',
                ...(toReply.counter === null
                  ? {}
                  : {
                      hint: {
                        text: `The offer is then ${termsText(toReply.counter)}, and the other side is asked again if it has said yes.`,
                      },
                    }),
              },
              {
                value: 'refuse',
                text: 'Do not agree',
                hint: { text: 'The offer stands as it is; they can still accept or decline it.' },
              },
            ]}
          />
          <Textarea
            name="words"
            rows={3}
            label={{ text: 'What they read with it' }}
            hint={{ text: 'Needed where you do not agree' }}
            value={form.typed.words}
            errorMessage={faultOf(form, 'words')}
          />
          <Button preventDoubleClick>Send the reply</Button>
        </Form>
      )}
      {writes && !isOver && (
        <Form action={paths.endOffer(placement.id)} class="app-no-print">
          <input type="hidden" name="version" value={placement.version} />
          <Textarea
            name="why"
            rows={2}
            label={{
              text:
                offer.settledAt === null
                  ? 'To take the offer back, say why'
                  : 'To end it before the first contact, say why',
            }}
            hint={{ text: 'Kept for the service. Those who were asked are told that it is over.' }}
            value={form.typed.why}
            errorMessage={faultOf(form, 'why')}
          />
          <Button class="govuk-button--warning" preventDoubleClick>
            {offer.settledAt === null ? 'Take the offer back' : 'End it'}
          </Button>
        </Form>
      )}
    </section>
  );
}

/** "says no: No capacity in this period." */
export function answerText({ answer, reason, words, counter, moreDays }: Answer, policy: OfferPolicy): string {
  const said = words === null ? '' : ` “${words}”`;
  switch (answer) {
    case 'accept':
      return 'says yes.';
    case 'conditions':
      return `says yes, with conditions:${said}`;
    case 'counter':
      return `offers ${termsText(counter!)} instead.${said}`;
    case 'undecided':
      return `is undecided and asked for ${moreDays} more ${moreDays === 1 ? 'day' : 'days'}.${said}`;
    case 'decline':
      return `says no: ${declineWords(policy, reason ?? '')}.${said}`;
  }
}
