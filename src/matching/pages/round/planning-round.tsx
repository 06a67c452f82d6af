import { Button } from '../../../govuk/button.tsx';
import { Details } from '../../../govuk/details.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { Table } from '../../../govuk/table.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { termWords } from '../../../need/rules/round/term.ts';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { Finding } from '../../rules/finding.ts';
import type { RoundDecision } from '../../rules/round/decision.ts';
import type { Names } from '../../rules/round/names.ts';
import { gapWords } from '../../rules/round/proposal-words.ts';
import {
  isUnderWay,
  type PlanningRound,
  type Proposal,
  type ProposalState,
  type Scenario,
  STATE_WORDS,
} from '../../rules/round/round.ts';
import { DecisionList } from './decision-list.tsx';
import { Findings } from './findings.tsx';
import { PlanAgain } from './plan-again.tsx';
import { number } from './plan-figures.tsx';
import { capital } from './planning-rounds.tsx';
import { type Organisation, planningCrumbs } from './planning-crumbs.tsx';

interface PlanningRoundPageProps {
  organisation: Organisation;
  round: PlanningRound;
  sides: { needs: number; leftOut: number; leaders: number; leaderDays: number; needDays: number };
  scenarios: readonly (Scenario & { differs: readonly string[] })[];
  /** The newest first. */
  proposals: readonly Proposal[];
  /** Those that stand, the newest first. */
  decisions: readonly RoundDecision[];
  names: Names;
  takenForward: string | null;
  /** What stands against a plan, where one was asked for or nothing has been planned yet. */
  findings: readonly Finding[];
  runs: boolean;
  form: FormState;
  done: string | null;
}

const DONE: Record<string, string> = {
  opened: 'The planning round is open, and what it starts from is frozen.',
  decided: 'Your decision is in the list. Plan again to see what it does.',
  undone: 'The decision is undone. Plan again to see what it does.',
  scenario: 'The scenario is there. Propose a plan in it to compare.',
  open: 'The round is open again.',
};

/** One planning round: what it starts from, its scenarios with their proposals, and what was decided. */
export function PlanningRoundPage(props: PlanningRoundPageProps) {
  const { organisation, round, decisions, scenarios, names, findings, runs, form, done, proposals } = props;
  return (
    <Page
      title={round.title}
      caption={`${organisation.name}: ${STATE_WORDS[round.state]}`}
      wide
      breadcrumbs={planningCrumbs(organisation)}
      errors={errorsOf(form)}
    >
      {done !== null && DONE[done] !== undefined && (
        <NotificationBanner type="success">{DONE[done]}</NotificationBanner>
      )}
      <p class="app-lede">
        Who works alongside whom in the {termWords(round)}, {dayText(round.from)} to {dayText(round.to)}.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.planningApproval(organisation.id, round.id)}>
          Approval: the plan put forward, interests, the panel, partners and approved pairs
        </a>
      </p>
      <Sides {...props} />
      <Findings findings={findings} />
      <section aria-labelledby="scenarios">
        <h2 class="govuk-heading-m" id="scenarios">
          Scenarios and their proposals
        </h2>
        <Scenarios {...props} />
        {proposals.length > 1 && (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.planningPart(organisation.id, round.id, 'compare')}>
              Compare proposals side by side
            </a>
          </p>
        )}
        {runs && proposals.length === 0 && scenarios[0] !== undefined && (
          <PlanAgain
            organisationId={organisation.id}
            roundId={round.id}
            scenarioId={scenarios[0].id}
            near={null}
            form={form}
          />
        )}
      </section>
      <section aria-labelledby="decisions">
        <h2 class="govuk-heading-m" id="decisions">
          Decisions
        </h2>
        {decisions.length === 0 ? (
          <p class="govuk-body">Nothing is decided yet: the plan is the solver’s alone.</p>
        ) : (
          <DecisionList
            organisationId={organisation.id}
            roundId={round.id}
            decisions={decisions}
            scenarios={scenarios}
            names={names}
            undoes={runs}
            caption="Decisions that stand, the newest first"
          />
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={paths.planningPart(organisation.id, round.id, 'decisions')}>
            All decisions, those that were undone too
          </a>
        </p>
        {runs && <Deeds organisation={organisation} round={round} />}
      </section>
      <p class="govuk-body">
        Opened by {round.openedBy}, {round.openedInRole}, {londonMoment(new Date(round.openedAt))}, on published data as
        at {dayText(round.asAt)}. Frozen inputs: <span class="app-hash">{round.inputsSha256}</span>
      </p>
      <Details summaryText="How journeys are measured">
        <p class="govuk-body">{round.travel}</p>
      </Details>
      {(runs || round.state === 'closed') && <CloseOrOpen organisation={organisation} round={round} />}
    </Page>
  );
}

function Sides({ organisation, round, sides }: PlanningRoundPageProps) {
  return (
    <>
      <dl class="app-figures">
        <div>
          <dt>Needs</dt>
          <dd>
            {sides.needs - sides.leftOut}{' '}
            <small>
              asking for {number(sides.needDays)} days
              {sides.leftOut > 0 && `; ${sides.leftOut} left out`}
            </small>
          </dd>
        </div>
        <div>
          <dt>Leaders within reach</dt>
          <dd>
            {sides.leaders} <small>who could give {number(sides.leaderDays)} days</small>
          </dd>
        </div>
      </dl>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.planningPart(organisation.id, round.id, 'sides')}>
          The needs and leaders of the round
        </a>
      </p>
    </>
  );
}

const PROPOSAL_WORDS: Record<ProposalState, string> = {
  waiting: 'Waiting',
  running: 'Searching',
  done: 'Ended',
  stopped: 'Stopped, best kept',
  failed: 'Failed',
};

function Scenarios({ organisation, round, scenarios, proposals, takenForward, runs }: PlanningRoundPageProps) {
  return (
    <ScrollRegion label="Scenarios">
      <Table
        caption="Each scenario with its proposals, the newest first"
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        head={[{ text: 'Scenario' }, { text: 'Proposals' }, ...(runs ? [{ text: 'Copy', class: 'app-no-print' }] : [])]}
        rows={scenarios.map((scenario) => {
          const own = proposals.filter(({ scenarioId }) => scenarioId === scenario.id);
          return [
            {
              text: (
                <>
                  {scenario.name}
                  {scenario.differs.map((line) => (
                    <>
                      <br />
                      <small>{line}</small>
                    </>
                  ))}
                </>
              ),
            },
            {
              text:
                own.length === 0 ? (
                  runs && proposals.length > 0 ? (
                    <ProposeQuickly organisation={organisation} round={round} scenario={scenario} />
                  ) : (
                    'None yet'
                  )
                ) : (
                  <ul class="govuk-list">
                    {own.map((proposal) => (
                      <li>
                        <a class="govuk-link" href={paths.planningProposal(organisation.id, round.id, proposal.id)}>
                          Proposal {proposal.number}
                        </a>
                        {': '}
                        {proposalFigures(proposal)}
                        {proposal.id === takenForward && <strong> Taken forward</strong>}
                      </li>
                    ))}
                    {runs && (
                      <li class="app-no-print">
                        <a
                          class="govuk-link"
                          href={`${paths.planningProposal(organisation.id, round.id, own[0]!.id)}#again`}
                        >
                          Plan again<span class="govuk-visually-hidden"> in {scenario.name}</span>
                        </a>
                      </li>
                    )}
                  </ul>
                ),
            },
            ...(runs
              ? [
                  {
                    class: 'app-no-print',
                    text: (
                      <a
                        class="govuk-link"
                        href={paths.planningScenario(organisation.id, round.id, scenario.id, 'copy')}
                      >
                        Copy<span class="govuk-visually-hidden"> {scenario.name}</span> with other weights
                      </a>
                    ),
                  },
                ]
              : []),
          ];
        })}
      />
    </ScrollRegion>
  );
}

function proposalFigures(proposal: Proposal): string {
  const { progress, state } = proposal;
  if (progress === null || isUnderWay(proposal)) return `${PROPOSAL_WORDS[state]}.`;
  const quality = progress.gap <= 0 ? 'proved best' : `at most ${gapWords(progress.gap)} from the best`;
  return `${progress.covered} of ${progress.needs} needs, cost ${number(progress.objective)}, ${quality}${state === 'stopped' ? ', stopped' : ''}.`;
}

function ProposeQuickly({
  organisation,
  round,
  scenario,
}: {
  organisation: Organisation;
  round: PlanningRound;
  scenario: Scenario;
}) {
  return (
    <Form action={paths.planningScenario(organisation.id, round.id, scenario.id, 'propose')}>
      <input type="hidden" name="seconds" value="" />
      <Button class="govuk-button--secondary" preventDoubleClick>
        Propose<span class="govuk-visually-hidden"> in {scenario.name}</span>
      </Button>
    </Form>
  );
}

function Deeds({ organisation, round }: { organisation: Organisation; round: PlanningRound }) {
  const deeds = [
    ['pair', 'Lock or forbid a pair'],
    ['new-need', 'Add a need'],
    ['new-leader', 'Add a leader'],
  ] as const;
  return (
    <ul class="govuk-list app-no-print">
      {deeds.map(([part, text]) => (
        <li>
          <a class="govuk-link" href={paths.planningPart(organisation.id, round.id, part)}>
            {text}
          </a>
        </li>
      ))}
      <li>
        <a class="govuk-link" href={paths.planningPart(organisation.id, round.id, 'sides')}>
          Set days, change a leader or a need, leave one out
        </a>
      </li>
    </ul>
  );
}

function CloseOrOpen({ organisation, round }: { organisation: Organisation; round: PlanningRound }) {
  if (round.state === 'approved') return null;
  const to = round.state === 'closed' ? 'open' : 'closed';
  return (
    <Form action={paths.planningPart(organisation.id, round.id, 'state')} class="app-no-print">
      <input type="hidden" name="do" value={to} />
      <Button class="govuk-button--secondary" preventDoubleClick>
        {to === 'closed' ? 'Close the round' : 'Open the round again'}
      </Button>
    </Form>
  );
}

/** "Spring term 2026-27". */
export function roundTitle(term: Parameters<typeof termWords>[0]): string {
  return capital(termWords(term));
}
