import { Button } from '../../../govuk/button.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { PARTNER_STATE_WORDS, PARTNER_STEP_WORDS, type PartnerState } from '../../rules/approval/moves.ts';
import type { PutLine } from '../../rules/approval/pair.ts';
import { counted, Done, faultOf } from './parts.tsx';
import { PlanLines, Totals } from './plan-lines.tsx';

interface Organisation {
  id: string;
  name: string;
}

interface PooledRoundShown {
  id: string;
  organisation: string;
  title: string;
  from: string;
  to: string;
  state: PartnerState;
}

/** Rounds of others to which the organisation was invited, and plans that were shared with the reader. */
export function PoolPage({
  organisation,
  rounds,
  shared,
}: {
  organisation: Organisation;
  rounds: readonly PooledRoundShown[];
  shared: readonly { id: string; round: string; organisation: string; by: string; at: string }[];
}) {
  return (
    <Page
      title={`Shared and pooled rounds: ${organisation.name}`}
      heading="Shared and pooled rounds"
      caption={organisation.name}
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
    >
      <h2 class="govuk-heading-m">Rounds that you were invited to</h2>
      {rounds.length === 0 ? (
        <p class="govuk-body">No other organisation has invited yours to a round.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {rounds.map((round) => (
            <li>
              <a class="govuk-link" href={paths.poolRound(organisation.id, round.id)}>
                {round.title}, {round.organisation}
              </a>
              : {PARTNER_STATE_WORDS[round.state].toLowerCase()}
            </li>
          ))}
        </ul>
      )}
      <h2 class="govuk-heading-m">Plans that are shared with you</h2>
      {shared.length === 0 ? (
        <p class="govuk-body">Nobody shares a plan with you at present.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {shared.map((share) => (
            <li>
              <a class="govuk-link" href={paths.sharedPlan(organisation.id, share.id)}>
                {share.round}, {share.organisation}
              </a>{' '}
              ({share.by}, {londonMoment(new Date(share.at))})
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

interface PoolRoundProps {
  organisation: Organisation;
  round: PooledRoundShown;
  steps: readonly { state: PartnerState; words: string; at: string }[];
  parties: readonly string[];
  brought: { needs: number; leaders: number; by: string; at: string } | null;
  forward: {
    totals: { needs: number; covered: number; days: number; gap: number; provedOptimal: boolean };
    lines: readonly PutLine[];
  } | null;
  approved: readonly PutLine[];
  answers: boolean;
  brings: boolean;
  form: FormState;
  done: string | null;
}

const DONE = { answered: 'Your answer is written down.', brought: 'Your needs and leaders are in the round.' };

/** One round of another organisation, as a partner sees it: the agreement, what it brings, the pairs that concern it, the totals. */
export function PoolRoundPage(props: PoolRoundProps) {
  const { organisation, round, steps, parties, forward, approved, form, done } = props;
  const joined = round.state === 'joined';
  return (
    <Page
      title={`${round.title}, ${round.organisation}`}
      heading={round.title}
      caption={`Round of ${round.organisation}`}
      wide
      backLink={{ href: paths.pool(organisation.id), text: 'Back to all rounds' }}
      errors={errorsOf(form)}
    >
      <Done done={done} words={DONE} />
      <p class="app-lede">
        {PARTNER_STATE_WORDS[round.state]}. Term from {dayText(round.from)} to {dayText(round.to)}.
        {parties.length > 0 && ` Who takes part: ${parties.join(', ')}.`}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {steps.map((step) => (
          <li>
            {PARTNER_STEP_WORDS[step.state]}, {londonMoment(new Date(step.at))}:{' '}
            <span class="app-letter">{step.words}</span>
          </li>
        ))}
      </ul>
      {joined && <Bring {...props} />}
      {joined && (
        <section aria-labelledby="plan">
          <h2 class="govuk-heading-m" id="plan">
            The plan that is put forward
          </h2>
          {forward === null ? (
            <p class="govuk-body">{round.organisation} has put no plan forward yet.</p>
          ) : (
            <>
              <Totals totals={forward.totals} />
              <p class="govuk-body">
                You see your own schools and the pairs in which one of them or one of your leaders takes part.
              </p>
              {forward.lines.length === 0 ? (
                <p class="govuk-body">No line of the plan concerns you.</p>
              ) : (
                <PlanLines lines={forward.lines} caption="Lines that concern you" />
              )}
            </>
          )}
        </section>
      )}
      {approved.length > 0 && <PlanLines lines={approved} caption="Approved pairs that concern you" />}
      <Answer {...props} />
    </Page>
  );
}

function Bring({ organisation, round, brought, brings }: PoolRoundProps) {
  return (
    <section aria-labelledby="bring">
      <h2 class="govuk-heading-m" id="bring">
        What you bring
      </h2>
      <p class="govuk-body">
        {brought === null
          ? 'You have brought nothing yet.'
          : `${counted(brought.needs, 'need')} and ${counted(brought.leaders, 'leader')}, brought by ${brought.by}, ${londonMoment(new Date(brought.at))}.`}{' '}
        Your schools in need with their days, and the heads of your schools who meet the criteria, are copied as your
        service reads them now. {round.organisation} reads them to plan; other partners do not.
      </p>
      {brings && (
        <Form action={paths.bringToPool(organisation.id, round.id)}>
          <Button class="govuk-button--secondary" preventDoubleClick>
            {brought === null ? 'Bring our needs and leaders' : 'Bring them again as they are now'}
          </Button>
        </Form>
      )}
    </section>
  );
}

function Answer({ organisation, round, answers, form }: PoolRoundProps) {
  if (!answers || round.state === 'declined' || round.state === 'ended') return null;
  const items =
    round.state === 'invited'
      ? [
          { value: 'joined', text: 'We take part' },
          { value: 'declined', text: 'We decline' },
        ]
      : [{ value: 'ended', text: 'Our part ends: what we brought leaves every later plan' }];
  return (
    <section aria-labelledby="answer-invitation">
      <h2 class="govuk-heading-m" id="answer-invitation">
        {round.state === 'invited' ? 'Answer the invitation' : 'End your part'}
      </h2>
      <Form action={paths.poolRound(organisation.id, round.id)}>
        <Radios
          name="to"
          value={form.typed.to}
          errorMessage={faultOf(form, 'to')}
          fieldset={{ legend: { text: 'Your answer', class: 'govuk-fieldset__legend--s' } }}
          items={items}
        />
        <Textarea
          name="words"
          rows={3}
          label={{ text: 'What you agree to, or why not' }}
          value={form.typed.words}
          errorMessage={faultOf(form, 'words')}
        />
        <Button preventDoubleClick>Send the answer</Button>
      </Form>
    </section>
  );
}
