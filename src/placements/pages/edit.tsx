import type { PlacementPart } from '../../access/placement-parts.ts';
import { Button } from '../../govuk/button.tsx';
import { Select } from '../../govuk/select.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../need/pages/round/rounds.tsx';
import { Form } from '../../web/form.tsx';
import { paths } from '../../web/paths.ts';
import type { PlacementEvent } from '../rules/event.ts';
import type { Placement } from '../rules/placement.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { PlacementFrame } from './placement-frame.tsx';

interface EditPageProps {
  placement: Placement;
  part: PlacementPart;
  types: readonly { code: string; label: string }[];
  brokers: readonly { id: string; name: string }[];
  form: FormState;
  since: readonly PlacementEvent[];
  fields: readonly { label: string; stored: string; typed: string }[];
}

const RISKS = [
  { value: '', text: 'None set' },
  { value: 'green', text: 'Green' },
  { value: 'amber', text: 'Amber' },
  { value: 'red', text: 'Red' },
];

/** Where the service changes what a placement says of itself. */
export function EditPage({ placement, part, types, brokers, form, since, fields }: EditPageProps) {
  const { typed, errors } = form;
  const fault = (name: string) => (errors[name] === undefined ? undefined : { text: errors[name] });
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="overview"
      heading="Change the placement"
      errors={errorsOf(form)}
    >
      <ChangedMeanwhile since={since} fields={fields} />
      <Form action={paths.placementEdit(placement.id)}>
        <input type="hidden" name="version" value={placement.version} />
        <Textarea
          id="focus"
          name="focus"
          label={{ text: 'What it is about' }}
          value={typed.focus ?? placement.focus}
          errorMessage={fault('focus')}
        />
        <Textarea
          id="hopedOutcome"
          name="hopedOutcome"
          label={{ text: 'What is hoped for (optional)' }}
          value={typed.hopedOutcome ?? placement.hopedOutcome ?? ''}
          errorMessage={fault('hopedOutcome')}
        />
        <Select
          id="supportType"
          name="supportType"
          label={{ text: 'Kind of help' }}
          items={types.map(({ code, label }) => ({ value: code, text: label }))}
          value={typed.supportType ?? placement.supportType}
          errorMessage={fault('supportType')}
        />
        <Select
          id="assignedTo"
          name="assignedTo"
          label={{ text: 'Broker' }}
          items={[{ value: '', text: 'Not assigned' }, ...brokers.map(({ id, name }) => ({ value: id, text: name }))]}
          value={typed.assignedTo ?? placement.assignedTo?.id ?? ''}
          errorMessage={fault('assignedTo')}
        />
        <Select
          id="risk"
          name="risk"
          label={{ text: 'Risk' }}
          hint={{ text: 'How likely it is that the placement does not do what it is for. The schools do not see it.' }}
          items={RISKS}
          value={typed.risk ?? placement.risk ?? ''}
          errorMessage={fault('risk')}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </PlacementFrame>
  );
}
