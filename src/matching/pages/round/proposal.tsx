import type { SupportPolicy } from '../../../leaders/rules/support-policy.ts';
import { Button } from '../../../govuk/button.tsx';
import { Details } from '../../../govuk/details.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import type { AreaGeometry } from '../../../web/charts/geometry.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { ChangeSince } from '../../rules/round/changes-since.ts';
import type { NeedDifference } from '../../rules/round/plan-differences.ts';
import type { PlanTotals } from '../../rules/round/plan-totals.ts';
import { gapWords } from '../../rules/round/proposal-words.ts';
import type { RoundPlan } from '../../rules/round/round-plan.ts';
import { isUnderWay, type PlanningRound, type ProposalWithPlan, type Scenario } from '../../rules/round/round.ts';
import { QuestionsOfPlan } from '../explain/questions-of-plan.tsx';
import { Differences } from './differences.tsx';
import { number, PlanFigures } from './plan-figures.tsx';
import { PlanAgain } from './plan-again.tsx';
import { PlanTables } from './plan-tables.tsx';
import { type Organisation, planningCrumbs } from './planning-crumbs.tsx';
import { PlanParts } from '../plan-parts.tsx';
import { TravelNote } from '../travel-note.tsx';
import { ProposalState } from './proposal-state.tsx';
import { RoundMap } from './round-map.tsx';

export interface ProposalPageProps {
  organisation: Organisation;
  round: PlanningRound;
  scenario: Scenario;
  proposal: ProposalWithPlan;
  totals: PlanTotals | null;
  /** What changed from the plan that it was to stay near, or else from the scenario's plan before; null where there is none. */
  since: { differences: readonly NeedDifference[]; proposalId: string; number: number } | null;
  /** Decisions that now hold and did not when it was made, and the other way round. */
  decidedSince: number;
  policies: { need: string; designation: string; similar: string; matching: string };
  support: SupportPolicy;
  boundary: AreaGeometry | null;
  /** Whether the reader may decide now. */
  runs: boolean;
  isTakenForward: boolean;
  stamp: string;
  changes: readonly ChangeSince[] | null;
  form: FormState;
  done: string | null;
}

const DONE: Record<string, string> = { forward: 'This proposal is the one to take forward.' };

/** One proposal of a planning round: how far it is, its plan with its proof, and what comes next. */
export function ProposalPage(props: ProposalPageProps) {
  const { organisation, round, scenario, proposal, totals, form, done, runs } = props;
  const { plan } = proposal;
  return (
    <Page
      title={`Proposal ${proposal.number}: ${scenario.name}`}
      heading={scenario.name}
      caption={`Proposal ${proposal.number}, ${londonMoment(new Date(proposal.at))}`}
      wide
      breadcrumbs={planningCrumbs(organisation, round)}
      errors={errorsOf(form)}
    >
      {done !== null && DONE[done] !== undefined && (
        <NotificationBanner type="success">{DONE[done]}</NotificationBanner>
      )}
      <ProposalState organisationId={organisation.id} proposal={proposal} runs={runs} />
      {props.isTakenForward && done === null && (
        <p class="govuk-body">
          <strong>This proposal is the one to take forward.</strong>
        </p>
      )}
      {props.changes !== null && (
        <InsetText id="changed">
          Somebody else decided in this round since you opened the page: look at the list of decisions, and send the
          form again if it still holds.
        </InsetText>
      )}
      {plan !== null && totals !== null && <Planned {...props} plan={plan} totals={totals} />}
      {plan === null && !isUnderWay(proposal) && runs && (
        <PlanAgain
          organisationId={organisation.id}
          roundId={round.id}
          scenarioId={scenario.id}
          near={null}
          form={form}
        />
      )}
    </Page>
  );
}

function Planned(props: ProposalPageProps & { plan: RoundPlan; totals: PlanTotals }) {
  const { organisation, round, proposal, plan, totals, since, decidedSince, support, boundary, runs } = props;
  return (
    <>
      <PlanFigures totals={totals} />
      {decidedSince > 0 && (
        <InsetText>
          {decidedSince} {decidedSince === 1 ? 'decision has' : 'decisions have'} changed since this plan was made. Plan
          again to see what {decidedSince === 1 ? 'it does' : 'they do'}.
        </InsetText>
      )}
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={paths.planningProposal(organisation.id, round.id, proposal.id, 'plan.csv')}>
          Download the plan as CSV
        </a>{' '}
        or{' '}
        <a class="govuk-link" href={paths.planningProposal(organisation.id, round.id, proposal.id, 'plan.xlsx')}>
          as a workbook
        </a>
        . The page prints as it stands.
      </p>
      <PlanTables organisationId={organisation.id} roundId={round.id} plan={plan} support={support} runs={runs} />
      {since !== null && (
        <section aria-labelledby="differences">
          <h2 class="govuk-heading-m" id="differences">
            What changed
          </h2>
          <p class="govuk-body">
            Beside{' '}
            <a class="govuk-link" href={paths.planningProposal(organisation.id, round.id, since.proposalId)}>
              proposal {since.number}
            </a>
            {proposal.asked.near === null ? '' : ', of which as little as possible was to change'}.
          </p>
          <Differences
            differences={since.differences}
            before={`Proposal ${since.number}`}
            after={`Proposal ${proposal.number}`}
            support={support}
          />
        </section>
      )}
      {plan.pairs.length + plan.uncovered.length > 0 && (
        <section aria-labelledby="map">
          <h2 class="govuk-heading-m" id="map">
            On a map
          </h2>
          <RoundMap plan={plan} boundary={boundary} title="The pairs of this proposal" />
        </section>
      )}
      <Proof {...props} />
      <TravelNote sentences={plan.travel} />
      {!isUnderWay(proposal) && (
        <QuestionsOfPlan href={(part) => paths.planningProposal(organisation.id, round.id, proposal.id, part)} />
      )}
      {runs && <Next {...props} />}
      <Foundations {...props} />
    </>
  );
}

function Proof({ plan }: { plan: RoundPlan }) {
  const { objective, bound, gap, provedOptimal, byHand } = plan;
  return (
    <section aria-labelledby="proof">
      <h2 class="govuk-heading-m" id="proof">
        How good it is
      </h2>
      <p class="govuk-body">
        {provedOptimal
          ? `The plan costs ${number(objective)} and is proved best: no plan under these weights and decisions costs less.`
          : `The plan costs ${number(objective)}; no plan costs less than ${number(bound)}, so it is at most ${gapWords(gap)} from the best there is.`}{' '}
        Costs are in minutes of one-way travel: the pairs, and what leaving a need without a leader weighs. Made by
        hand, the most pressing school first, a plan costs {number(byHand.objective)} and meets {byHand.covered} needs.
      </p>
      <PlanParts parts={plan.parts} objective={objective} />
    </section>
  );
}

function Next({ organisation, round, scenario, proposal, isTakenForward, stamp, form }: ProposalPageProps) {
  const error = form.errors.forward;
  return (
    <div class="app-no-print">
      <section aria-labelledby="again">
        <h2 class="govuk-heading-m" id="again">
          Plan again
        </h2>
        <PlanAgain
          organisationId={organisation.id}
          roundId={round.id}
          scenarioId={scenario.id}
          near={proposal.id}
          form={form}
        />
      </section>
      {!isTakenForward && (
        <section aria-labelledby="take">
          <h2 class="govuk-heading-m" id="take">
            Take it forward
          </h2>
          <Form action={paths.planningProposal(organisation.id, round.id, proposal.id, 'forward')}>
            <input type="hidden" name="seen" value={stamp} />
            <Textarea
              name="reason"
              id="forward"
              rows={2}
              label={{ text: 'Why this one' }}
              value={form.typed.reason}
              errorMessage={error === undefined ? undefined : { text: error }}
            />
            <Button class="govuk-button--secondary" preventDoubleClick>
              Take this proposal forward
            </Button>
          </Form>
        </section>
      )}
    </div>
  );
}

function Foundations({ round, proposal, policies }: ProposalPageProps) {
  return (
    <Details summaryText="What it stands on">
      <SummaryList
        rows={[
          { key: { text: 'Published data' }, value: { text: `as at ${dayText(round.asAt)}` } },
          { key: { text: 'Need' }, value: { text: policies.need } },
          { key: { text: 'Leaders' }, value: { text: policies.designation } },
          { key: { text: 'Context' }, value: { text: policies.similar } },
          { key: { text: 'Pairs and costs' }, value: { text: policies.matching } },
          { key: { text: 'Decisions in force then' }, value: { text: proposal.decisions.length } },
          {
            key: { text: 'Everything it was worked out from' },
            value: { text: <span class="app-hash">{proposal.inputsSha256}</span> },
          },
        ]}
      />
    </Details>
  );
}
