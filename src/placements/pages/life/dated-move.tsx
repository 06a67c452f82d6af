import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { errorsOf } from '../../../need/pages/round/rounds.tsx';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import { DATED_MOVE_ASKS, type DatedMove } from '../../rules/life/dated-moves.ts';
import type { OpenItem, Placement } from '../../rules/placement.ts';
import { MOVE_WORDS } from '../../rules/state-words.ts';
import { moveNamed, STATE_MEANS } from '../../rules/states.ts';
import { type DatedForm, dateFault, Lines } from '../agreement/form-fields.tsx';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { PlacementFrame } from '../placement-frame.tsx';

interface DatedMovePageProps {
  placement: Placement;
  part: PlacementPart;
  move: DatedMove;
  form: DatedForm;
  /** What must be done first. */
  open: readonly OpenItem[];
  since: readonly PlacementEvent[];
}

/** Where a placement is paused, taken up again or ended, on a day. */
export function DatedMovePage({ placement, part, move, form, open, since }: DatedMovePageProps) {
  const { to, reason } = moveNamed(move);
  const { day, legend, words, hint } = DATED_MOVE_ASKS[move];
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="review"
      heading={MOVE_WORDS[move]}
      errors={[
        ...errorsOf(form),
        ...open.map((item) => ({ text: item.words, href: paths.placementPage(placement.id, item.at) })),
      ]}
    >
      <ChangedMeanwhile since={since} />
      <p class="govuk-body">{STATE_MEANS[to]}</p>
      <Form action={paths.placementMove(placement.id, move)}>
        <input type="hidden" name="version" value={placement.version} />
        {day !== null && <FormDateInput id="on" legend={legend} values={form.typed} error={dateFault(form, 'on')} />}
        {reason && <Lines form={form} name="reason" label={words} hint={hint} />}
        <Button preventDoubleClick>{MOVE_WORDS[move]}</Button>
      </Form>
    </PlacementFrame>
  );
}
