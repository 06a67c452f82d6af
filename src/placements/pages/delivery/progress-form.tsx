import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Radios } from '../../../govuk/radios.tsx';
import { Select } from '../../../govuk/select.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { dateBoxes } from '../../../web/form-date.ts';
import { paths } from '../../../web/paths.ts';
import type { DeliveryPolicy } from '../../rules/delivery/delivery-policy.ts';
import type { Objective } from '../../rules/delivery/objective.ts';
import { type ProgressEntry, RATING_WORDS, RATINGS } from '../../rules/delivery/progress.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { Day, faultOf, Send, summaryOf, type WorkForm, Words } from './form.tsx';
import { Quoted, Signature } from './record.tsx';

interface ProgressFormProps {
  placement: Placement;
  part: PlacementPart;
  objectives: readonly Objective[];
  policy: DeliveryPolicy;
  form: WorkForm;
  today: string;
}

/** Where it is entered how an objective stands. */
export function ProgressFormPage({ placement, part, objectives, policy, form, today }: ProgressFormProps) {
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="plan"
      heading="How an objective stands"
      errors={summaryOf(form)}
    >
      <Form action={paths.placementNew(placement.id, 'progress')}>
        <Select
          id="objective"
          name="objective"
          label={{ text: 'Objective', class: 'govuk-label--s' }}
          items={objectives.map(({ key, title }) => ({ value: key, text: title }))}
          value={form.typed.objective ?? objectives[0]?.key ?? ''}
          errorMessage={faultOf(form, 'objective')}
        />
        <Day form={form} name="on" label="On which day it was seen" boxes={dateBoxes('on', today)} />
        <Radios
          name="rating"
          idPrefix="rating"
          fieldset={{ legend: { text: 'It stands', class: 'govuk-fieldset__legend--s' } }}
          items={RATINGS.map((value) => ({
            value,
            text: RATING_WORDS[value],
            hint: { text: policy.ratings[value] },
          }))}
          value={form.typed.rating ?? ''}
          errorMessage={faultOf(form, 'rating')}
        />
        <Words
          form={form}
          name="evidence"
          label="Evidence"
          hint="What shows it: figures, work, what was seen. An entry stays as it is; the other side can say beside it that they see it otherwise."
        />
        <Send words="Enter it" back={paths.placementPage(placement.id, 'plan')} />
      </Form>
    </PlacementFrame>
  );
}

interface DisagreeProps {
  placement: Placement;
  part: PlacementPart;
  entry: ProgressEntry;
  form: WorkForm;
}

/** Where the other side says that they see an entry otherwise. */
export function DisagreePage({ placement, part, entry, form }: DisagreeProps) {
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="plan"
      heading="See it otherwise"
      errors={summaryOf(form)}
    >
      <p class="govuk-body">
        {entry.objective.title}, {dayText(entry.seenOn)}: <strong>{RATING_WORDS[entry.rating]}</strong>
      </p>
      <Quoted words={entry.evidence} />
      <p class="govuk-body">
        <Signature by={entry.by} at={entry.at} part={entry.part} />
      </p>
      <Form action={paths.placementRecord(placement.id, 'progress', entry.id, 'disagree')}>
        <Words
          form={form}
          name="words"
          label="How you see it, and why"
          hint="It stands beside the entry, which stays as it is."
        />
        <Send words="Put it beside the entry" back={paths.placementPage(placement.id, 'plan')} />
      </Form>
    </PlacementFrame>
  );
}
