import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { errorsOf } from '../../../need/pages/round/rounds.tsx';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { Placement } from '../../rules/placement.ts';
import { type DatedForm, dateFault, Line, Lines } from '../agreement/form-fields.tsx';
import { PlacementFrame } from '../placement-frame.tsx';

interface FollowUpFormPageProps {
  placement: Placement;
  part: PlacementPart;
  months: number;
  form: DatedForm;
}

/** Where the service notes a follow-up. */
export function FollowUpFormPage({ placement, part, months, form }: FollowUpFormPageProps) {
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="evaluation"
      heading={`Follow-up after ${months} months`}
      errors={errorsOf(form)}
    >
      <Form action={paths.lifePage(placement.id, 'evaluation/follow-up', { months: String(months) })}>
        <FormDateInput id="held" legend="Day of the follow-up" values={form.typed} error={dateFault(form, 'held')} />
        <Line form={form} name="who" label="Who was spoken with" />
        <Lines form={form} name="lasted" label="What lasted, and what did not" />
        <Lines form={form} name="newNeed" label="New need (optional)" hint="Leave empty where none is seen" rows={2} />
        <Button preventDoubleClick>Save: it can then not be changed</Button>
      </Form>
    </PlacementFrame>
  );
}
