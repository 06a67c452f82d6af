import { halfDaysInWords } from '../../../calendar/half-days.ts';
import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { SummaryList } from '../../../govuk/summary-list.tsx';
import { Tag } from '../../../govuk/tag.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { WarningText } from '../../../govuk/warning-text.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import { EMPTY_TRIAGE, focusMissing, type Triage, triageMissing, triageState } from '../../rules/offer/triage.ts';
import type { Request } from '../../rules/offer/request.ts';
import type { Placement } from '../../rules/placement.ts';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { PlacementFrame } from '../placement-frame.tsx';
import { faultOf, RequestShown } from './parts.tsx';

interface TriagePageProps {
  placement: Placement;
  part: PlacementPart;
  request: Request | null;
  triage: Triage | null;
  tookBack: string | null;
  /** Whether the reader may write, and the placement is where it is weighed. */
  writes: boolean;
  form: FormState;
  since: readonly PlacementEvent[];
  done: string | null;
}

const TAGS = {
  'not started': { text: 'Not started', colour: 'grey' },
  'in progress': { text: 'In progress', colour: 'blue' },
  complete: { text: 'Complete', colour: 'green' },
} as const;

/** Where the service weighs a request: need, cost, the rule of focus, risk, next step. */
export function TriagePage(props: TriagePageProps) {
  const { placement, part, request, triage, tookBack, writes, form, since, done } = props;
  const state = TAGS[triageState(triage)];
  const missing = [...triageMissing(triage), ...(triage?.source === 'round' ? focusMissing(triage) : [])];
  return (
    <PlacementFrame placement={placement} part={part} current="triage" errors={errorsOf(form)} done={done}>
      {tookBack !== null && <WarningText iconFallbackText="Warning">{tookBack}</WarningText>}
      <p class="govuk-body">
        <Tag class={`govuk-tag--${state.colour}`}>{state.text}</Tag> Only the service reads this page.
        {triage?.source === 'round' && ' The approval of the planning round stands for all but the rule of focus.'}
      </p>
      {missing.length > 0 && (
        <NotificationBanner titleText="Still missing">
          <ul class="govuk-list govuk-list--bullet">
            {missing.map(({ words }) => (
              <li>{words}</li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      {request !== null && (
        <section aria-labelledby="asked">
          <h2 class="govuk-heading-m" id="asked">
            What is asked for
          </h2>
          <RequestShown request={request} askedByKind={placement.askedByKind} />
        </section>
      )}
      <ChangedMeanwhile since={since} />
      {writes ? (
        <TriageForm placement={placement} triage={triage ?? EMPTY_TRIAGE} form={form} />
      ) : (
        <TriageShown triage={triage ?? EMPTY_TRIAGE} />
      )}
    </PlacementFrame>
  );
}

const RISK_ITEMS = [
  { value: 'green', text: 'Green' },
  { value: 'amber', text: 'Amber' },
  { value: 'red', text: 'Red' },
];

function TriageForm({ placement, triage, form }: { placement: Placement; triage: Triage; form: FormState }) {
  const { typed } = form;
  const isBack = Object.keys(typed).length > 0;
  const value = (name: string, stored: string | null) => (isBack ? (typed[name] ?? '') : (stored ?? ''));
  const box = (name: string, label: string, stored: string | null, hint?: string) => (
    <Textarea
      name={name}
      rows={3}
      label={{ text: label, class: 'govuk-label--s' }}
      {...(hint === undefined ? {} : { hint: { text: hint } })}
      value={value(name, stored)}
      errorMessage={faultOf(form, name)}
    />
  );
  const question = (name: string, legend: string, stored: boolean | null) => (
    <Radios
      name={name}
      class="govuk-radios--inline"
      value={value(name, yesNo(stored))}
      errorMessage={faultOf(form, name)}
      fieldset={{ legend: { text: legend, class: 'govuk-fieldset__legend--s' } }}
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
  );
  return (
    <Form action={paths.placementPage(placement.id, 'triage')}>
      <input type="hidden" name="version" value={placement.version} />
      <h2 class="govuk-heading-m">Weigh the request</h2>
      <p class="govuk-body">Save it half filled as often as you like: it is complete when nothing is missing.</p>
      {box('needWords', 'The need, as confirmed with the school', triage.needWords)}
      {box('costWords', 'Who pays, as confirmed with them', triage.costWords)}
      <Input
        name="halfDays"
        class="govuk-input--width-5"
        label={{ text: 'Days, estimated', class: 'govuk-label--s' }}
        hint={{ text: 'Whole or half days, such as 6 or 2.5' }}
        value={value('halfDays', triage.halfDays === null ? null : String(triage.halfDays / 2))}
        errorMessage={faultOf(form, 'halfDays')}
      />
      <Input
        name="pence"
        class="govuk-input--width-10"
        prefix={{ text: '£' }}
        label={{ text: 'Cost of all of it, estimated', class: 'govuk-label--s' }}
        value={value('pence', triage.pence === null ? null : (triage.pence / 100).toFixed(2))}
        errorMessage={faultOf(form, 'pence')}
      />
      <Radios
        name="risk"
        class="govuk-radios--inline"
        value={value('risk', triage.risk)}
        errorMessage={faultOf(form, 'risk')}
        fieldset={{ legend: { text: 'Risk that it does not do what it is for', class: 'govuk-fieldset__legend--s' } }}
        items={RISK_ITEMS}
      />
      {box('nextStep', 'Next step', triage.nextStep)}
      <h2 class="govuk-heading-m">The rule of focus</h2>
      <p class="govuk-body">Help must serve the improvement of the school and the need of those whom it is for.</p>
      {question('forImprovement', 'Does it serve the improvement of the school?', triage.forImprovement)}
      {box('forImprovementWords', 'How, or why not', triage.forImprovementWords)}
      {question('forNeed', 'Does it serve the need of those whom it is for?', triage.forNeed)}
      {box('forNeedWords', 'Whose need, and how, or why not', triage.forNeedWords)}
      {box('overrideWords', 'Why it is given all the same, where one answer is no', triage.overrideWords)}
      <Button preventDoubleClick>Save</Button>
    </Form>
  );
}

function TriageShown({ triage }: { triage: Triage }) {
  const rows: [string, string | null][] = [
    ['Need', triage.needWords],
    ['Who pays', triage.costWords],
    ['Days, estimated', triage.halfDays === null ? null : halfDaysInWords(triage.halfDays)],
    ['Cost, estimated', triage.pence === null ? null : `£${(triage.pence / 100).toFixed(2)}`],
    ['Risk', triage.risk],
    ['Next step', triage.nextStep],
    ['Serves the improvement of the school', saidText(triage.forImprovement, triage.forImprovementWords)],
    ['Serves the need of those whom it is for', saidText(triage.forNeed, triage.forNeedWords)],
    ['Given all the same, because', triage.overrideWords],
  ];
  return (
    <SummaryList
      rows={rows.map(([key, value]) => ({
        key: { text: key },
        value: { text: value ?? 'Empty', class: 'app-letter' },
      }))}
    />
  );
}

function yesNo(stored: boolean | null): string | null {
  return stored === null ? null : stored ? 'yes' : 'no';
}

function saidText(said: boolean | null, words: string | null): string {
  return said === null ? 'Empty' : `${said ? 'Yes' : 'No'}${words === null ? '' : `. ${words}`}`;
}
