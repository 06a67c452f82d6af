import { InsetText } from '../../../govuk/inset-text.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Page } from '../../../web/layout.tsx';
import type { Blocked } from '../../rules/approval/choices.ts';
import { gapWords } from '../../rules/round/proposal-words.ts';
import { type PlanningState, STATE_WORDS } from '../../rules/round/round.ts';
import { ApproveForm, isReady, LineTable, type LineShown } from './lines.tsx';
import { OwnInterest } from './own-interest.tsx';
import { ApprovalParts, counted, crumbsOf, Done, type OfRound } from './parts.tsx';
import { type ProposalChoice, PutForward } from './put-forward.tsx';

/** A plan that was put forward, as the page shows it. */
export interface ForwardShown {
  id: string;
  scenario: string | null;
  words: string | null;
  answerBy: string;
  by: string;
  at: string;
  totals: { needs: number; covered: number; days: number; gap: number; provedOptimal: boolean };
}

interface ApprovalPageProps extends OfRound {
  state: PlanningState;
  forward: ForwardShown | null;
  lines: readonly LineShown[];
  /** Why the reader may approve nothing of this plan. */
  hand: readonly string[];
  proposals: readonly ProposalChoice[];
  schools: readonly { urn: number; name: string }[];
  declared: readonly { urn: number; name: string }[];
  writes: boolean;
  /** What stood against an approval that was sent. */
  blocked: readonly Blocked[];
  form: FormState;
  done: string | null;
}

const DONE = {
  forward:
    'The plan is put forward. Heads with accounts are told by mail; ask the others and write down what they say.',
  approved: 'The pairs are approved in your name and on the list.',
  settled: 'The pairs are approved. Nothing of this plan waits any more: the round is approved.',
  noted: 'Your interest is written down.',
};

/** The second half of a round: which plan is put forward, what is open on each pair, and where it is approved. */
export function ApprovalPage(props: ApprovalPageProps) {
  const { organisation, round, state, forward, lines, hand, writes, blocked, form, done } = props;
  const acts = state === 'open' || state === 'shared';
  const waiting = lines.filter(({ against }) => against !== 'same' && against !== 'nobody');
  return (
    <Page
      title={`Approval, ${round.title}: ${organisation.name}`}
      heading="Approval"
      caption={round.title}
      wide
      breadcrumbs={crumbsOf(props)}
      errors={[
        ...errorsOf(form),
        ...blocked.map(({ school, words }) => ({ text: `${school}: ${words.join(' ')}`, href: '#lines' })),
      ]}
    >
      <Done done={done} words={DONE} />
      <p class="app-lede">
        {STATE_WORDS[state]}.{' '}
        {forward === null
          ? 'No plan is put forward yet.'
          : `${counted(waiting.length, 'line')} of the plan ${waiting.length === 1 ? 'waits' : 'wait'} for approval, ${lines.filter(isReady).length} ready for you.`}
      </p>
      <ApprovalParts organisation={organisation} round={round} current="approval" />
      {forward !== null && (
        <section aria-labelledby="plan">
          <h2 class="govuk-heading-m" id="plan">
            The plan that is put forward
          </h2>
          <p class="govuk-body">
            {forward.scenario === null ? '' : `Scenario “${forward.scenario}”. `}
            {forward.totals.covered} of {counted(forward.totals.needs, 'need')} with a leader,{' '}
            {counted(forward.totals.days, 'day')};{' '}
            {forward.totals.provedOptimal
              ? 'proved to be the best plan there is'
              : `at most ${gapWords(forward.totals.gap)} from the best plan there is`}
            . Put forward by {forward.by}, {londonMoment(new Date(forward.at))}; heads answer by{' '}
            {dayText(forward.answerBy)}.
          </p>
          {forward.words !== null && (
            <InsetText>
              <span class="app-letter">{forward.words}</span>
            </InsetText>
          )}
          <LineTable organisation={organisation} round={round} lines={lines} />
        </section>
      )}
      {forward !== null && acts && (
        <section aria-labelledby="approve" class="app-no-print">
          <h2 class="govuk-heading-m" id="approve">
            Approve
          </h2>
          {hand.length > 0 ? (
            <InsetText>
              {hand.join(' ')} A plan is approved by somebody who had no hand in it: ask another person of your service
              (service lead, broker or adviser).
            </InsetText>
          ) : (
            <ApproveForm organisation={organisation} round={round} forwardId={forward.id} lines={lines} form={form} />
          )}
        </section>
      )}
      {forward !== null && acts && <OwnInterest {...props} />}
      {writes && acts && <PutForward {...props} />}
      {state === 'approved' && (
        <p class="govuk-body">
          The round is approved. When a leader withdraws, a school closes or a new need is urgent, record it under
          “Changes after approval”: the round opens again and what stands stays.
        </p>
      )}
    </Page>
  );
}
