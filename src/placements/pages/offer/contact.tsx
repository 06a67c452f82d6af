import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import type { OpenItem, Placement } from '../../rules/placement.ts';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { PlacementFrame } from '../placement-frame.tsx';
import { dateFault } from './date-fault.tsx';
import { faultOf } from './parts.tsx';

interface ContactPageProps {
  placement: Placement;
  part: PlacementPart;
  /** ISO day. */
  today: string;
  open: readonly OpenItem[];
  since: readonly PlacementEvent[];
  form: FormState;
}

/** Where the first contact is noted, by the leader, the head or the service. */
export function ContactPage({ placement, part, today, open, since, form }: ContactPageProps) {
  const { dueOn } = placement;
  const error = dateFault(form, 'on');
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="overview"
      heading="Note the first contact"
      errors={[
        ...errorsOf(form),
        ...open.map(({ words, at }) => ({ text: words, href: paths.placementPage(placement.id, at) })),
      ]}
    >
      <ChangedMeanwhile since={since} />
      {dueOn !== null && (
        <p class="govuk-body">
          {dueOn < today ? (
            <strong>The first contact was due by {dayText(dueOn)}: it is late.</strong>
          ) : (
            `The leader and the school should be in touch by ${dayText(dueOn)}.`
          )}
        </p>
      )}
      <Form action={paths.noteContact(placement.id)}>
        <input type="hidden" name="version" value={placement.version} />
        <FormDateInput
          id="on"
          legend="On which day were they first in touch?"
          values={form.typed}
          {...(error === undefined ? {} : { error })}
        />
        <Textarea
          name="words"
          rows={3}
          label={{ text: 'What was agreed for the first meeting (optional)' }}
          hint={{ text: 'Everybody who takes part reads this.' }}
          value={form.typed.words}
          errorMessage={faultOf(form, 'words')}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </PlacementFrame>
  );
}
