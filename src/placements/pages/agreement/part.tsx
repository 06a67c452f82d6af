import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { errorsOf } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import { type FormPart, PART_TITLES } from '../../rules/agreement/content.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { DraftChanged } from './draft-changed.tsx';
import type { DatedForm } from './form-fields.tsx';
import { PartFields } from './part-fields.tsx';

interface PartPageProps {
  placement: Placement;
  part: PlacementPart;
  agreementPart: FormPart;
  /** Of the draft. */
  revision: number;
  focusRule: string;
  form: DatedForm;
  differs: readonly { name: string; now: string; typed: string }[] | null;
}

/** Where one part of a draft is written. It may be saved half filled. */
export function AgreementPartPage({
  placement,
  part,
  agreementPart,
  revision,
  focusRule,
  form,
  differs,
}: PartPageProps) {
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="agreement"
      heading={PART_TITLES[agreementPart]}
      errors={errorsOf(form)}
    >
      <DraftChanged differs={differs} />
      <Form action={paths.agreementPage(placement.id, `parts/${agreementPart}`)}>
        <input type="hidden" name="revision" value={revision} />
        <PartFields part={agreementPart} form={form} focusRule={focusRule} />
        <Button preventDoubleClick>Save</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.placementPage(placement.id, 'agreement')}>
          Back to the agreement
        </a>
      </p>
    </PlacementFrame>
  );
}
