import { Page } from '../../../web/layout.tsx';
import type { RoundDecision } from '../../rules/round/decision.ts';
import type { Names } from '../../rules/round/names.ts';
import type { PlanningRound, Scenario } from '../../rules/round/round.ts';
import { DecisionList } from './decision-list.tsx';
import { type Organisation, planningCrumbs } from './planning-crumbs.tsx';

interface DecisionsPageProps {
  organisation: Organisation;
  round: PlanningRound;
  decisions: readonly RoundDecision[];
  scenarios: readonly Scenario[];
  names: Names;
  runs: boolean;
}

/** Everything that was decided in a round, with what was undone. */
export function DecisionsPage({ organisation, round, decisions, scenarios, names, runs }: DecisionsPageProps) {
  return (
    <Page
      title={`Decisions: ${round.title}`}
      heading="Decisions"
      caption={round.title}
      wide
      breadcrumbs={planningCrumbs(organisation, round)}
    >
      {decisions.length === 0 ? (
        <p class="govuk-body">Nothing has been decided in this round.</p>
      ) : (
        <DecisionList
          organisationId={organisation.id}
          roundId={round.id}
          decisions={decisions}
          scenarios={scenarios}
          names={names}
          undoes={runs}
          caption="All decisions, the newest first"
        />
      )}
    </Page>
  );
}
