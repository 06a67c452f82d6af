import { halfDaysInWords } from '../../../calendar/half-days.ts';
import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Button } from '../../../govuk/button.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Table } from '../../../govuk/table.tsx';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { NoteWord } from '../../rules/delivery/note.ts';
import { isUntold, NOTE_TAGS, noteStanding, type Visit, VISIT_TAGS, visitDays } from '../../rules/delivery/visit.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import type { Placement } from '../../rules/placement.ts';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { PlacementFrame } from '../placement-frame.tsx';
import { faultOf, summaryOf, type WorkForm, Words } from './form.tsx';
import { StateMark } from './record.tsx';

interface VisitsPageProps {
  placement: Placement;
  part: PlacementPart;
  visits: readonly Visit[];
  said: ReadonlyMap<string, NoteWord['kind'][]>;
  /** Whether the reader plans visits and says how they went. */
  plans: boolean;
  form: WorkForm;
  since: readonly PlacementEvent[];
  today: string;
  done: string | null;
}

/** The visits of a placement: first those of which nobody has said whether they were held, then all of them with their notes. */
export function VisitsPage({ placement, part, visits, said, plans, form, since, today, done }: VisitsPageProps) {
  const untold = visits.filter((visit) => isUntold(visit, today));
  return (
    <PlacementFrame placement={placement} part={part} current="visits" errors={summaryOf(form)} done={done}>
      <ChangedMeanwhile since={since} />
      {plans && untold.length > 0 && <Told placement={placement} untold={untold} form={form} />}
      <h2 class="govuk-heading-l">All visits</h2>
      {visits.length === 0 ? (
        <p class="govuk-body">No visit is planned yet.</p>
      ) : (
        <ScrollRegion label="All visits">
          <Table
            class="app-table"
            caption="Visits, in the order of their days"
            captionClass="govuk-visually-hidden"
            head={['Day', 'What it is for', 'Where', 'Takes', 'State', 'Note'].map((text) => ({ text }))}
            firstCellIsHeader
            rows={visits.map((visit) => {
              const standing = noteStanding(visit, said.get(visit.id) ?? null, today);
              return [
                {
                  text: (
                    <a class="govuk-link" href={paths.placementRecord(placement.id, 'visits', visit.id)}>
                      {visitDays(visit)}
                    </a>
                  ),
                },
                { text: visit.purpose },
                { text: visit.place },
                { text: halfDaysInWords(visit.halfDays) },
                {
                  text: (
                    <>
                      <StateMark tag={VISIT_TAGS[visit.state]} /> {visit.stateReason}
                    </>
                  ),
                },
                {
                  text: (
                    <>
                      <StateMark tag={NOTE_TAGS[standing]} />
                      {(standing === 'late' || standing === 'not written') && ` due ${dayText(visit.noteDueOn)}`}
                    </>
                  ),
                },
              ];
            })}
          />
        </ScrollRegion>
      )}
      {plans && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={paths.placementNew(placement.id, 'visit')}>
            Plan a visit
          </a>
        </p>
      )}
    </PlacementFrame>
  );
}

/** Visits of the past that nobody has told of: each by itself, and those that are not answered stay as they are. */
function Told({ placement, untold, form }: { placement: Placement; untold: readonly Visit[]; form: WorkForm }) {
  return (
    <section aria-labelledby="untold" class="app-panel app-no-print">
      <h2 class="govuk-heading-m" id="untold">
        Were these visits held?
      </h2>
      <Form action={paths.placementPage(placement.id, 'visits')}>
        {untold.map((visit) => (
          <>
            <input type="hidden" name={`version-${visit.id}`} value={visit.version} />
            <Radios
              name={`held-${visit.id}`}
              idPrefix={`held-${visit.id}`}
              fieldset={{
                legend: { text: `${visitDays(visit)}: ${visit.purpose}`, class: 'govuk-fieldset__legend--s' },
              }}
              items={[
                { value: 'yes', text: `Yes, it was held: ${halfDaysInWords(visit.halfDays)}` },
                { value: 'no', text: 'No; it uses no days' },
              ]}
              value={form.typed[`held-${visit.id}`] ?? ''}
              errorMessage={faultOf(form, `held-${visit.id}`)}
            />
            <Words form={form} name={`why-${visit.id}`} label="If not, why" rows={2} />
          </>
        ))}
        <Button preventDoubleClick>Save</Button>
      </Form>
    </section>
  );
}
