import { halfDaysInWords } from '../../../calendar/half-days.ts';
import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Table } from '../../../govuk/table.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { type Action, ACTION_TAGS, isLateAction, ownerText } from '../../rules/delivery/action.ts';
import type { DeliveryPolicy } from '../../rules/delivery/delivery-policy.ts';
import type { Objective } from '../../rules/delivery/objective.ts';
import type { ProgressEntry } from '../../rules/delivery/progress.ts';
import { poundsText, type Training, TRAINING_TAGS } from '../../rules/delivery/training.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { ProgressOfObjectives } from './progress.tsx';
import { StateMark } from './record.tsx';

interface PlanPageProps {
  placement: Placement;
  part: PlacementPart;
  actions: readonly Action[];
  progress: readonly ProgressEntry[];
  training: readonly Training[];
  objectives: readonly Objective[];
  /** Half days delivered so far. */
  delivered: number;
  policy: DeliveryPolicy;
  /** Whether the reader plans and records; who only reads sees no controls. */
  records: boolean;
  /** Whether the reader may say that they see an entry otherwise; null when not, else who they are. */
  disagreesAs: string | null;
  today: string;
  done: string | null;
}

/** The action plan of a placement, how its objectives stand, and what was arranged for staff. */
export function PlanPage(props: PlanPageProps) {
  const { placement, part, actions, progress, training, objectives, delivered, policy, records, today, done } = props;
  const planned = placement.halfDays;
  return (
    <PlacementFrame placement={placement} part={part} current="plan" done={done} wide>
      <p class="govuk-body">
        Delivered so far: {delivered === 0 ? 'nothing yet' : halfDaysInWords(delivered)}
        {planned === null ? '' : ` of ${halfDaysInWords(planned)}`}. Visits that were held count, and training that the
        leader gave out of the days of this placement.
      </p>
      <h2 class="govuk-heading-l">Action plan</h2>
      <Actions placement={placement} actions={actions} records={records} today={today} />
      {records && <MakeNew href={paths.placementNew(placement.id, 'action')} words="Add an action" />}
      <h2 class="govuk-heading-l">Progress by objective</h2>
      <ProgressOfObjectives
        placement={placement}
        objectives={objectives}
        entries={progress}
        policy={policy}
        disagreesAs={props.disagreesAs}
      />
      {records && <MakeNew href={paths.placementNew(placement.id, 'progress')} words="Enter how an objective stands" />}
      <h2 class="govuk-heading-l">Training and coaching for staff</h2>
      <TrainingTable placement={placement} training={training} records={records} />
      {records && <MakeNew href={paths.placementNew(placement.id, 'training')} words="Arrange training" />}
    </PlacementFrame>
  );
}

function MakeNew({ href, words }: { href: string; words: string }) {
  return (
    <p class="govuk-body app-no-print">
      <a class="govuk-link" href={href}>
        {words}
      </a>
    </p>
  );
}

function Actions({
  placement,
  actions,
  records,
  today,
}: Pick<PlanPageProps, 'placement' | 'actions' | 'records' | 'today'>) {
  if (actions.length === 0) return <p class="govuk-body">No actions are planned yet.</p>;
  return (
    <ScrollRegion label="Action plan">
      <Table
        class="app-table"
        caption="Actions, by the day on which they are due"
        captionClass="govuk-visually-hidden"
        head={['Action', 'Who', 'Due', 'Objective and how it will be seen', 'State'].map((text) => ({ text }))}
        firstCellIsHeader
        rows={actions.map((action) => [
          {
            text: records ? (
              <a class="govuk-link" href={paths.placementRecord(placement.id, 'actions', action.id)}>
                {action.what}
              </a>
            ) : (
              action.what
            ),
          },
          { text: ownerText(action) },
          { text: `${dayText(action.dueOn)}${isLateAction(action, today) ? ' (late)' : ''}` },
          {
            text:
              action.objective === null ? (
                'From a note of visit; not tied to an objective yet'
              ) : (
                <>
                  {action.objective.title}
                  <br />
                  {action.criterion}
                </>
              ),
          },
          {
            text: (
              <>
                <StateMark tag={ACTION_TAGS[action.state]} /> {action.stateReason}
              </>
            ),
          },
        ])}
      />
    </ScrollRegion>
  );
}

function TrainingTable({ placement, training, records }: Pick<PlanPageProps, 'placement' | 'training' | 'records'>) {
  if (training.length === 0) return <p class="govuk-body">Nothing is arranged yet.</p>;
  return (
    <ScrollRegion label="Training and coaching for staff">
      <Table
        class="app-table"
        caption="Training and coaching, by day"
        captionClass="govuk-visually-hidden"
        head={[
          { text: 'What' },
          { text: 'For whom' },
          { text: 'People', format: 'numeric' },
          { text: 'Given by' },
          { text: 'Day' },
          { text: 'Takes' },
          { text: 'Cost', format: 'numeric' },
          { text: 'State' },
        ]}
        firstCellIsHeader
        rows={training.map((one) => [
          {
            text: records ? (
              <a class="govuk-link" href={paths.placementRecord(placement.id, 'training', one.id)}>
                {one.what}
              </a>
            ) : (
              one.what
            ),
          },
          { text: one.forWhom },
          { text: one.people.toLocaleString('en-GB'), format: 'numeric' },
          { text: one.byLeader ? `${one.provider} (the leader, out of these days)` : one.provider },
          { text: dayText(one.heldOn) },
          { text: halfDaysInWords(one.halfDays) },
          { text: one.costPence === null ? 'Not known' : poundsText(one.costPence), format: 'numeric' },
          {
            text: (
              <>
                <StateMark tag={TRAINING_TAGS[one.state]} /> {one.stateReason}
              </>
            ),
          },
        ])}
      />
    </ScrollRegion>
  );
}
