import { Button } from '../../../govuk/button.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { capital } from '../../../need/rules/wording.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { AGAINST_WORDS } from '../../rules/approval/differences.ts';
import type { PutPair } from '../../rules/approval/pair.ts';
import { type LineShown, WithWhom } from './lines.tsx';
import { counted, faultOf, type OfRound } from './parts.tsx';

interface ApproveOneProps extends OfRound {
  forwardId: string;
  shown: LineShown;
  /** Leaders whom other plans of the round put forward for this need. */
  instead: readonly PutPair[];
  hand: readonly string[];
  acts: boolean;
  form: FormState;
}

/** One pair: its reasons, what is open on it, and where it is approved as proposed or otherwise, then with the reason. */
export function ApproveOnePage(props: ApproveOneProps) {
  const { organisation, round, shown, hand, acts, form } = props;
  const { line, against, open } = shown;
  return (
    <Page
      title={`${line.supported.name}: approval of a pair`}
      heading={line.supported.name}
      caption={round.title}
      backLink={{ href: paths.planningApproval(organisation.id, round.id), text: 'Back to the plan' }}
      errors={errorsOf(form)}
    >
      <p class="app-lede">
        {capital(line.support)}, {counted(line.days, 'day')}: <WithWhom line={line} />
      </p>
      {line.leaderKey !== null && (
        <ul class="govuk-list govuk-list--bullet app-reasons">
          {line.reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
      )}
      <p class="govuk-body">Against what is approved: {AGAINST_WORDS[against].toLowerCase()}.</p>
      <h2 class="govuk-heading-m">What is open</h2>
      {open.length === 0 ? (
        <p class="govuk-body">Nothing: you may approve it.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {open.map(({ words }) => (
            <li>{words}</li>
          ))}
        </ul>
      )}
      {hand.length > 0 ? <InsetText>{hand.join(' ')}</InsetText> : acts && <OneForm {...props} />}
    </Page>
  );
}

function OneForm({ organisation, round, forwardId, shown, instead, form }: ApproveOneProps) {
  const { line, against } = shown;
  if (against === 'same' || against === 'nobody') return null;
  const action = paths.approvePair(organisation.id, round.id, shown.id);
  const leaders = [
    ...(line.leaderKey === null
      ? [{ value: ENDS, text: 'Nobody: the pair that stands ends' }]
      : [{ value: line.leaderKey, text: `${line.leader}, as proposed` }]),
    ...instead.map(({ leaderKey, leader }) => ({
      value: leaderKey,
      text: leader,
      hint: { text: 'Put forward for this need in an earlier plan of the round' },
    })),
  ];
  return (
    <Form action={action}>
      <input type="hidden" name="forward" value={forwardId} />
      <Radios
        name="leader"
        value={form.typed.leader ?? leaders[0]!.value}
        errorMessage={faultOf(form, 'leader')}
        fieldset={{ legend: { text: 'Leader', class: 'govuk-fieldset__legend--s' } }}
        items={leaders}
      />
      <Input
        name="days"
        class="govuk-input--width-4"
        inputmode="decimal"
        label={{ text: 'Days in the term' }}
        value={form.typed.days ?? String(line.days)}
        errorMessage={faultOf(form, 'days')}
      />
      <Textarea
        name="differs"
        rows={3}
        label={{ text: 'Reason, where it differs from the proposal' }}
        hint={{ text: 'Needed when the leader or the days are not as proposed. It stays on the list.' }}
        value={form.typed.differs}
        errorMessage={faultOf(form, 'differs')}
      />
      <Checkboxes
        name="noInterest"
        errorMessage={faultOf(form, 'noInterest')}
        items={[{ value: 'yes', text: 'I have no interest in either school' }]}
      />
      <Button preventDoubleClick>Approve in my name</Button>
    </Form>
  );
}

/** Sent for "nobody": no leader has such a key. */
export const ENDS = 'nobody';
