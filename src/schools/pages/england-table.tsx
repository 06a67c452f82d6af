import { Table } from '../../govuk/table.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { HeadlineYears } from '../rules/area-table.ts';
import { type Average, averageWords } from '../rules/averages.ts';
import { type EnglandRow, type EnglandSort, measuresOf } from '../rules/england-table.ts';
import { academicYear } from '../rules/facts.ts';
import { dayText } from '../rules/figure-words.ts';
import { schemeCounts } from '../rules/inspections/scheme-words.ts';
import type { InspectedSchools, NationalFrame } from '../rules/national-frame.ts';
import { type HeadlineMeasure, SHORT_LABELS } from '../rules/school-sections.ts';
import type { EnglandInput } from '../schema.ts';
import { BriefAverage } from './figure.tsx';
import { sortHeader } from './sort-header.tsx';

interface EnglandTableProps {
  frame: NationalFrame;
  /** In the chosen order. */
  rows: readonly EnglandRow[];
  years: HeadlineYears;
  /** The measure on the map, kept when the order changes. */
  measure: HeadlineMeasure;
  input: EnglandInput;
}

/** Every area with its means, under those of England; each head of a column sorts by it. */
export function EnglandTable({ frame, rows, years, measure, input }: EnglandTableProps) {
  const { phase } = input;
  const measures = measuresOf(phase).filter((one) => years.has(one));
  const england = (one: HeadlineMeasure) => frame.average('England', phase, one, years.get(one)!);
  const header = (key: EnglandSort, text: string, more: { detail?: string; numeric?: boolean } = {}) => {
    const sorted = input.sort === key ? input.dir : null;
    const dir = sorted === null ? (more.numeric ? 'desc' : 'asc') : sorted === 'asc' ? 'desc' : 'asc';
    return sortHeader({ text, ...more, sorted, href: `${paths.england({ phase, measure, sort: key, dir })}#areas` });
  };
  const cells = (schools: number, mean: (one: HeadlineMeasure) => Average | undefined, inspected: InspectedSchools) => [
    { text: schools.toLocaleString('en-GB'), format: 'numeric' as const },
    ...measures.map((one) => ({
      text: <BriefAverage average={mean(one)} measure={one} />,
      format: 'numeric' as const,
    })),
    { text: <GoodOf {...inspected} />, format: 'numeric' as const },
  ];
  const schools = rows.reduce((sum, row) => sum + row.schools, 0);
  return (
    <>
      <ScrollRegion label="Areas of England">
        <Table
          class="app-table app-number"
          caption="Areas of England"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            header('name', 'Area'),
            header('region', 'Region'),
            header('schools', 'Schools', { numeric: true }),
            ...measures.map((one) =>
              header(one, SHORT_LABELS[one], {
                detail: `${academicYear(years.get(one)!)}${england(one)?.weighted ? ', by pupils' : ''}`,
                numeric: true,
              }),
            ),
            header('good', 'Good or outstanding', { detail: 'of overall grades', numeric: true }),
          ]}
          rows={[
            [
              { text: <strong>England</strong> },
              { text: 'All regions' },
              ...cells(schools, england, frame.inspected('England', phase)),
            ],
            ...rows.map(({ area, schools, means, inspected }) => [
              {
                text: (
                  <a class="govuk-link" href={paths.area(area.laCode)}>
                    {area.name}
                  </a>
                ),
              },
              { text: area.region },
              ...cells(schools, (one) => means.get(one), inspected),
            ]),
          ]}
        />
      </ScrollRegion>
      <p class="app-source">
        {schemeCounts(frame.inspected('England', phase), schools)} “Good or outstanding” is of those with an overall
        grade, which a report card or judgements alone never become. In brackets: the number of schools behind the
        figure. “By pupils” is a {averageWords(true)}; the other means are each a {averageWords(false)}. They cover
        mainstream schools open {frame.asAt ? `on ${dayText(frame.asAt)}` : 'today'} under the number they had in that
        year.
      </p>
    </>
  );
}

function GoodOf({ graded, goodOrOutstanding }: InspectedSchools) {
  if (graded === 0) return <span class="app-missing">no grades held</span>;
  return (
    <span class="app-nowrap">
      {Math.round((100 * goodOrOutstanding) / graded)}% <small>({graded.toLocaleString('en-GB')})</small>
    </span>
  );
}
