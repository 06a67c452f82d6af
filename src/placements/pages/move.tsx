import type { PlacementPart } from '../../access/placement-parts.ts';
import { Button } from '../../govuk/button.tsx';
import { Textarea } from '../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../need/pages/round/rounds.tsx';
import { Form } from '../../web/form.tsx';
import { paths } from '../../web/paths.ts';
import type { PlacementEvent } from '../rules/event.ts';
import type { OpenItem, Placement } from '../rules/placement.ts';
import { MOVE_WORDS } from '../rules/state-words.ts';
import { type Move, type MoveName, STATE_MEANS } from '../rules/states.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { PlacementFrame } from './placement-frame.tsx';

interface MovePageProps {
  placement: Placement;
  part: PlacementPart;
  move: Move;
  form: FormState;
  /** What must be done first. */
  open: readonly OpenItem[];
  /** What others did since the page was shown. */
  since: readonly PlacementEvent[];
}

/** Where a move is made that asks for nothing but, sometimes, a reason. */
export function MovePage({ placement, part, move, form, open, since }: MovePageProps) {
  const words = MOVE_WORDS[move.name as MoveName];
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="overview"
      heading={words}
      errors={[
        ...errorsOf(form),
        ...open.map(({ words: item, at }) => ({ text: item, href: paths.placementPage(placement.id, at) })),
      ]}
    >
      <ChangedMeanwhile since={since} />
      <p class="govuk-body">{STATE_MEANS[move.to]}</p>
      <Form action={paths.placementMove(placement.id, move.name)}>
        <input type="hidden" name="version" value={placement.version} />
        {move.reason && (
          <Textarea
            id="reason"
            name="reason"
            label={{ text: 'Why' }}
            hint={{ text: 'The service, the leader and the supported school read this.' }}
            value={form.typed.reason ?? ''}
            errorMessage={form.errors.reason === undefined ? undefined : { text: form.errors.reason }}
          />
        )}
        <Button preventDoubleClick>{words}</Button>
      </Form>
    </PlacementFrame>
  );
}
