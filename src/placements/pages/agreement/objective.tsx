import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Select } from '../../../govuk/select.tsx';
import { errorsOf } from '../../../need/pages/round/rounds.tsx';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { DraftChanged } from './draft-changed.tsx';
import { type DatedForm, dateFault, faultOf, Line, Lines } from './form-fields.tsx';

interface ObjectivePageProps {
  placement: Placement;
  part: PlacementPart;
  revision: number;
  /** Key of the objective; null for a new one. */
  objective: number | null;
  /** Published figures of the supported school to choose from. */
  figures: readonly { value: string; text: string }[];
  form: DatedForm;
  differs: readonly { name: string; now: string; typed: string }[] | null;
}

/** Where one objective of a draft is written, or taken out. */
export function ObjectivePage(props: ObjectivePageProps) {
  const { placement, part, revision, objective, figures, form, differs } = props;
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="agreement"
      heading={objective === null ? 'Add an objective' : 'Change an objective'}
      errors={errorsOf(form)}
    >
      <DraftChanged differs={differs} />
      <Form action={paths.agreementPage(placement.id, 'objective')}>
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="key" value={objective ?? ''} />
        <Lines form={form} name="aim" label="Aim" rows={2} hint="What will be different, for whom" />
        <Line form={form} name="measure" label="Measure" hint="What is counted or seen" />
        <Radios
          name="baseline"
          value={form.typed.baseline}
          fieldset={{ legend: { text: 'Baseline: where the school starts from', class: 'govuk-fieldset__legend--s' } }}
          items={[
            {
              value: 'published',
              text: 'A published figure',
              hint: {
                text: 'With its year and its source. Where none is published, that is the baseline: it is not a zero.',
              },
              checked: form.typed.baseline === 'published',
              conditional: (
                <Select
                  name="figure"
                  label={{ text: 'Figure' }}
                  items={[{ value: '', text: 'Choose a figure' }, ...figures]}
                  value={form.typed.figure}
                  errorMessage={faultOf(form, 'figure')}
                />
              ),
            },
            {
              value: 'school',
              text: 'The school’s own data',
              checked: form.typed.baseline === 'school',
              conditional: (
                <>
                  <Line form={form} name="value" label="Figure" />
                  <Line form={form} name="source" label="Where it is from" />
                  <FormDateInput id="taken" legend="Taken on" values={form.typed} error={dateFault(form, 'taken')} />
                </>
              ),
            },
          ]}
        />
        <Line form={form} name="target" label="Target" />
        <FormDateInput id="due" legend="By" values={form.typed} error={dateFault(form, 'due')} />
        <Lines form={form} name="evidence" label="Evidence" rows={2} hint="How it will be seen" />
        <Line
          form={form}
          name="owner"
          label="Owner"
          hint="Who answers for it: a role rather than a name, where that will do"
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
      {objective !== null && (
        <Form action={paths.agreementPage(placement.id, 'objective/take-out')}>
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="key" value={objective} />
          <Button class="govuk-button--warning" preventDoubleClick>
            Take this objective out
          </Button>
        </Form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.placementPage(placement.id, 'agreement')}>
          Back to the agreement
        </a>
      </p>
    </PlacementFrame>
  );
}
