import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { Day, errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { CHANGE_KINDS, CHANGE_WORDS, type Change } from '../../rules/approval/standing.ts';
import { ApprovalParts, counted, crumbsOf, Done, faultOf, type OfRound } from './parts.tsx';

interface ChangesProps extends OfRound {
  standing: number;
  /** Needs that lost their leader, or are newly urgent, and have none yet: schools by name. */
  open: readonly string[];
  changes: readonly (Change & { id: string; by: string; about: string })[];
  leaders: readonly { key: string; name: string }[];
  writes: boolean;
  form: FormState;
  done: string | null;
}

const DONE = {
  recorded: 'The change is recorded. Plan anew around what stands when you are ready.',
  replanned:
    'The scenario is made, and no plan can keep to all that is decided in it: its page says what stands against it.',
};
const HINTS: Partial<Record<(typeof CHANGE_KINDS)[number], string>> = {
  'release withdrawn': 'The head or board of the home school takes its leave back',
  'school closes': 'The supported school or the home school of a leader',
  'urgent need': 'A school that needs a lead head now',
};

/** What happened after approval, where it is recorded, and where a new plan is made around what stands. */
export function ChangesPage(props: ChangesProps) {
  const { organisation, round, standing, open, changes, writes, form, done } = props;
  return (
    <Page
      title={`Changes after approval, ${round.title}: ${organisation.name}`}
      heading="Changes after approval"
      caption={round.title}
      breadcrumbs={crumbsOf(props)}
      errors={errorsOf(form)}
    >
      <Done done={done} words={DONE} />
      <p class="app-lede">
        {standing === 0
          ? 'No approved pair stands; '
          : `${counted(standing, 'approved pair')} ${standing === 1 ? 'stands' : 'stand'}; `}
        {open.length === 0 ? 'no need waits for a new leader.' : `a new leader is wanted for ${open.join(', ')}.`}
      </p>
      <ApprovalParts organisation={organisation} round={round} current="changes" />
      {changes.length === 0 ? (
        <p class="govuk-body">
          {standing === 0
            ? 'Once pairs are approved, it is recorded here when a leader withdraws, a school closes or a new need is urgent.'
            : 'Nothing has changed since approval.'}
        </p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {changes.map(({ kind, about, on, reason, by }) => (
            <li>
              <strong>{CHANGE_WORDS[kind]}</strong>: {about}, {dayText(on)}. <span class="app-letter">{reason}</span> (
              {by})
            </li>
          ))}
        </ul>
      )}
      {writes && standing > 0 && <Record {...props} />}
      {writes && open.length > 0 && <Replan {...props} />}
    </Page>
  );
}

function Record({ organisation, round, leaders, form }: ChangesProps) {
  const { typed } = form;
  return (
    <section aria-labelledby="record">
      <h2 class="govuk-heading-m" id="record">
        Record a change
      </h2>
      <Form action={paths.planningApprovalPart(organisation.id, round.id, 'changes')}>
        <Radios
          name="kind"
          value={typed.kind}
          errorMessage={faultOf(form, 'kind')}
          fieldset={{ legend: { text: 'What happened', class: 'govuk-fieldset__legend--s' } }}
          items={CHANGE_KINDS.map((value) => {
            const hint = HINTS[value];
            return { value, text: CHANGE_WORDS[value], ...(hint !== undefined && { hint: { text: hint } }) };
          })}
        />
        <Select
          name="leader"
          label={{ text: 'Leader' }}
          hint={{ text: 'Where a leader withdraws or a release is withdrawn' }}
          value={typed.leader}
          errorMessage={faultOf(form, 'leader')}
          items={[{ value: '', text: 'None' }, ...leaders.map(({ key, name }) => ({ value: key, text: name }))]}
        />
        <Input
          name="urn"
          class="govuk-input--width-10"
          inputmode="numeric"
          label={{ text: 'URN of the school' }}
          hint={{ text: 'Where a school closes or has an urgent need' }}
          value={typed.urn}
          errorMessage={faultOf(form, 'urn')}
        />
        <Day id="on" legend="Day on which it happened" typed={typed} error={faultOf(form, 'on')} />
        <Textarea
          name="reason"
          rows={3}
          label={{ text: 'Why' }}
          hint={{ text: 'It stays in the record. Leave out health and family.' }}
          value={typed.reason}
          errorMessage={faultOf(form, 'reason')}
        />
        <Button preventDoubleClick>Record the change</Button>
      </Form>
    </section>
  );
}

function Replan({ organisation, round, open, form }: ChangesProps) {
  const { typed } = form;
  return (
    <section aria-labelledby="replan">
      <h2 class="govuk-heading-m" id="replan">
        Plan anew around what stands
      </h2>
      <p class="govuk-body">
        A new scenario is made in which{' '}
        {open.length === 1 ? 'only this need is' : `only these ${open.length} needs are`} open, and a proposal of it is
        asked for. Then it is put forward, heads of new pairs are asked, and what is different is approved.
      </p>
      <Form action={paths.planningApprovalPart(organisation.id, round.id, 'replan')}>
        <Input
          name="name"
          label={{ text: 'Name of the scenario' }}
          value={typed.name}
          errorMessage={faultOf(form, 'name')}
        />
        <Radios
          name="move"
          value={typed.move ?? 'stay'}
          errorMessage={faultOf(form, 'move')}
          fieldset={{ legend: { text: 'Pairs that stand', class: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'stay', text: 'Stay as they are' },
            { value: 'move', text: 'May move, each at the price below' },
          ]}
        />
        <Input
          name="price"
          class="govuk-input--width-5"
          inputmode="decimal"
          label={{ text: 'Price of a change, in minutes of one-way travel' }}
          hint={{ text: 'A pair moves only where the plan gains more than this' }}
          value={typed.price}
          errorMessage={faultOf(form, 'price')}
        />
        <Button preventDoubleClick>Plan anew</Button>
      </Form>
    </section>
  );
}
