import { Button } from '../../../govuk/button.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import type { PutLine } from '../../rules/approval/pair.ts';
import { Done, faultOf } from './parts.tsx';
import { PlanLines, Totals } from './plan-lines.tsx';

interface SharedPlanProps {
  organisationId: string;
  id: string;
  by: string;
  at: string;
  words: string | null;
  plan: {
    round: string;
    scenario: string;
    organisation: string;
    totals: { needs: number; covered: number; days: number; gap: number; provedOptimal: boolean };
    lines: readonly PutLine[];
    isWhole: boolean;
  };
  comments: readonly { words: string; at: string }[];
  form: FormState;
  done: string | null;
}

/** A plan as a person of a panel was given it, and where they say what they think of it. */
export function SharedPlanPage({ organisationId, id, by, at, words, plan, comments, form, done }: SharedPlanProps) {
  return (
    <Page
      title={`${plan.round}: scenario ${plan.scenario}`}
      heading={plan.round}
      caption={`Shared by ${plan.organisation}`}
      wide
      backLink={{ href: paths.pool(organisationId), text: 'Back to what is shared with you' }}
      errors={errorsOf(form)}
    >
      <Done done={done} words={{ commented: 'Your comment is saved.' }} />
      <Totals totals={plan.totals} />
      <p class="govuk-body">
        Scenario “{plan.scenario}”, shared by {by}, {londonMoment(new Date(at))}. This is a proposal, copied as it was
        then; nothing is approved.{' '}
        {plan.isWhole ? '' : 'You see the lines that concern your organisation, and the totals of all.'}
      </p>
      {words !== null && (
        <InsetText>
          <span class="app-letter">{words}</span>
        </InsetText>
      )}
      {plan.lines.length === 0 ? (
        <p class="govuk-body">No line of this plan concerns your organisation.</p>
      ) : (
        <PlanLines lines={plan.lines} caption="The plan" />
      )}
      <section aria-labelledby="comments">
        <h2 class="govuk-heading-m" id="comments">
          Your comments
        </h2>
        {comments.map((one) => (
          <p class="govuk-body">
            <span class="app-letter">{one.words}</span> <small>({londonMoment(new Date(one.at))})</small>
          </p>
        ))}
        <Form action={paths.sharedPlan(organisationId, id)}>
          <Textarea
            name="comment"
            rows={4}
            label={{ text: 'Comment' }}
            hint={{ text: `${plan.organisation} reads it; other readers do not.` }}
            value={form.typed.comment}
            errorMessage={faultOf(form, 'comment')}
          />
          <Button preventDoubleClick>Save the comment</Button>
        </Form>
      </section>
    </Page>
  );
}
