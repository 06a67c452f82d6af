import { Table } from '../../govuk/table.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { dayText } from '../rules/figure-words.ts';
import type { PlaceTurnover } from '../rules/headship/place-turnover.ts';
import { rateWords } from '../rules/headship/turnover-words.ts';

const numeric = (text: string | number) => ({ text, format: 'numeric' as const });

/** What each extract shows of a place, and what all of them show together, beside England's rate. */
export function TurnoverTable({ area, england }: { area: PlaceTurnover; england: PlaceTurnover }) {
  const national = new Map(england.byExtract.map((one) => [one.shownBy, one]));
  const all = { ...area.turnover, schools: area.schools };
  const cells = (own: typeof all) => [
    numeric(own.schools),
    numeric(own.certain),
    numeric(own.likely),
    numeric(own.unclear),
    numeric(own.schoolYears.toFixed(1)),
    numeric(rateWords(own)),
  ];
  return (
    <ScrollRegion label="Turnover by extract">
      <Table
        class="app-table app-number"
        caption="Changes of head, by the extract that shows them first"
        captionClass="govuk-table__caption--s"
        firstCellIsHeader
        head={[
          { text: 'Shown by' },
          ...['Schools', 'Certain', 'Likely', 'Unclear', 'School years', 'In 100 school years (range)', 'England'].map(
            numeric,
          ),
        ]}
        rows={[
          ...area.byExtract.map((own) => [
            { text: dayText(own.shownBy) },
            ...cells(own),
            numeric(rateWords(national.get(own.shownBy) ?? own)),
          ]),
          [{ text: 'All together' }, ...cells(all), numeric(rateWords(england.turnover))],
        ]}
      />
    </ScrollRegion>
  );
}
