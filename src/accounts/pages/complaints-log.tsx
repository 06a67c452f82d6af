import { Table } from '../../govuk/table.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { type Complaint, complaintState } from '../rules/complaint.ts';
import { londonDay } from '../../opendata/rules/london-time.ts';
import { Deadline } from './deadline.tsx';
import { DoneBanner } from './done-banner.tsx';

interface ComplaintsLogPageProps {
  organisation: { id: string; name: string };
  complaints: readonly Complaint[];
  /** ISO day in London. */
  today: string;
  done?: string;
}

const DONE = {
  acknowledge: 'The complaint has been acknowledged.',
  answer: 'The answer is on its way, by email.',
};

/** The complaints to an organisation, with what is due. */
export function ComplaintsLogPage({ organisation, complaints, today, done }: ComplaintsLogPageProps) {
  return (
    <Page
      wide
      title="Complaints"
      caption={organisation.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Your account', href: paths.account() },
      ]}
    >
      <DoneBanner done={done} sentences={DONE} />
      {complaints.length === 0 ? (
        <p class="govuk-body">No complaint about {organisation.name} has come in on this site.</p>
      ) : (
        <ScrollRegion label="Complaints, the most urgent first">
          <Table
            class="app-table"
            caption="Complaints, the most urgent first"
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={[
              { text: 'Reference' },
              { text: 'From' },
              { text: 'Received' },
              { text: 'Acknowledge by' },
              { text: 'State' },
            ]}
            rows={complaints.map((complaint) => {
              const { id, reference, fromName, receivedAt, acknowledgeBy, acknowledgedAt } = complaint;
              return [
                {
                  text: (
                    <a class="govuk-link app-nowrap" href={paths.complaintOf(organisation.id, id)}>
                      {reference}
                    </a>
                  ),
                },
                { text: fromName },
                { text: londonDay(receivedAt) },
                { text: acknowledgedAt === null ? <Deadline day={acknowledgeBy} today={today} /> : '–' },
                { text: complaintState(complaint) },
              ];
            })}
          />
        </ScrollRegion>
      )}
    </Page>
  );
}
