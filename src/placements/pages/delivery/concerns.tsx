import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Table } from '../../../govuk/table.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { type Concern, CONCERN_TAGS, concernState } from '../../rules/delivery/concern.ts';
import type { Placement } from '../../rules/placement.ts';
import { PART_WORDS } from '../../rules/state-words.ts';
import { PlacementFrame } from '../placement-frame.tsx';
import { Day, Send, summaryOf, type WorkForm, Words } from './form.tsx';
import { StateMark } from './record.tsx';

interface ConcernsPageProps {
  placement: Placement;
  part: PlacementPart;
  /** Null for those of the service who do not read them. */
  concerns: readonly Concern[] | null;
  raises: boolean;
  done: string | null;
}

/** Concerns that somebody does not take part as was agreed. */
export function ConcernsPage({ placement, part, concerns, raises, done }: ConcernsPageProps) {
  return (
    <PlacementFrame placement={placement} part={part} current="concerns" done={done}>
      {concerns === null && (
        <p class="govuk-body">
          Concerns are about people. They are read by those who judge and do the work, not by finance.
        </p>
      )}
      {concerns?.length === 0 && <p class="govuk-body">Nobody has raised a concern.</p>}
      {concerns !== null && concerns.length > 0 && (
        <ScrollRegion label="Concerns">
          <Table
            class="app-table"
            caption="Concerns, the newest first"
            captionClass="govuk-visually-hidden"
            head={['Concern', 'Since', 'Raised by', 'State'].map((text) => ({ text }))}
            firstCellIsHeader
            rows={concerns.map((concern) => [
              {
                text: (
                  <a class="govuk-link" href={paths.placementRecord(placement.id, 'concerns', concern.id)}>
                    {concern.what}
                  </a>
                ),
              },
              { text: dayText(concern.sinceOn) },
              { text: `${concern.by ?? 'Somebody'} (${PART_WORDS[concern.part]})` },
              { text: <StateMark tag={CONCERN_TAGS[concernState(concern)]} /> },
            ])}
          />
        </ScrollRegion>
      )}
      {raises && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={paths.placementNew(placement.id, 'concern')}>
            Raise a concern
          </a>
        </p>
      )}
    </PlacementFrame>
  );
}

interface RaisePageProps {
  placement: Placement;
  part: PlacementPart;
  form: WorkForm;
}

/** Where a concern is raised. */
export function RaiseConcernPage({ placement, part, form }: RaisePageProps) {
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="concerns"
      heading="Raise a concern"
      errors={summaryOf(form)}
    >
      <p class="govuk-body">
        That somebody does not take part as was agreed. The leader, the supported school, its board and the service read
        it. Write only what they may all read, and nothing of anybody’s health.
      </p>
      <Form action={paths.placementNew(placement.id, 'concern')}>
        <Words form={form} name="what" label="What the concern is" rows={3} />
        <Day form={form} name="since" label="Since when" />
        <Words form={form} name="evidence" label="Evidence" hint="What happened, and when." />
        <Send words="Raise the concern" back={paths.placementPage(placement.id, 'concerns')} />
      </Form>
    </PlacementFrame>
  );
}
