import { Table } from '../../govuk/table.tsx';
import { DATASETS } from '../../opendata/rules/datasets.ts';
import type { DatasetCurrency } from '../../opendata/rules/data-currency.ts';
import { londonDay } from '../../opendata/rules/london-time.ts';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { heldText, missingText, nextText } from '../rules/currency-words.ts';
import { dayText } from '../rules/figure-words.ts';

/** How current each dataset is: what is held, what is published and not held, and when the next issue was or is due. */
export function CurrencyTable({ datasets }: { datasets: readonly DatasetCurrency[] }) {
  return (
    <ScrollRegion label="How current the data is">
      <Table
        class="app-table app-number"
        caption="How current the data is"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          { text: 'Dataset' },
          { text: 'Held' },
          { text: 'Newest as at' },
          { text: 'Rows', format: 'numeric' },
          { text: 'Loaded on' },
          { text: 'Not held' },
          { text: 'Next issue' },
        ]}
        rows={datasets.map((dataset) => [
          { text: <DatasetName {...dataset} /> },
          {
            text:
              heldText(dataset) ??
              `${dataset.files} ${dataset.files === 1 ? 'file' : 'files'} (${dataset.newest.stage})`,
          },
          { text: <span class="app-nowrap">{dayText(dataset.newest.asAt)}</span> },
          { text: dataset.rowsLoaded.toLocaleString('en-GB'), format: 'numeric' },
          { text: <span class="app-nowrap">{londonDay(dataset.lastLoadedAt)}</span> },
          { text: <NotHeld dataset={dataset} /> },
          { text: <Next {...nextText(dataset)} /> },
        ])}
      />
    </ScrollRegion>
  );
}

function DatasetName({ dataset, newest }: DatasetCurrency) {
  const { title, publisher } = DATASETS[dataset];
  return (
    <>
      <a class="govuk-link" href={paths.source(newest.id)}>
        {title}
      </a>
      <br />
      <small>{publisher}</small>
    </>
  );
}

function NotHeld({ dataset }: { dataset: DatasetCurrency }) {
  const reasons = missingText(dataset);
  if (dataset.years.length === 0) return <span class="app-missing">not a series of years</span>;
  if (reasons.length === 0) return <span class="app-missing">none from the first year held</span>;
  return (
    <ul class="app-reasons">
      {reasons.map((reason) => (
        <li>{reason}</li>
      ))}
    </ul>
  );
}

function Next({ words, past }: { words: string; past: boolean }) {
  return past ? <strong>{words}</strong> : <>{words}</>;
}
