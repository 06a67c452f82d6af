import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Radios } from '../../../govuk/radios.tsx';
import { Button } from '../../../govuk/button.tsx';
import { Form } from '../../../web/form.tsx';
import { dateBoxes } from '../../../web/form-date.ts';
import { paths } from '../../../web/paths.ts';
import { poundsText, type Training, TRAINING_TAGS } from '../../rules/delivery/training.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import type { Placement } from '../../rules/placement.ts';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { PlacementFrame } from '../placement-frame.tsx';
import { Day, faultOf, Line, Send, summaryOf, type WorkForm, Words } from './form.tsx';
import { RecordHistory, StateMark } from './record.tsx';

interface TrainingPageProps {
  placement: Placement;
  part: PlacementPart;
  /** Null for new training. */
  training: Training | null;
  form: WorkForm;
  sent: 'content' | 'cancel';
  events: readonly PlacementEvent[];
  since: readonly PlacementEvent[];
}

const UNTOUCHED: WorkForm = { typed: {}, errors: {}, days: {} };

/** Where training for staff is arranged, changed, told as held, or cancelled. */
export function TrainingPage({ placement, part, training, form, sent, events, since }: TrainingPageProps) {
  const back = paths.placementPage(placement.id, 'plan');
  const content = sent === 'content' ? form : UNTOUCHED;
  const record = (deed?: string) => paths.placementRecord(placement.id, 'training', training!.id, deed);
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="plan"
      heading={training === null ? 'Arrange training' : 'Training'}
      errors={summaryOf(form)}
    >
      <ChangedMeanwhile since={since} />
      {training !== null && (
        <>
          <p class="govuk-body">
            <StateMark tag={TRAINING_TAGS[training.state]} /> {training.what}
          </p>
          {training.state !== 'held' && (
            <Form action={record('held')}>
              <input type="hidden" name="version" value={training.version} />
              <Button preventDoubleClick>It was held</Button>
            </Form>
          )}
          {training.state !== 'cancelled' && (
            <Form action={record('cancel')}>
              <input type="hidden" name="version" value={training.version} />
              <Words
                form={sent === 'cancel' ? form : UNTOUCHED}
                name="reason"
                label="Why it is cancelled or was not held"
                rows={2}
              />
              <Button preventDoubleClick class="govuk-button--secondary">
                Cancel the training
              </Button>
            </Form>
          )}
          <h2 class="govuk-heading-m">Change what it says</h2>
        </>
      )}
      <Form action={training === null ? paths.placementNew(placement.id, 'training') : record()}>
        {training !== null && <input type="hidden" name="version" value={training.version} />}
        <Line form={content} name="what" label="What it is" value={training?.what} />
        <Line
          form={content}
          name="forWhom"
          label="For whom"
          hint="Roles, such as “teachers of years 1 and 2”. No names are needed."
          value={training?.forWhom}
        />
        <Line
          form={content}
          name="people"
          label="How many people"
          width={5}
          value={training === null ? '' : String(training.people)}
        />
        <Line form={content} name="provider" label="Who gives it" value={training?.provider} />
        <Radios
          name="byLeader"
          idPrefix="byLeader"
          fieldset={{
            legend: {
              text: 'Does the leader give it, out of the days of this placement?',
              class: 'govuk-fieldset__legend--s',
            },
          }}
          items={[
            { value: 'yes', text: 'Yes', hint: { text: 'It counts among the days delivered.' } },
            { value: 'no', text: 'No' },
          ]}
          value={content.typed.byLeader ?? (training === null ? '' : training.byLeader ? 'yes' : 'no')}
          errorMessage={faultOf(content, 'byLeader')}
        />
        <Day form={content} name="held" label="On which day" boxes={dateBoxes('held', training?.heldOn ?? null)} />
        <Line
          form={content}
          name="halfDays"
          label="How many days"
          hint="In halves, such as 0.5 or 1.5"
          width={5}
          value={training === null ? '' : String(training.halfDays / 2)}
        />
        <Line
          form={content}
          name="cost"
          label="Cost in pounds (optional)"
          hint="Such as 250 or 1,250.50; leave it empty while it is not known"
          width={10}
          value={training?.costPence == null ? '' : poundsText(training.costPence).slice(1)}
        />
        <Send words={training === null ? 'Arrange it' : 'Save'} back={back} />
      </Form>
      <RecordHistory events={events} />
    </PlacementFrame>
  );
}
