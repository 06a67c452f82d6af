import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { NotificationBanner } from '../../../govuk/notification-banner.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { errorsOf } from '../../../need/pages/round/rounds.tsx';
import { FormDateInput } from '../../../web/form-date-input.tsx';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import type { Objective } from '../../rules/agreement/content.ts';
import type { LifePolicy } from '../../rules/life/life-policy.ts';
import { CONTINUES_WORDS } from '../../rules/life/review.ts';
import type { Placement } from '../../rules/placement.ts';
import { type DatedForm, dateFault, faultOf, Lines } from '../agreement/form-fields.tsx';
import { PlacementFrame } from '../placement-frame.tsx';

interface ReviewFormPageProps {
  placement: Placement;
  part: PlacementPart;
  revision: number;
  objectives: readonly Objective[];
  statuses: LifePolicy['review']['statuses'];
  form: DatedForm;
  /** Whether somebody changed the review since the page was shown. */
  changed: boolean;
}

/** Where the service writes a review: saved half filled, or recorded when it is whole. */
export function ReviewFormPage(props: ReviewFormPageProps) {
  const { placement, part, revision, objectives, statuses, form, changed } = props;
  return (
    <PlacementFrame placement={placement} part={part} current="review" heading="Review" errors={errorsOf(form)}>
      {changed && (
        <NotificationBanner titleText="Changed meanwhile">
          <p class="govuk-notification-banner__heading">
            Somebody changed the review while you were writing. Nothing of yours is saved yet.
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={paths.placementPage(placement.id, 'review')}>
              See what is there now
            </a>
            ; send the form again to put yours in its place.
          </p>
        </NotificationBanner>
      )}
      <Form action={paths.lifePage(placement.id, 'review/words')}>
        <input type="hidden" name="revision" value={revision} />
        <FormDateInput id="held" legend="Day of the review" values={form.typed} error={dateFault(form, 'held')} />
        <Lines form={form} name="working" label="Is it working?" />
        <Lines form={form} name="appropriate" label="Is it the right help?" />
        <Lines form={form} name="change" label="What should change?" />
        {objectives.map(({ key, aim, target }, place) => (
          <>
            <h2 class="govuk-heading-s">
              Objective {place + 1}: {aim}
            </h2>
            <p class="govuk-body">Target: {target}</p>
            <Radios
              name={`status-${key}`}
              class="govuk-radios--small"
              value={form.typed[`status-${key}`]}
              errorMessage={faultOf(form, `status-${key}`)}
              fieldset={{ legend: { text: `How objective ${place + 1} stands`, class: 'govuk-fieldset__legend--s' } }}
              items={statuses.map(({ code, label, means }) => ({
                value: code,
                text: label,
                hint: { text: means },
                checked: form.typed[`status-${key}`] === code,
              }))}
            />
            <Lines form={form} name={`details-${key}`} label={`Details of objective ${place + 1}`} rows={3} />
          </>
        ))}
        <Radios
          name="continues"
          value={form.typed.continues}
          errorMessage={faultOf(form, 'continues')}
          fieldset={{ legend: { text: 'Does the help continue?', class: 'govuk-fieldset__legend--s' } }}
          items={Object.entries(CONTINUES_WORDS).map(([value, text]) => ({
            value,
            text,
            checked: form.typed.continues === value,
          }))}
        />
        <FormDateInput id="exit" legend="The help ends on" values={form.typed} error={dateFault(form, 'exit')} />
        <Lines form={form} name="nextSteps" label="Next steps" />
        <p class="govuk-body">
          Before it is recorded, both answer:{' '}
          <a
            class="govuk-link"
            id="answer-leader"
            href={paths.lifePage(placement.id, 'review/answer', { part: 'leader' })}
          >
            what the leader says
          </a>
          ,{' '}
          <a
            class="govuk-link"
            id="answer-head"
            href={paths.lifePage(placement.id, 'review/answer', { part: 'supported head' })}
          >
            what the supported head says
          </a>
          . Save what you wrote first.
        </p>
        <div class="govuk-button-group">
          <Button preventDoubleClick name="then" value="save" class="govuk-button--secondary">
            Save and go on later
          </Button>
          <Button preventDoubleClick name="then" value="record">
            Record: it can then not be changed or deleted
          </Button>
        </div>
      </Form>
    </PlacementFrame>
  );
}
