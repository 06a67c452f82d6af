import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { dateBoxes } from '../../../web/form-date.ts';
import { paths } from '../../../web/paths.ts';
import { type Concern, CONCERN_TAGS, concernState, escalatedBy, STEP_WORDS } from '../../rules/delivery/concern.ts';
import type { ChecklistGroup } from '../../rules/delivery/delivery-policy.ts';
import { type PowerSet, whyNotYet } from '../../rules/delivery/powers.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { Day, faultOf, Line, Send, summaryOf, type WorkForm, Words } from './form.tsx';
import { Quoted, Signature, StateMark } from './record.tsx';

/** The form of the page that was sent; the others stand untouched. */
export type ConcernDeed = 'answer' | 'decide' | 'power' | 'end';

interface ConcernPageProps {
  placement: Placement;
  part: PlacementPart;
  concern: Concern;
  groups: readonly ChecklistGroup[];
  /** What the service may do about it; null for those who are not of it. */
  powers: PowerSet | null;
  leave: { raises: boolean; handles: boolean; personId: string };
  form: WorkForm;
  sent: ConcernDeed | null;
  today: string;
  done: string | null;
}

const UNTOUCHED: WorkForm = { typed: {}, errors: {}, days: {} };

/** A concern, all that was done about it, and what the reader may do now. */
export function ConcernPage(props: ConcernPageProps) {
  const { placement, part, concern, groups, powers, leave, form, sent, today, done } = props;
  const state = concernState(concern);
  const of = (deed: ConcernDeed) => (sent === deed ? form : UNTOUCHED);
  const at = (deed: string) => paths.placementRecord(placement.id, 'concerns', concern.id, deed);
  const isOpen = state !== 'lifted' && state !== 'closed';
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="concerns"
      heading="Concern"
      errors={summaryOf(form)}
      done={done}
    >
      <SummaryList
        rows={[
          { key: { text: 'State' }, value: { text: <StateMark tag={CONCERN_TAGS[state]} /> } },
          { key: { text: 'Concern' }, value: { text: <span class="app-letter">{concern.what}</span> } },
          { key: { text: 'Since' }, value: { text: dayText(concern.sinceOn) } },
          { key: { text: 'Evidence' }, value: { text: <span class="app-letter">{concern.evidence}</span> } },
          {
            key: { text: 'Raised by' },
            value: { text: <Signature by={concern.by} at={concern.at} part={concern.part} /> },
          },
        ]}
      />
      <h2 class="govuk-heading-m">What was done about it</h2>
      {concern.steps.length === 0 && <p class="govuk-body">Nothing yet.</p>}
      {concern.steps.map((step) => (
        <>
          <h3 class="govuk-heading-s">
            {step.power === null ? STEP_WORDS[step.kind] : step.power.label}
            {step.onDay !== null && `, ${dayText(step.onDay)}`}
          </h3>
          <TickedList groups={groups} ticked={step.ticked} />
          {step.words !== null && <Quoted words={step.words} />}
          <p class="govuk-body">
            <Signature by={step.by} at={step.at} part={step.part} />
          </p>
        </>
      ))}
      <div class="app-no-print">
        {isOpen && leave.raises && (
          <>
            <h2 class="govuk-heading-m">Answer it</h2>
            <Form action={at('answer')}>
              <Words form={of('answer')} name="words" label="What you say to it" rows={3} />
              <Button preventDoubleClick class="govuk-button--secondary">
                Answer
              </Button>
            </Form>
          </>
        )}
        {state === 'open' && leave.raises && (
          <p class="govuk-body">
            <a class="govuk-link" href={at('escalate')}>
              Escalate it to the service
            </a>
          </p>
        )}
        {state === 'waiting for approval' && leave.handles && (
          <Decide at={at} form={of('decide')} today={today} isOwn={escalatedBy(concern) === leave.personId} />
        )}
        {state === 'escalated' && leave.handles && powers !== null && (
          <Powers at={at} form={of('power')} today={today} powers={powers} concern={concern} />
        )}
        {isOpen && leave.handles && (
          <>
            <h2 class="govuk-heading-m">Lift or close it</h2>
            <Form action={at('end')}>
              <Radios
                name="how"
                idPrefix="how"
                fieldset={{ legend: { text: 'What becomes of it?', class: 'govuk-fieldset__legend--s' } }}
                items={[
                  { value: 'lifted', text: 'Lift it: it no longer holds' },
                  { value: 'closed', text: 'Close it: nothing more is done about it here' },
                ]}
                value={of('end').typed.how ?? ''}
                errorMessage={faultOf(of('end'), 'how')}
              />
              <Line form={of('end')} name="words" label="Why" />
              <Button preventDoubleClick class="govuk-button--secondary">
                Save
              </Button>
            </Form>
          </>
        )}
      </div>
    </PlacementFrame>
  );
}

function TickedList({
  groups,
  ticked,
}: {
  groups: readonly ChecklistGroup[];
  ticked: Readonly<Record<string, readonly string[]>>;
}) {
  const rows = groups.flatMap(({ code, label, items }) => {
    const labels = items.filter((item) => ticked[code]?.includes(item.code)).map((item) => item.label);
    return labels.length === 0 ? [] : [`${label}: ${labels.join('; ')}`];
  });
  if (rows.length === 0) return null;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {rows.map((row) => (
        <li>{row}</li>
      ))}
    </ul>
  );
}

interface DeedFormProps {
  at: (deed: string) => string;
  form: WorkForm;
  today: string;
}

function Decide({ at, form, today, isOwn }: DeedFormProps & { isOwn: boolean }) {
  if (isOwn) return <p class="govuk-body">You escalated this concern: somebody else of the service decides on it.</p>;
  return (
    <>
      <h2 class="govuk-heading-m">Decide on the escalation</h2>
      <Form action={at('decide')}>
        <Radios
          name="says"
          idPrefix="says"
          fieldset={{ legend: { text: 'Do you approve it?', class: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'approved', text: 'Yes, the service takes it up' },
            { value: 'not approved', text: 'No', hint: { text: 'Say below why.' } },
          ]}
          value={form.typed.says ?? ''}
          errorMessage={faultOf(form, 'says')}
        />
        <Day form={form} name="on" label="On which day" boxes={dateBoxes('on', today)} />
        <Line form={form} name="words" label="Why (must be said when it is not approved)" />
        <Button preventDoubleClick>Decide</Button>
      </Form>
    </>
  );
}

function Powers({ at, form, today, powers, concern }: DeedFormProps & { powers: PowerSet; concern: Concern }) {
  const used = concern.steps.flatMap(({ power }) => (power === null ? [] : [power.code]));
  return (
    <>
      <h2 class="govuk-heading-m">What the service may do</h2>
      <p class="govuk-body">{powers.says}</p>
      <Form action={at('power')}>
        <Radios
          name="power"
          idPrefix="power"
          fieldset={{ legend: { text: 'What was done?', class: 'govuk-fieldset__legend--s' } }}
          items={powers.powers.map((power) => {
            const not = whyNotYet(powers, power, used, false);
            return {
              value: power.code,
              text: power.label,
              hint: { text: not === null ? power.means : `${power.means} Not yet: ${not}.` },
            };
          })}
          value={form.typed.power ?? ''}
          errorMessage={faultOf(form, 'power')}
        />
        {powers.powers.some(({ orCategory }) => orCategory) && (
          <Checkboxes
            name="category"
            items={[
              { value: 'yes', text: 'The school was judged to require significant improvement or special measures' },
            ]}
            values={[form.typed.category ?? '']}
          />
        )}
        <Day form={form} name="used" label="On which day" boxes={dateBoxes('used', today)} />
        <Line form={form} name="words" label="What was done, and what the answer was" />
        <Button preventDoubleClick>Record it</Button>
      </Form>
    </>
  );
}

interface EscalatePageProps {
  placement: Placement;
  part: PlacementPart;
  concern: Concern;
  groups: readonly ChecklistGroup[];
  /** What was ticked, by group. */
  ticked: Readonly<Record<string, readonly string[]>>;
  form: WorkForm;
}

/** The checklist before a concern is brought before the service. */
export function EscalatePage({ placement, part, concern, groups, ticked, form }: EscalatePageProps) {
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="concerns"
      heading="Escalate a concern"
      errors={summaryOf(form)}
    >
      <Quoted words={concern.what} />
      <p class="govuk-body">Somebody of the service, other than you, decides whether it is taken up.</p>
      <Form action={paths.placementRecord(placement.id, 'concerns', concern.id, 'escalate')}>
        {groups.map(({ code, label, items }) => (
          <Checkboxes
            name={`check-${code}`}
            idPrefix={`check-${code}`}
            fieldset={{ legend: { text: label, class: 'govuk-fieldset__legend--s' } }}
            items={items.map((item) => ({ value: item.code, text: item.label }))}
            values={[...(ticked[code] ?? [])]}
            errorMessage={faultOf(form, `check-${code}`)}
          />
        ))}
        <Words form={form} name="reason" label="Why it is escalated" rows={2} />
        <Words form={form} name="details" label="Details" hint="What was said and done so far." />
        <Send words="Escalate" back={paths.placementRecord(placement.id, 'concerns', concern.id)} />
      </Form>
    </PlacementFrame>
  );
}
