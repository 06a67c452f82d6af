import { Button } from '../../govuk/button.tsx';
import { Input } from '../../govuk/input.tsx';
import type { TableCell } from '../../govuk/table.tsx';
import { Table } from '../../govuk/table.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { MEASURES, type MeasureCode } from '../../opendata/rules/measures.ts';
import { isOfOtherPhase } from '../rules/area-table.ts';
import type { Comparison } from '../rules/compare-outcome.ts';
import { academicYear } from '../rules/facts.ts';
import { noNumberOf, NO_RECORD, OTHER_PHASE } from '../rules/figure-words.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { fileWords } from '../rules/published-file.ts';
import { responsibleBody, type SchoolRecord } from '../rules/school-record.ts';
import { SCHOOL_SECTIONS } from '../rules/school-sections.ts';
import { placeWords } from '../rules/search-results.ts';
import { MOST_COMPARED } from '../schema.ts';
import { Figure, Missing } from './figure.tsx';
import { LastInspection } from './last-inspection.tsx';
import { MissingKey } from './missing-key.tsx';

/** Two to four schools side by side, and the form that adds one. */
export function ComparePage({ comparison, frame }: { comparison: Comparison; frame: NationalFrame }) {
  const { schools, unknown, add } = comparison;
  const errors = add?.error ? [{ text: add.error, href: '#add' }] : [];
  return (
    <Page
      title={
        schools.length > 0 ? `Compare ${schools.map(({ identity }) => identity.name).join(', ')}` : 'Compare schools'
      }
      heading="Compare schools"
      wide
      breadcrumbs={[{ text: 'Home', href: paths.home() }]}
      errors={errors}
    >
      {unknown.map((urn) => (
        <p class="govuk-body">There is no school with URN {urn} in the registers held here.</p>
      ))}
      {schools.length === 0 && (
        <p class="app-lede">Put two to four schools side by side. Add the first by its URN or name.</p>
      )}
      {schools.length === 1 && (
        <p class="govuk-body">Add a second school to compare it with {schools[0]!.identity.name}.</p>
      )}
      {schools.length > 0 && <ResultsNotice />}
      {schools.length > 0 && <ComparedTable schools={schools} frame={frame} />}
      {schools.length < MOST_COMPARED ? (
        <AddForm comparison={comparison} />
      ) : (
        <p class="govuk-body">Four schools can be compared at most: remove one to add another.</p>
      )}
    </Page>
  );
}

function AddForm({ comparison: { schools, add } }: { comparison: Comparison }) {
  const urns = schools.map(({ identity }) => identity.urn);
  return (
    <>
      {add && add.choices.length > 0 && (
        <section aria-labelledby="choices">
          <h2 class="govuk-heading-m" id="choices">
            Which school?
          </h2>
          <ul class="govuk-list">
            {add.choices.map((hit) => (
              <li>
                <a class="govuk-link" href={paths.compare([...urns, hit.urn])}>
                  Add {hit.name}
                </a>
                , {placeWords(hit)} (URN {hit.urn})
              </li>
            ))}
          </ul>
        </section>
      )}
      <form class="app-search" method="get" action={paths.compare()} novalidate>
        {urns.map((urn) => (
          <input type="hidden" name="urn" value={urn} />
        ))}
        <Input
          name="add"
          label={{ text: 'Add a school', class: 'govuk-label--s' }}
          hint={{ text: 'URN, name or town' }}
          value={add?.typed}
          spellcheck={false}
          errorMessage={add?.error ? { text: add.error } : undefined}
        />
        <Button>Add</Button>
      </form>
    </>
  );
}

interface TableProps {
  schools: readonly SchoolRecord[];
  frame: NationalFrame;
}

function ComparedTable({ schools, frame }: TableProps) {
  const rows = SCHOOL_SECTIONS.flatMap(({ measures }) =>
    measures.flatMap((measure) => {
      const year = newestYear(schools, measure);
      return year === null ? [] : [{ measure, year }];
    }),
  );
  const reasons = rows.flatMap(({ measure, year }) =>
    schools.flatMap(({ facts, identity }) => {
      const fact = facts.get(`${measure}:${year}`);
      return fact === undefined && isOfOtherPhase(identity, measure) ? OTHER_PHASE : (noNumberOf(fact) ?? []);
    }),
  );
  return (
    <>
      <ScrollRegion label="Schools side by side">
        <Table
          class="app-table app-number"
          caption="Schools side by side, the newest year of each measure that any of them has"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            { text: 'Measure' },
            { text: 'Year' },
            ...schools.map(({ identity }) => ({
              text: (
                <>
                  <a class="govuk-link" href={paths.school(identity.urn)}>
                    {identity.name}
                  </a>
                  <br />
                  <a
                    class="govuk-link app-remove app-no-print"
                    href={paths.compare(schools.map((one) => one.identity.urn).filter((urn) => urn !== identity.urn))}
                  >
                    Remove<span class="govuk-visually-hidden"> {identity.name}</span>
                  </a>
                </>
              ),
            })),
          ]}
          rows={[
            factRow('Area', schools, ({ identity }) => identity.laName),
            factRow('Phase', schools, ({ identity }) => identity.phase),
            factRow(
              'Responsible body',
              schools,
              ({ identity, groups }) => responsibleBody(identity, groups) ?? <Missing reason={NO_RECORD} />,
            ),
            factRow('Last graded inspection', schools, (school) => <LastInspection school={school} />),
            ...rows.map(({ measure, year }): TableCell[] => [
              { text: MEASURES[measure].label },
              { text: <span class="app-nowrap">{academicYear(year)}</span> },
              ...schools.map(({ facts, identity }) => ({
                text: (
                  <Figure
                    measure={measure}
                    year={year}
                    fact={facts.get(`${measure}:${year}`)}
                    otherwise={isOfOtherPhase(identity, measure) ? OTHER_PHASE : NO_RECORD}
                  />
                ),
              })),
            ]),
          ]}
        />
      </ScrollRegion>
      <Sources schools={schools} rows={rows} frame={frame} reasons={reasons} />
    </>
  );
}

function factRow(
  name: string,
  schools: readonly SchoolRecord[],
  text: (school: SchoolRecord) => TableCell['text'],
): TableCell[] {
  return [{ text: name }, { text: '' }, ...schools.map((school) => ({ text: text(school) }))];
}

interface SourcesProps extends TableProps {
  rows: readonly { measure: MeasureCode; year: number }[];
  reasons: Parameters<typeof MissingKey>[0]['reasons'];
}

function Sources({ schools, rows, frame, reasons }: SourcesProps) {
  const imports = new Set(
    rows.flatMap(({ measure, year }) =>
      schools.flatMap(({ facts }) => facts.get(`${measure}:${year}`)?.source.importId ?? []),
    ),
  );
  const files = [...imports].flatMap((id) => frame.files.get(id) ?? []);
  return (
    <p class="app-source">
      Each figure links to its published row. Sources:{' '}
      {files.map((file, index) => (
        <>
          {index > 0 && '; '}
          <a class="govuk-link" href={paths.source(file.id)}>
            {fileWords(file)}
          </a>
        </>
      ))}
      .<MissingKey reasons={reasons} />
    </p>
  );
}

function newestYear(schools: readonly SchoolRecord[], measure: MeasureCode): number | null {
  const years = schools.flatMap(({ facts }) =>
    [...facts].flatMap(([key, fact]) => (key.startsWith(`${measure}:`) && fact.value !== null ? [fact.year] : [])),
  );
  return years.length === 0 ? null : Math.max(...years);
}
