import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { ObjectionShown, type ObjectionProps } from './objection-shown.tsx';
import { faultOf } from './parts.tsx';

interface ObjectionPageProps {
  placement: Placement;
  part: PlacementPart;
  objections: readonly ObjectionProps['objection'][];
  form: FormState;
  done: string | null;
}

/** Where the head of the supported school says what speaks against the leader, before the first contact. */
export function ObjectionPage({ placement, part, objections, form, done }: ObjectionPageProps) {
  const open = objections.find(({ outcome }) => outcome === null);
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="overview"
      heading="Object to the leader"
      errors={errorsOf(form)}
      done={done}
    >
      {objections.map((objection) => (
        <ObjectionShown objection={objection} placement={placement} writes={false} form={form} />
      ))}
      {placement.state !== 'accepted' ? (
        <p class="govuk-body">
          An objection can be made when a leader is found, until the first contact. Later, talk to the service.
        </p>
      ) : open !== undefined ? (
        <Form action={paths.takeBackObjection(placement.id)}>
          <input type="hidden" name="version" value={placement.version} />
          <p class="govuk-body">The service reads it and answers. Until then nobody gets in touch.</p>
          <Textarea
            name="words"
            rows={2}
            label={{ text: 'To take it back, say why' }}
            value={form.typed.words}
            errorMessage={faultOf(form, 'words')}
          />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Take it back
          </Button>
        </Form>
      ) : (
        <Form action={paths.objection(placement.id)}>
          <p class="govuk-body">
            {placement.leader?.name} of {placement.home?.name} would work alongside you. If something speaks against it,
            such as an interest or an earlier tie, say so here.
          </p>
          <Textarea
            name="why"
            rows={4}
            label={{ text: 'What speaks against it' }}
            hint={{ text: 'The service reads this; the leader and their school do not.' }}
            value={form.typed.why}
            errorMessage={faultOf(form, 'why')}
          />
          <Button preventDoubleClick>Send</Button>
        </Form>
      )}
    </PlacementFrame>
  );
}
