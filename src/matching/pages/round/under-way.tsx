import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { Page } from '../../../web/layout.tsx';
import type { PlanningRound, Proposal } from '../../rules/round/round.ts';
import { type Organisation, planningCrumbs } from './planning-crumbs.tsx';
import { ProposalState } from './proposal-state.tsx';

/** A proposal whose search goes on: how far it is, and where it is stopped. */
export function UnderWayPage({
  organisation,
  round,
  scenario,
  proposal,
  runs,
}: {
  organisation: Organisation;
  round: PlanningRound;
  scenario: string;
  proposal: Proposal;
  runs: boolean;
}) {
  return (
    <Page
      title={`Proposal ${proposal.number}: ${scenario}`}
      heading={scenario}
      caption={`Proposal ${proposal.number}, ${londonMoment(new Date(proposal.at))}`}
      wide
      breadcrumbs={planningCrumbs(organisation, round)}
    >
      <ProposalState organisationId={organisation.id} proposal={proposal} runs={runs} />
    </Page>
  );
}
