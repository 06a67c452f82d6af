import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { errorsOf } from '../../../need/pages/round/rounds.tsx';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { type DatedForm, dateFault, Lines } from './form-fields.tsx';

interface MeetingPageProps {
  placement: Placement;
  part: PlacementPart;
  form: DatedForm;
}

/** Where the contracting meeting is noted. */
export function MeetingPage({ placement, part, form }: MeetingPageProps) {
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="agreement"
      heading="Contracting meeting"
      errors={errorsOf(form)}
    >
      <p class="govuk-body">The service, the leader and the supported school read these notes.</p>
      <Form action={paths.agreementPage(placement.id, 'meeting')}>
        <FormDateInput id="held" legend="Day of the meeting" values={form.typed} error={dateFault(form, 'held')} />
        <Lines form={form} name="present" label="Who was there" rows={2} />
        <Lines form={form} name="workingStyle" label="How they will work together" />
        <Lines form={form} name="access" label="What the leader has access to" />
        <Lines
          form={form}
          name="authorityTold"
          label="How the authority is told"
          hint="When the school is of concern to the authority or in a category. Say so if it is not."
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </PlacementFrame>
  );
}
