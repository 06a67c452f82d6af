import { Table } from '../../govuk/table.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { fileTitle } from '../rules/file-title.ts';
import type { FileOutcome, FileReport, RefusedFile } from '../rules/import-job.ts';
import { troublePlace } from '../rules/job-words.ts';
import { dayInWords } from '../rules/london-time.ts';

interface FileReportsProps {
  reports: readonly FileReport[];
  /** Whether they say what loading would do, or what it did. */
  step: 'check' | 'load';
}

/** What was found in the files that were sent: what each is, what is refused and how to mend it, and what is not read. */
export function FileReports({ reports, step }: FileReportsProps) {
  const done = reports.flatMap((report) => report.done);
  const refused = reports.flatMap((report) => report.refused).filter(({ asks }) => asks === null || step === 'load');
  const skipped = reports.flatMap((report) => report.skipped);
  return (
    <>
      {done.length > 0 && <Outcomes outcomes={done} step={step} />}
      {refused.length > 0 && <Refused refused={refused} />}
      {skipped.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Not read</h2>
          <ul class="govuk-list govuk-list--bullet">
            {skipped.map(({ file, why }) => (
              <li>
                {file}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Outcomes({ outcomes, step }: { outcomes: readonly FileOutcome[]; step: 'check' | 'load' }) {
  const title = step === 'check' ? 'What loading would do' : 'What was loaded';
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <ScrollRegion label={title}>
        <Table
          class="app-table app-number"
          caption={title}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            { text: 'What it is' },
            { text: 'File' },
            { text: 'Stage' },
            { text: 'As at' },
            { text: 'Rows read', format: 'numeric' },
            { text: step === 'check' ? 'Would load' : 'Loaded', format: 'numeric' },
            { text: 'Set aside', format: 'numeric' },
            { text: 'To know' },
          ]}
          rows={outcomes.map((outcome) => [
            { text: <Title outcome={outcome} /> },
            { text: <span class="app-break">{outcome.fileName}</span> },
            { text: outcome.stage },
            { text: <span class="app-nowrap">{dayInWords(outcome.asAt)}</span> },
            { text: outcome.rowsRead.toLocaleString('en-GB'), format: 'numeric' },
            { text: outcome.rowsLoaded.toLocaleString('en-GB'), format: 'numeric' },
            { text: outcome.rowsSetAside.toLocaleString('en-GB'), format: 'numeric' },
            { text: toKnow(outcome) },
          ])}
        />
      </ScrollRegion>
    </>
  );
}

function Title({ outcome: { dataset, year, importId } }: { outcome: FileOutcome }) {
  const title = fileTitle(dataset, year);
  if (importId === null) return <>{title}</>;
  return (
    <a class="govuk-link" href={paths.source(importId)}>
      {title}
    </a>
  );
}

function toKnow({ held, newerHeld, mends, rowsSetAside }: FileOutcome): string {
  const notes = [
    held && 'The same file is loaded already: nothing changes.',
    newerHeld && 'A newer issue is loaded: where both speak, the newer one stands.',
    mends !== null && `Mends rows that import ${mends} set aside.`,
    rowsSetAside > 0 && 'Rows set aside can be downloaded, mended and imported again, from the page of the file.',
  ];
  return notes.filter((note) => note !== false).join(' ');
}

function Refused({ refused }: { refused: readonly RefusedFile[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Refused</h2>
      <p class="govuk-body">Nothing of these files is loaded; the others can be.</p>
      <dl class="govuk-summary-list">
        {refused.map((one) => {
          const place = troublePlace(one);
          return (
            <div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key app-break">{one.file}</dt>
              <dd class="govuk-summary-list__value">
                {place === null ? '' : `${place.charAt(0).toUpperCase()}${place.slice(1)}: `}
                {one.problem}. {one.mend}.
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
