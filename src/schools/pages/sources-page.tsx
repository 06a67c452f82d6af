import { Table } from '../../govuk/table.tsx';
import type { DatasetCurrency } from '../../opendata/rules/data-currency.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { dayText } from '../rules/figure-words.ts';
import type { PublishedFile } from '../rules/published-file.ts';
import { CurrencyTable } from './currency-table.tsx';

interface SourcesPageProps {
  files: readonly PublishedFile[];
  /** Day of the register, ISO; null while none is loaded. */
  asAt: string | null;
  datasets: readonly DatasetCurrency[];
  /** What is newer than what, a sentence each. */
  notes: readonly string[];
  /** The day for which it is said what is out of date, ISO. */
  today: string;
  /** Whether the reader may bring files themselves. */
  mayImport?: boolean;
}

/** How current the data is, and every published file that is loaded. */
export function SourcesPage({ files, asAt, datasets, notes, today, mayImport = false }: SourcesPageProps) {
  const attributions = [...new Set(files.flatMap(({ attribution }) => attribution ?? []))];
  return (
    <Page title="Sources of the data" wide breadcrumbs={[{ text: 'Home', href: paths.home() }]}>
      <p class="app-lede">
        {asAt === null
          ? 'No published files are loaded yet.'
          : `Schools are those in the register on ${dayText(asAt)}; inspections, memberships and successors dated later are left out. Where two files have the same figure, the final one stands before a provisional one.`}
      </p>
      {mayImport && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.imports()}>
            Import published files, or see what your organisation imported
          </a>
        </p>
      )}
      <ResultsNotice />
      {files.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What is newer than what</h2>
          <ul class="govuk-list govuk-list--bullet">
            {notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
          <h2 class="govuk-heading-m">How current the data is on {dayText(today)}</h2>
          <p class="govuk-body">
            In bold: a newer issue than the newest held here should be out by now, so what is held is likely to be out
            of date. Months are those in which each dataset is usually published.
          </p>
          <CurrencyTable datasets={datasets} />
          <h2 class="govuk-heading-m">Every published file</h2>
        </>
      )}
      {files.length > 0 && (
        <ScrollRegion label="Published files">
          <Table
            class="app-table app-number"
            caption="Published files"
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={[
              { text: 'File' },
              { text: 'Publisher' },
              { text: 'Stage' },
              { text: 'As at' },
              { text: 'Rows loaded', format: 'numeric' },
              { text: 'Set aside', format: 'numeric' },
              { text: 'Licence' },
            ]}
            rows={files.map((file) => [
              {
                text: (
                  <a class="govuk-link" href={paths.source(file.id)}>
                    {file.title}
                  </a>
                ),
              },
              { text: file.publisher },
              { text: file.stage },
              { text: <span class="app-nowrap">{dayText(file.asAt)}</span> },
              { text: file.rowsLoaded.toLocaleString('en-GB'), format: 'numeric' },
              { text: file.rowsSetAside.toLocaleString('en-GB'), format: 'numeric' },
              { text: file.licence },
            ])}
          />
        </ScrollRegion>
      )}
      <p class="app-source">
        A row is set aside when a figure in it cannot be read or would say a second, different thing about the same
        school; the page of its file says why. {attributions.join('. ')}
      </p>
    </Page>
  );
}
