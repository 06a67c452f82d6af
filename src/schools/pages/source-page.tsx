import { SummaryList } from '../../govuk/summary-list.tsx';
import { Table } from '../../govuk/table.tsx';
import { londonMoment } from '../../opendata/rules/london-time.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { dayText } from '../rules/figure-words.ts';
import type { PublishedFile } from '../rules/published-file.ts';

interface SetAside {
  line: number;
  field: string;
  value: string;
  reason: string;
}

/** A row of a published file as it stands there, or why it cannot be shown; as the opendata room reads it. */
export type RowAsPublished =
  | { ok: true; cells: readonly (readonly [column: string, value: string | null])[] }
  | { ok: false; reason: string };

interface SourcePageProps {
  file: PublishedFile & {
    /** Name of the dataset that it was recognised as. */
    dataset: string;
    loadedAt: Date;
  };
  /** Who brought it, where that was somebody of an organisation; the person for those of the same organisation. */
  importer?: { organisation: string; person: string | null } | null;
  setAside: readonly SetAside[];
  /** Imports of rows that were set aside here and mended since. */
  mended?: readonly { id: number; rowsLoaded: number }[];
  /** The row that was asked for. */
  row: { line: number; published: RowAsPublished } | null;
}

const MOST_SET_ASIDE = 200;

/** One published file, the row that a figure came from, and the rows that were set aside. */
export function SourcePage({ file, importer = null, setAside, mended = [], row }: SourcePageProps) {
  return (
    <Page
      title={row ? `${file.title}, line ${row.line}` : file.title}
      heading={file.title}
      caption={file.publisher}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Sources', href: paths.sources() },
      ]}
    >
      {row && <PublishedRow line={row.line} published={row.published} />}
      <h2 class="govuk-heading-m">The file</h2>
      <SummaryList
        rows={[
          { key: { text: 'Dataset' }, value: { text: `${file.title} (${file.dataset})` } },
          { key: { text: 'File' }, value: { text: file.fileName } },
          { key: { text: 'Stage' }, value: { text: file.stage } },
          { key: { text: 'As at' }, value: { text: dayText(file.asAt) } },
          { key: { text: 'Import' }, value: { text: `Number ${file.id}, loaded on ${londonMoment(file.loadedAt)}` } },
          { key: { text: 'Rows read' }, value: { text: file.rowsRead.toLocaleString('en-GB') } },
          { key: { text: 'Rows loaded' }, value: { text: file.rowsLoaded.toLocaleString('en-GB') } },
          { key: { text: 'Rows set aside' }, value: { text: file.rowsSetAside.toLocaleString('en-GB') } },
          {
            key: { text: 'Rows passed over' },
            value: {
              text: `${file.rowsPassedOver.toLocaleString('en-GB')} (not a school, nothing said, or the same again)`,
            },
          },
          { key: { text: 'Content (SHA-256)' }, value: { text: <code class="app-hash">{file.sha256}</code> } },
          importer !== null && { key: { text: 'Brought by' }, value: { text: importerText(importer) } },
          file.mends !== null && { key: { text: 'Mends' }, value: { text: <ImportLink id={file.mends} /> } },
          { key: { text: 'Licence' }, value: { text: file.licence } },
          file.attribution !== null && { key: { text: 'Attribution' }, value: { text: file.attribution } },
        ]}
      />
      {setAside.length > 0 && <SetAsideTable file={file} rows={setAside} mended={mended} />}
    </Page>
  );
}

function PublishedRow({ line, published }: { line: number; published: RowAsPublished }) {
  return (
    <>
      <h2 class="govuk-heading-m">Line {line} as published</h2>
      {published.ok ? (
        <Table
          class="app-table app-published"
          caption={`Line ${line}, column by column`}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[{ text: 'Column' }, { text: 'Value' }]}
          rows={published.cells.map(([column, value]) => [{ text: column }, { text: cellText(value) }])}
        />
      ) : (
        <p class="govuk-body">{published.reason}</p>
      )}
    </>
  );
}

function cellText(value: string | null) {
  if (value === null) return <span class="app-missing">the row stops before this column</span>;
  return value.trim() === '' ? <span class="app-missing">blank</span> : value;
}

function importerText({ organisation, person }: { organisation: string; person: string | null }): string {
  return person === null ? organisation : `${organisation}, ${person}`;
}

function ImportLink({ id }: { id: number }) {
  return (
    <a class="govuk-link" href={paths.source(id)}>
      rows set aside by import {id}
    </a>
  );
}

interface SetAsideTableProps extends Required<Pick<SourcePageProps, 'mended'>> {
  file: PublishedFile;
  rows: readonly SetAside[];
}

function SetAsideTable({ file, rows, mended }: SetAsideTableProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Rows set aside</h2>
      {file.hasSetAsideFile && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.setAsideFile(file.id)} download>
            Download these rows to mend them (CSV)
          </a>
          . Change what is wrong, leave the columns that begin with “Alongside”, and import the file like any other: its
          rows are added to this import, and nothing else is touched. Cells stand in it exactly as published, so one
          that begins with =, +, - or @ may be a formula to a spreadsheet program.
        </p>
      )}
      {mended.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {mended.map(({ id, rowsLoaded }) => (
            <li>
              {rowsLoaded.toLocaleString('en-GB')} {rowsLoaded === 1 ? 'row' : 'rows'} mended by{' '}
              <a class="govuk-link" href={paths.source(id)}>
                import {id}
              </a>
            </li>
          ))}
        </ul>
      )}
      {rows.length > MOST_SET_ASIDE && (
        <p class="govuk-body">
          The first {MOST_SET_ASIDE} of {rows.length.toLocaleString('en-GB')}.
        </p>
      )}
      <ScrollRegion label="Rows set aside">
        <Table
          class="app-table"
          caption="Rows set aside"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[{ text: 'Line' }, { text: 'Column' }, { text: 'Value' }, { text: 'Why' }]}
          rows={rows.slice(0, MOST_SET_ASIDE).map(({ line, field, value, reason }) => [
            {
              text: (
                <a class="govuk-link" href={paths.source(file.id, line)}>
                  {line}
                </a>
              ),
            },
            { text: field },
            { text: cellText(value) },
            { text: reason },
          ])}
        />
      </ScrollRegion>
    </>
  );
}
