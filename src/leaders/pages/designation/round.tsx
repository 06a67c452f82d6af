import { Button } from '../../../govuk/button.tsx';
import { Radios } from '../../../govuk/radios.tsx';
import { Select } from '../../../govuk/select.tsx';
import { Table } from '../../../govuk/table.tsx';
import { capital } from '../../../need/rules/wording.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { DesignationRound } from '../../rules/designation/application.ts';
import type { PanelSeat, ToDeclare } from '../../rules/designation/panel.ts';
import { standingOfRound } from '../../rules/designation/round-dates.ts';
import { counted, Done, faultOf, type FormShown, summaryOf } from './form-shown.tsx';

interface RoundPageProps {
  organisation: { id: string; name: string };
  round: DesignationRound;
  applications: readonly ToDeclare[];
  seats: readonly PanelSeat[];
  /** People who can be named; null for those who name nobody. */
  judges: readonly { personId: string; name: string; roles: readonly string[] }[] | null;
  today: string;
  form: FormShown;
  done: string | null;
}

const PART_WORDS = { chair: 'Chair', member: 'Member', appeal: 'Hears appeals' } as const;

/** One round for the service that runs it: applications by state, and the panel. */
export function DesignationRoundPage(props: RoundPageProps) {
  const { organisation, round, applications, seats, judges, today, form, done } = props;
  return (
    <Page
      title={`${capital(round.title)}: designation round`}
      heading={capital(round.title)}
      caption={organisation.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Designation rounds', href: paths.designationRounds(organisation.id) },
      ]}
      errors={summaryOf(form)}
    >
      <Done
        done={done}
        words={{
          named: 'Named to the panel.',
          ended: 'No longer on the panel.',
          declared: 'Your declaration is kept.',
        }}
      />
      <p class="app-lede">
        {standingOfRound(round, today)}. {counted(applications.length, 'application')}.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.announcedRound(round.id)}>
          The announcement, as everybody reads it
        </a>
      </p>
      <h2 class="govuk-heading-m">Applications</h2>
      {applications.length === 0 ? (
        <p class="govuk-body">None was submitted yet. Drafts are the applicants’ own.</p>
      ) : (
        <ScrollRegion label="Applications">
          <Table
            class="app-table"
            firstCellIsHeader
            head={[{ text: 'Applicant' }, { text: 'School' }, { text: 'State' }, { text: 'Your interest' }]}
            rows={applications.map(({ applicationId, applicant, school, state, declared }) => [
              {
                text: (
                  <a class="govuk-link" href={paths.designationApplication(organisation.id, round.id, applicationId)}>
                    {applicant}
                  </a>
                ),
              },
              { text: school },
              { text: capital(state) },
              { text: declared === null ? 'Not declared' : capital(declared) },
            ])}
          />
        </ScrollRegion>
      )}
      <h2 class="govuk-heading-m">Panel</h2>
      {seats.length === 0 ? (
        <p class="govuk-body">Nobody is named yet.</p>
      ) : (
        <ScrollRegion label="Panel">
          <Table
            class="app-table"
            firstCellIsHeader
            head={[{ text: 'Name' }, { text: 'Part' }, ...(judges === null ? [] : [{ text: 'Change' }])]}
            rows={seats.map((seat) => [
              { text: seat.name },
              { text: PART_WORDS[seat.part] },
              ...(judges === null ? [] : [{ text: <EndSeat {...props} seat={seat} /> }]),
            ])}
          />
        </ScrollRegion>
      )}
      {judges !== null && (
        <Form action={paths.designationPanel(organisation.id, round.id, 'panel')}>
          <Select
            name="person"
            label={{ text: 'Name somebody of your service' }}
            value={form.typed.person}
            errorMessage={faultOf(form, 'person')}
            items={[
              { value: '', text: 'Choose a person' },
              ...judges.map(({ personId, name, roles }) => ({
                value: personId,
                text: `${name} (${roles.join(', ')})`,
              })),
            ]}
          />
          <Radios
            name="part"
            value={form.typed.part}
            errorMessage={faultOf(form, 'part')}
            fieldset={{ legend: { text: 'What they do', class: 'govuk-fieldset__legend--s' } }}
            items={[
              { value: 'member', text: 'Sits on the panel and scores' },
              { value: 'chair', text: 'Chairs it, scores and decides', hint: { text: 'A service lead or broker' } },
              {
                value: 'appeal',
                text: 'Hears appeals',
                hint: { text: 'A service lead or broker who did not sit on the panel' },
              },
            ]}
          />
          <Button preventDoubleClick>Name this person</Button>
        </Form>
      )}
      <p class="govuk-body">Applications opened on {dayText(round.opensOn)}.</p>
    </Page>
  );
}

function EndSeat({ organisation, round, seat }: RoundPageProps & { seat: PanelSeat }) {
  return (
    <Form action={paths.designationPanel(organisation.id, round.id, 'seats')}>
      <input type="hidden" name="seat" value={seat.id} />
      <Button class="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
        End<span class="govuk-visually-hidden"> the part of {seat.name}</span>
      </Button>
    </Form>
  );
}
