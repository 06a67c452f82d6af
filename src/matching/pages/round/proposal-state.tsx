import { Button } from '../../../govuk/button.tsx';
import { Form } from '../../../web/form.tsx';
import { ImportScript } from '../../../web/import-script.tsx';
import { paths } from '../../../web/paths.ts';
import { isUnderWay, type Proposal } from '../../rules/round/round.ts';
import { proposalWords } from '../../rules/round/proposal-words.ts';

interface ProposalStateProps {
  organisationId: string;
  proposal: Proposal;
  runs: boolean;
}

/** How far a proposal is: told as it goes on by script, and on asking again without. */
export function ProposalState({ organisationId, proposal, runs }: ProposalStateProps) {
  const { id, roundId, state, cancelling } = proposal;
  const words = proposalWords(proposal);
  if (!isUnderWay(proposal)) return <p class="app-lede">{words}</p>;
  return (
    <>
      <p
        class="app-lede"
        role="status"
        data-import-progress={paths.planningProposal(organisationId, roundId, id, 'progress')}
        data-is={state}
      >
        {words}
      </p>
      <p class="govuk-body">
        You can leave this page: the search goes on.{' '}
        <a class="govuk-link" href={paths.planningProposal(organisationId, roundId, id)}>
          See how far it is
        </a>
      </p>
      {runs && !cancelling && (
        <Form action={paths.planningProposal(organisationId, roundId, id, 'cancel')}>
          <Button class="govuk-button--secondary" preventDoubleClick>
            Stop here and keep the best plan so far
          </Button>
        </Form>
      )}
      <ImportScript />
    </>
  );
}
