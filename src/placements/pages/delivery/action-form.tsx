import { Radios } from '../../../govuk/radios.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Form } from '../../../web/form.tsx';
import { dateBoxes } from '../../../web/form-date.ts';
import { paths } from '../../../web/paths.ts';
import type { PlacementPart } from '../../../access/placement-parts.ts';
import { type Action, ACTION_STATES, ACTION_TAGS } from '../../rules/delivery/action.ts';
import type { Objective } from '../../rules/delivery/objective.ts';
import { WORKING_PARTS } from '../../rules/delivery/part.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import type { Placement } from '../../rules/placement.ts';
import { PART_WORDS } from '../../rules/state-words.ts';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { PlacementFrame } from '../placement-frame.tsx';
import { Day, faultOf, Line, Send, summaryOf, type WorkForm, Words } from './form.tsx';
import { RecordHistory, StateMark } from './record.tsx';

interface ActionPageProps {
  placement: Placement;
  part: PlacementPart;
  /** Null for a new one. */
  action: Action | null;
  objectives: readonly Objective[];
  form: WorkForm;
  /** Which of the two forms of the page was sent. */
  sent: 'content' | 'state';
  events: readonly PlacementEvent[];
  since: readonly PlacementEvent[];
}

const UNTOUCHED: WorkForm = { typed: {}, errors: {}, days: {} };

/** Where an action is put into the plan, changed, and told how far it is. */
export function ActionPage({ placement, part, action, objectives, form, sent, events, since }: ActionPageProps) {
  const back = paths.placementPage(placement.id, 'plan');
  const content = sent === 'content' ? form : UNTOUCHED;
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="plan"
      heading={action === null ? 'Add an action' : 'Action'}
      errors={summaryOf(form)}
    >
      <ChangedMeanwhile since={since} />
      {action !== null && (
        <>
          <p class="govuk-body">
            <StateMark tag={ACTION_TAGS[action.state]} /> {action.what}
          </p>
          <StateForm placement={placement} action={action} form={sent === 'state' ? form : UNTOUCHED} />
          <h2 class="govuk-heading-m">Change what it says</h2>
        </>
      )}
      <Form
        action={
          action === null
            ? paths.placementNew(placement.id, 'action')
            : paths.placementRecord(placement.id, 'actions', action.id)
        }
      >
        {action !== null && <input type="hidden" name="version" value={action.version} />}
        <Words form={content} name="what" label="What is to be done" value={action?.what} rows={3} />
        <Select
          id="ownerPart"
          name="ownerPart"
          label={{ text: 'Who does it', class: 'govuk-label--s' }}
          items={[
            { value: '', text: 'Somebody else, named below' },
            ...WORKING_PARTS.map((value) => ({ value, text: PART_WORDS[value] })),
          ]}
          value={content.typed.ownerPart ?? action?.ownerPart ?? ''}
          errorMessage={faultOf(content, 'ownerPart')}
        />
        <Line form={content} name="ownerName" label="Name or role (optional)" value={action?.ownerName ?? ''} />
        <Day form={content} name="due" label="By when" boxes={dateBoxes('due', action?.dueOn ?? null)} />
        <Select
          id="objective"
          name="objective"
          label={{ text: 'Objective that it serves', class: 'govuk-label--s' }}
          items={objectives.map(({ key, title }) => ({ value: key, text: title }))}
          value={content.typed.objective ?? action?.objective?.key ?? objectives[0]?.key ?? ''}
          errorMessage={faultOf(content, 'objective')}
        />
        <Words
          form={content}
          name="criterion"
          label="How it will be seen that it worked"
          hint="What will be different for pupils, and how you will know."
          value={action?.criterion ?? ''}
          rows={3}
        />
        <Send words={action === null ? 'Add the action' : 'Save'} back={back} />
      </Form>
      <RecordHistory events={events} />
    </PlacementFrame>
  );
}

function StateForm({ placement, action, form }: { placement: Placement; action: Action; form: WorkForm }) {
  return (
    <Form action={paths.placementRecord(placement.id, 'actions', action.id, 'state')}>
      <input type="hidden" name="version" value={action.version} />
      <Radios
        name="state"
        idPrefix="state"
        fieldset={{ legend: { text: 'How far is it?', class: 'govuk-fieldset__legend--s' } }}
        items={ACTION_STATES.map((value) => ({ value, text: ACTION_TAGS[value].text }))}
        value={form.typed.state ?? action.state}
        errorMessage={faultOf(form, 'state')}
      />
      <Words form={form} name="reason" label="What there is to say (must be said when it is dropped)" rows={2} />
      <Send words="Say how far it is" back={paths.placementPage(placement.id, 'plan')} />
    </Form>
  );
}
