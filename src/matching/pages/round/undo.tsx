import { Button } from '../../../govuk/button.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { decisionSentence } from '../../rules/round/decision-words.ts';
import type { RoundDecision } from '../../rules/round/decision.ts';
import type { Names } from '../../rules/round/names.ts';
import type { PlanningRound } from '../../rules/round/round.ts';
import { type Organisation, planningCrumbs } from './planning-crumbs.tsx';

interface UndoPageProps {
  organisation: Organisation;
  round: PlanningRound;
  decision: RoundDecision;
  names: Names;
  runs: boolean;
  form: FormState;
}

/** One decision, and where it is undone. */
export function UndoPage({ organisation, round, decision, names, runs, form }: UndoPageProps) {
  const { undone } = decision;
  return (
    <Page
      title={decisionSentence(decision, names)}
      caption="Decision"
      breadcrumbs={planningCrumbs(organisation, round)}
      errors={errorsOf(form)}
    >
      <p class="govuk-body">
        {decision.by}, {decision.role}, {londonMoment(new Date(decision.at))}: {decision.reason}
      </p>
      {undone !== null && (
        <p class="govuk-body">
          Undone by {undone.by}, {undone.role}, {londonMoment(new Date(undone.at))}
          {undone.why !== null && `: ${undone.why}`}
        </p>
      )}
      {undone === null && runs && (
        <Form action={paths.planningDecision(organisation.id, round.id, decision.id)}>
          <Textarea
            name="why"
            rows={2}
            label={{ text: 'Why it is undone (optional)' }}
            value={form.typed.why}
            errorMessage={form.errors.why === undefined ? undefined : { text: form.errors.why }}
          />
          <Button preventDoubleClick>Undo this decision</Button>
        </Form>
      )}
      <p class="govuk-body">
        It stays in the list with its history either way. Proposals that were made with it stay as they are: plan again
        to see the difference.
      </p>
    </Page>
  );
}
