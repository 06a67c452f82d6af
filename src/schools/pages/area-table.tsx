import { Table, type TableCell } from '../../govuk/table.tsx';
import { Tag } from '../../govuk/tag.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { AreaExtras } from '../rules/area-extras.ts';
import { headline, type HeadlineYears, isOfOtherPhase, type SortKey } from '../rules/area-table.ts';
import { academicYear, type SchoolFacts } from '../rules/facts.ts';
import { figureText, noNumberOf, NO_RECORD, OTHER_PHASE, type NoNumber } from '../rules/figure-words.ts';
import { outcomeWords } from '../rules/inspections/scheme-words.ts';
import { HEADLINE_MEASURES, type HeadlineMeasure, SHORT_LABELS } from '../rules/school-sections.ts';
import type { AreaInput } from '../schema.ts';
import { Missing } from './figure.tsx';
import { MissingKey } from './missing-key.tsx';
import { sortHeader } from './sort-header.tsx';

interface AreaTableProps {
  laCode: number;
  name: string;
  /** In the order to show. */
  schools: readonly SchoolFacts[];
  years: HeadlineYears;
  input: AreaInput;
  extras: AreaExtras | null;
}

/** Every school of an area with its headline figures; each head of a column sorts by it. */
export function AreaTable({ laCode, name, schools, years, input, extras }: AreaTableProps) {
  const measures = HEADLINE_MEASURES.filter((measure) => years.has(measure) && isOfPhase(measure, input.phase));
  const header = (key: SortKey, text: string, more: { detail?: string; numeric?: boolean } = {}) => {
    const sorted = input.sort === key ? input.dir : null;
    // Figures are first sorted from the highest, words from the first letter.
    const dir = sorted === null ? (more.numeric ? 'desc' : 'asc') : sorted === 'asc' ? 'desc' : 'asc';
    return sortHeader({
      text,
      ...more,
      sorted,
      href: `${paths.area(laCode, { phase: input.phase, sort: key, dir })}#schools`,
    });
  };
  const reasons = schools.flatMap((school) => measures.flatMap((measure) => reasonOf(school, measure, years) ?? []));
  return (
    <>
      <ScrollRegion label={`Schools in ${name}`}>
        <Table
          class="app-table"
          caption={`Schools in ${name}, by ${input.sort === 'name' ? 'name' : 'the chosen column'}`}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            header('name', 'School'),
            header('phase', 'Phase'),
            ...(extras ? [{ text: 'Need' }] : []),
            ...measures.map((measure) =>
              header(measure, SHORT_LABELS[measure], { detail: academicYear(years.get(measure)!), numeric: true }),
            ),
            header('inspected', 'Last inspection'),
            header('trust', 'Trust'),
          ]}
          rows={schools.map((school) => [
            {
              text: (
                <a class="govuk-link" href={paths.school(school.urn)}>
                  {school.name}
                </a>
              ),
            },
            { text: school.phase },
            ...(extras ? [{ text: <Category school={school} extras={extras} /> }] : []),
            ...measures.map((measure) => figureCell(school, measure, years)),
            { text: <LastInspection school={school} /> },
            { text: school.trustName ?? (school.academy ? <Missing reason={NO_RECORD} /> : 'Maintained') },
          ])}
        />
      </ScrollRegion>
      <p class="app-source">
        The page of each school links its figures to their published rows.
        <MissingKey reasons={reasons} />
      </p>
    </>
  );
}

function isOfPhase(measure: HeadlineMeasure, phase: AreaInput['phase']): boolean {
  if (measure === 'ks2_rwm_expected') return phase !== 'secondary';
  return measure !== 'ks4_progress8' || phase !== 'primary';
}

function reasonOf(school: SchoolFacts, measure: HeadlineMeasure, years: HeadlineYears): NoNumber | null {
  const fact = headline(school, measure, years);
  return fact === undefined && isOfOtherPhase(school, measure) ? OTHER_PHASE : noNumberOf(fact);
}

function figureCell(school: SchoolFacts, measure: HeadlineMeasure, years: HeadlineYears): TableCell {
  const value = headline(school, measure, years)?.value ?? null;
  const text =
    value === null ? <Missing reason={reasonOf(school, measure, years) ?? NO_RECORD} /> : figureText(value, measure);
  return { text, format: 'numeric' };
}

function Category({ school, extras }: { school: SchoolFacts; extras: AreaExtras }) {
  const category = extras.get(school.urn)?.category;
  if (category === undefined) return <span class="app-missing">not judged</span>;
  return (
    <a class="govuk-link govuk-link--no-underline" href={paths.need(school.urn)}>
      <Tag class={`app-category--${category.toLowerCase()}`}>{category}</Tag>
      <span class="govuk-visually-hidden">: why {school.name} is in this category</span>
    </a>
  );
}

function LastInspection({ school }: { school: SchoolFacts }) {
  const last = school.inspections[0];
  if (last === undefined) return <Missing reason={NO_RECORD} />;
  return (
    <>
      {outcomeWords(last)}
      <br />
      <small>
        <time datetime={last.inspectedOn}>{monthText(last.inspectedOn)}</time>
      </small>
    </>
  );
}

function monthText(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(iso));
}
