import { MEASURES, type MeasureCode } from '../../opendata/rules/measures.ts';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { averageWords, canBeAveraged, type Place } from '../rules/averages.ts';
import { academicYear, type FactKey, type Fact, type PhaseGroup } from '../rules/facts.ts';
import { dayText, noNumberOf } from '../rules/figure-words.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { fileWords } from '../rules/published-file.ts';
import { AverageFigure, Figure } from './figure.tsx';
import { InheritedKey } from './inherited-key.tsx';
import { MissingKey } from './missing-key.tsx';

interface FiguresTableProps {
  caption: string;
  measures: readonly MeasureCode[];
  /** Oldest first. */
  years: readonly number[];
  facts: ReadonlyMap<FactKey, Fact>;
  /** With whom the school is compared; null for nobody. */
  comparison: { frame: NationalFrame; laCode: number; laName: string; phase: PhaseGroup } | null;
  frame: NationalFrame;
}

/** A school's figures by year, each measure over the means of its area and of England. */
export function FiguresTable({ caption, measures, years, facts, comparison, frame }: FiguresTableProps) {
  const recorded = measures.filter((measure) => years.some((year) => facts.has(`${measure}:${year}`)));
  const reasons = recorded.flatMap((measure) =>
    years.flatMap((year) => noNumberOf(facts.get(`${measure}:${year}`)) ?? []),
  );
  return (
    <>
      <ScrollRegion label={caption}>
        <table class="govuk-table app-table app-number">
          <caption class="govuk-table__caption govuk-visually-hidden">{caption}</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th class="govuk-table__header" scope="col">
                Measure
              </th>
              {years.map((year) => (
                <th class="govuk-table__header govuk-table__header--numeric" scope="col">
                  {academicYear(year)}
                </th>
              ))}
            </tr>
          </thead>
          {recorded.map((measure) => (
            <MeasureRows measure={measure} years={years} facts={facts} comparison={comparison} />
          ))}
        </table>
      </ScrollRegion>
      <TableNotes {...{ facts, recorded, years, frame, reasons }} compared={comparison !== null} />
    </>
  );
}

type MeasureRowsProps = Pick<FiguresTableProps, 'years' | 'facts' | 'comparison'> & { measure: MeasureCode };

function MeasureRows({ measure, years, facts, comparison }: MeasureRowsProps) {
  const { label } = MEASURES[measure];
  const school = years.map((year) => (
    <td class="govuk-table__cell govuk-table__cell--numeric govuk-!-font-weight-bold">
      <Figure measure={measure} year={year} fact={facts.get(`${measure}:${year}`)} />
    </td>
  ));
  if (comparison === null || !canBeAveraged(measure)) {
    return (
      <tbody class="govuk-table__body">
        <tr class="govuk-table__row">
          <th class="govuk-table__header" scope="row">
            {label}
          </th>
          {school}
        </tr>
      </tbody>
    );
  }
  const { frame, laCode, laName, phase } = comparison;
  return (
    <tbody class="govuk-table__body app-table__group">
      <tr class="govuk-table__row">
        <th class="govuk-table__header govuk-!-font-weight-bold" scope="rowgroup" colspan={years.length + 1}>
          {label}
        </th>
      </tr>
      <tr class="govuk-table__row">
        <th class="govuk-table__header" scope="row">
          This school
        </th>
        {school}
      </tr>
      <MeanRow name={laName} place={laCode} {...{ measure, years, frame, phase }} />
      <MeanRow name="England" place="England" {...{ measure, years, frame, phase }} />
    </tbody>
  );
}

interface MeanRowProps {
  name: string;
  place: Place;
  measure: MeasureCode;
  years: readonly number[];
  frame: NationalFrame;
  phase: PhaseGroup;
}

function MeanRow({ name, place, measure, years, frame, phase }: MeanRowProps) {
  const means = years.map((year) => frame.average(place, phase, measure, year));
  const ways = new Set(means.flatMap((mean) => mean?.weighted ?? []));
  const told = ways.size === 1;
  return (
    <tr class="govuk-table__row">
      <th class="govuk-table__header" scope="row">
        {name}
        <br />
        <small>{told ? averageWords(ways.has(true)) : 'means of schools'}</small>
      </th>
      {means.map((average) => (
        <td class="govuk-table__cell govuk-table__cell--numeric">
          <AverageFigure average={average} measure={measure} told={told} />
        </td>
      ))}
    </tr>
  );
}

interface TableNotesProps extends Pick<FiguresTableProps, 'facts' | 'years' | 'frame'> {
  recorded: readonly MeasureCode[];
  reasons: Parameters<typeof MissingKey>[0]['reasons'];
  compared: boolean;
}

function TableNotes({ facts, recorded, years, frame, reasons, compared }: TableNotesProps) {
  const shown = recorded.flatMap((measure) => years.flatMap((year) => facts.get(`${measure}:${year}`) ?? []));
  const imports = new Set(shown.map(({ source }) => source.importId));
  const files = [...imports].flatMap((id) => frame.files.get(id) ?? []);
  return (
    <p class="app-source">
      Each figure of the school links to its published row. Source:{' '}
      {files.map((file, index) => (
        <>
          {index > 0 && '; '}
          <a class="govuk-link" href={paths.source(file.id)}>
            {fileWords(file)}
          </a>
        </>
      ))}
      .
      {compared &&
        ` A mean marked “by pupils” is a ${averageWords(true)}. Means cover mainstream schools open ${frame.asAt ? `on ${dayText(frame.asAt)}` : 'today'} under the number they had in that year.`}
      <MissingKey reasons={reasons} />
      <InheritedKey records={shown} />
    </p>
  );
}
