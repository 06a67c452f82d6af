import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Form } from '../../../web/form.tsx';
import { dateBoxes } from '../../../web/form-date.ts';
import { paths } from '../../../web/paths.ts';
import { type Visit, visitDays } from '../../rules/delivery/visit.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import type { Placement } from '../../rules/placement.ts';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { PlacementFrame } from '../placement-frame.tsx';
import { Day, Line, Send, summaryOf, type WorkForm, Words } from './form.tsx';

interface VisitFormProps {
  placement: Placement;
  part: PlacementPart;
  /** Null for a new one. */
  visit: Visit | null;
  form: WorkForm;
  since: readonly PlacementEvent[];
}

/** Where a visit is planned, or moved with the reason. */
export function VisitFormPage({ placement, part, visit, form, since }: VisitFormProps) {
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="visits"
      heading={visit === null ? 'Plan a visit' : 'Change the visit'}
      errors={summaryOf(form)}
    >
      <ChangedMeanwhile since={since} />
      <Form
        action={
          visit === null
            ? paths.placementNew(placement.id, 'visit')
            : paths.placementRecord(placement.id, 'visits', visit.id, 'change')
        }
      >
        {visit !== null && <input type="hidden" name="version" value={visit.version} />}
        <Day form={form} name="starts" label="On which day" boxes={dateBoxes('starts', visit?.startsOn ?? null)} />
        <Day
          form={form}
          name="ends"
          label="Until which day (optional)"
          hint="Only when it goes over more than one day."
          boxes={dateBoxes('ends', visit === null || visit.endsOn === visit.startsOn ? null : visit.endsOn)}
        />
        <Line
          form={form}
          name="halfDays"
          label="How many days of work"
          hint="In halves, such as 0.5 or 1.5"
          width={5}
          value={visit === null ? '' : String(visit.halfDays / 2)}
        />
        <Line form={form} name="place" label="Where" value={visit?.place ?? placement.supported.name} />
        <Words form={form} name="purpose" label="What it is for" value={visit?.purpose} rows={3} />
        {visit !== null && (
          <Words
            form={form}
            name="reason"
            label="Why it is changed"
            hint="The service, the leader and the supported school read this."
            rows={2}
          />
        )}
        <Send
          words={visit === null ? 'Plan the visit' : 'Change the visit'}
          back={
            visit === null
              ? paths.placementPage(placement.id, 'visits')
              : paths.placementRecord(placement.id, 'visits', visit.id)
          }
        />
      </Form>
    </PlacementFrame>
  );
}

/** Where a visit is cancelled, or what was said of it is taken back; both say why. */
export function VisitReasonPage({
  placement,
  part,
  visit,
  deed,
  form,
  since,
}: Omit<VisitFormProps, 'visit'> & { visit: Visit; deed: 'cancel' | 'undo' }) {
  const heading = deed === 'cancel' ? 'Cancel the visit' : 'Take back what was said of the visit';
  return (
    <PlacementFrame placement={placement} part={part} current="visits" heading={heading} errors={summaryOf(form)}>
      <ChangedMeanwhile since={since} />
      <p class="govuk-body">
        {visitDays(visit)}: {visit.purpose}
      </p>
      <Form action={paths.placementRecord(placement.id, 'visits', visit.id, deed)}>
        <input type="hidden" name="version" value={visit.version} />
        <Words
          form={form}
          name="reason"
          label="Why"
          hint="The service, the leader and the supported school read this."
          rows={2}
        />
        <Send words={heading} back={paths.placementRecord(placement.id, 'visits', visit.id)} />
      </Form>
    </PlacementFrame>
  );
}

/** Where the head says the school's part before a visit. */
export function SchoolPartPage({
  placement,
  part,
  visit,
  form,
  before,
}: Omit<VisitFormProps, 'visit' | 'since'> & {
  visit: Visit;
  before: { sinceLast: string; selfEvaluation: string; lookAt: string | null } | null;
}) {
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="visits"
      heading="The school’s part"
      errors={summaryOf(form)}
    >
      <p class="govuk-body">
        For the visit of {visitDays(visit)}: {visit.purpose}. The leader, the service and your board read it.
      </p>
      <Form action={paths.placementRecord(placement.id, 'visits', visit.id, 'school-part')}>
        <Words form={form} name="sinceLast" label="What was done since the last visit" value={before?.sinceLast} />
        <Words
          form={form}
          name="selfEvaluation"
          label="How the school sees itself"
          hint="On what the visit is about: what goes well, what does not yet, and how you know."
          value={before?.selfEvaluation}
        />
        <Words
          form={form}
          name="lookAt"
          label="What you would like looked at (optional)"
          value={before?.lookAt ?? ''}
          rows={3}
        />
        <Send words="Save the school’s part" back={paths.placementRecord(placement.id, 'visits', visit.id)} />
      </Form>
    </PlacementFrame>
  );
}
