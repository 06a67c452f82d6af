import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { errorsOf } from '../../../need/pages/round/rounds.tsx';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { Objective } from '../../rules/agreement/content.ts';
import { baselineText } from '../../rules/agreement/sections.ts';
import type { LifePolicy } from '../../rules/life/life-policy.ts';
import type { Placement } from '../../rules/placement.ts';
import { type DatedForm, dateFault, faultOf, Line, Lines } from '../agreement/form-fields.tsx';
import { PlacementFrame } from '../placement-frame.tsx';

interface ImpactFormPageProps {
  placement: Placement;
  part: PlacementPart;
  objective: Objective;
  /** The newest published figure of the measure, and the mean beside it, in words; null where none is published. */
  published: { newest: string; comparator: string | null } | null;
  impact: LifePolicy['impact'];
  form: DatedForm;
}

/** Where somebody notes what an objective came to. */
export function ImpactFormPage({ placement, part, objective, published, impact, form }: ImpactFormPageProps) {
  const { key, aim, measure, baseline, target } = objective;
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="evaluation"
      heading="What the objective came to"
      errors={errorsOf(form)}
    >
      <SummaryList
        rows={[
          ['Objective', aim],
          ['Measure', measure],
          ['Baseline', baseline === null ? 'None' : baselineText(baseline)],
          ['Target', target],
          ...(published === null
            ? []
            : [
                ['Newest published figure', published.newest],
                ['For comparison', published.comparator ?? 'None published'],
              ]),
        ].map(([name, value]) => ({ key: { text: name }, value: { text: value } }))}
      />
      <p class="govuk-body">{impact.caution}</p>
      <Form action={paths.lifePage(placement.id, 'evaluation/impact', { objective: String(key) })}>
        <Line form={form} name="value" label="At the end" hint="The figure, or that there is none" />
        <FormDateInput id="taken" legend="As at" values={form.typed} error={dateFault(form, 'taken')} />
        <Line form={form} name="source" label="Where it is from" />
        <Radios
          name="confidence"
          value={form.typed.confidence}
          errorMessage={faultOf(form, 'confidence')}
          fieldset={{ legend: { text: 'How sure is it?', class: 'govuk-fieldset__legend--s' } }}
          items={impact.confidence.map(({ code, label, means }) => ({
            value: code,
            text: label,
            hint: { text: means },
            checked: form.typed.confidence === code,
          }))}
        />
        <Lines form={form} name="words" label="What happened" hint="What changed, and what else changed meanwhile" />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </PlacementFrame>
  );
}
