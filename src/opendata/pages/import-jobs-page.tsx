import { Button } from '../../govuk/button.tsx';
import { Table } from '../../govuk/table.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { ImportJob } from '../rules/import-job.ts';
import { stateWord } from '../rules/job-words.ts';
import { londonTime } from '../rules/london-time.ts';

interface ImportJobsPageProps {
  organisation: string;
  jobs: readonly ImportJob[];
  /** False where the operator keeps imports to the command line. */
  mayBring: boolean;
}

/** What an organisation imported, and what waits for it to decide. */
export function ImportJobsPage({ organisation, jobs, mayBring }: ImportJobsPageProps) {
  return (
    <Page
      wide
      title="Imports"
      caption={organisation}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Sources', href: paths.sources() },
      ]}
    >
      {mayBring ? (
        <Button href={paths.newImport()}>Import published files</Button>
      ) : (
        <p class="govuk-body">On this site, published files are imported by the people who run it.</p>
      )}
      {jobs.length === 0 ? (
        <p class="govuk-body">Nobody of {organisation} has imported a file yet.</p>
      ) : (
        <ScrollRegion label="Imports, the newest first">
          <Table
            class="app-table"
            caption="Imports, the newest first"
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={[{ text: 'Files' }, { text: 'Sent' }, { text: 'By' }, { text: 'State' }]}
            rows={jobs.map((job) => [
              {
                text: (
                  <a class="govuk-link" href={paths.importJob(job.id)}>
                    {filesInWords(job)}
                  </a>
                ),
              },
              { text: <span class="app-nowrap">{londonTime(job.uploadedAt)}</span> },
              { text: job.uploadedBy },
              { text: stateWord(job) },
            ])}
          />
        </ScrollRegion>
      )}
    </Page>
  );
}

function filesInWords({ files }: Pick<ImportJob, 'files'>): string {
  const [first, ...others] = files;
  if (first === undefined) return 'No file';
  return others.length === 0 ? first.name : `${first.name} and ${others.length} more`;
}
