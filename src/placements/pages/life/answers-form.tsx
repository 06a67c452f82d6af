import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { Question } from '../../rules/life/life-policy.ts';
import type { Placement } from '../../rules/placement.ts';
import { Lines } from '../agreement/form-fields.tsx';
import { PlacementFrame } from '../placement-frame.tsx';

interface AnswersFormPageProps {
  placement: Placement;
  part: PlacementPart;
  /** 'evaluation/answers' or 'evaluation/reflection'. */
  page: 'evaluation/answers' | 'evaluation/reflection';
  questions: readonly Question[];
  /** Whether one was sent before: then it must be said why another takes its place. */
  sentBefore: boolean;
  form: FormState;
}

/** Where the supported head evaluates, or the leader reflects. */
export function AnswersFormPage({ placement, part, page, questions, sentBefore, form }: AnswersFormPageProps) {
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="evaluation"
      heading={page === 'evaluation/answers' ? 'Evaluate the placement' : 'Reflect on the placement'}
      errors={errorsOf(form)}
    >
      <p class="govuk-body">
        The service, the leader and the supported school read this. Once it is sent it is fixed; another can take its
        place, with a reason.
      </p>
      <Form action={paths.lifePage(placement.id, page)}>
        {questions.map(({ code, label }) => (
          <Lines form={form} name={`answer-${code}`} label={label} />
        ))}
        {sentBefore && <Lines form={form} name="reason" label="Why this takes the place of what you sent" rows={2} />}
        <Button preventDoubleClick>Send</Button>
      </Form>
    </PlacementFrame>
  );
}
