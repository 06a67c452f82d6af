import { Button } from '../../../govuk/button.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { Day, type FormState } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import { faultOf, type OfRound } from './parts.tsx';

/** A proposal that has ended with a plan. */
export interface ProposalChoice {
  id: string;
  /** "Proposal 2: As the policy weighs, 12 October 2026 at 14:05, 38 of 40 needs, taken forward". */
  words: string;
}

/** Where a proposal is put forward for approval, which asks both heads of every new pair about interests. */
export function PutForward({
  organisation,
  round,
  proposals,
  form,
}: OfRound & { proposals: readonly ProposalChoice[]; form: FormState }) {
  return (
    <section aria-labelledby="put-forward" class="app-no-print">
      <h2 class="govuk-heading-m" id="put-forward">
        Put a plan forward
      </h2>
      {proposals.length === 0 ? (
        <p class="govuk-body">No proposal of this round has ended with a plan yet.</p>
      ) : (
        <Form action={paths.planningApprovalPart(organisation.id, round.id, 'forward')}>
          <p class="govuk-body">
            The plan is copied as it is now. Both heads of every pair that was not asked about before are asked whether
            they have an interest in the other school; those with accounts are told by mail.
          </p>
          <Select
            name="proposal"
            label={{ text: 'Proposal' }}
            value={form.typed.proposal}
            errorMessage={faultOf(form, 'proposal')}
            items={proposals.map(({ id, words }) => ({ value: id, text: words }))}
          />
          <Day id="answer" legend="Day by which heads answer" typed={form.typed} error={faultOf(form, 'answer')} />
          <Textarea
            name="note"
            rows={2}
            label={{ text: 'Note to whoever approves (optional)' }}
            value={form.typed.note}
            errorMessage={faultOf(form, 'note')}
          />
          <Button preventDoubleClick>Put forward and ask heads</Button>
        </Form>
      )}
    </section>
  );
}
