import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { Placement } from '../../rules/placement.ts';
import { Lines } from '../agreement/form-fields.tsx';
import { PlacementFrame } from '../placement-frame.tsx';

interface ReviewAnswerPageProps {
  placement: Placement;
  part: PlacementPart;
  /** Whose answer the service writes down; null for one's own. */
  of: 'leader' | 'supported head' | null;
  form: FormState;
}

/** Where the leader or the supported head answers in a review. */
export function ReviewAnswerPage({ placement, part, of, form }: ReviewAnswerPageProps) {
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="review"
      heading={of === null ? 'Answer in the review' : `What the ${of} says`}
      errors={errorsOf(form)}
    >
      <p class="govuk-body">
        The service, the leader and the supported school read this. It takes the place of an earlier answer, which stays
        in the record.
      </p>
      <Form action={paths.lifePage(placement.id, 'review/answer', of === null ? {} : { part: of })}>
        {of !== null && <input type="hidden" name="part" value={of} />}
        <Lines form={form} name="working" label="Is it working?" />
        <Lines form={form} name="appropriate" label="Is it the right help?" />
        <Lines form={form} name="change" label="What should change?" />
        <Button preventDoubleClick>Send</Button>
      </Form>
    </PlacementFrame>
  );
}
