import { Table } from '../../govuk/table.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { type EligibilityDefinition, inForceOn } from '../rules/eligibility/definition.ts';
import { found, type PartCounts } from '../rules/eligibility/tally.ts';

interface DefinitionsPageProps {
  /** The newest first. */
  definitions: readonly EligibilityDefinition[];
  /** Counts over England by the definition's id; null before published data is loaded. */
  parts: ReadonlyMap<string, readonly PartCounts[]> | null;
  /** ISO day of the register; null before one is loaded. */
  asAt: string | null;
  /** ISO day on which the page is read. */
  today: string;
}

/** Every definition of the Department's that a school can meet, with the time for which it was in force and its counts. */
export function DefinitionsPage({ definitions, parts, asAt, today }: DefinitionsPageProps) {
  return (
    <Page
      title="Definitions of schools that need help"
      heading="The Department’s definitions of schools that need help"
      wide
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Need across England', href: paths.needOfEngland() },
      ]}
    >
      <p class="app-lede">
        Each of these was, or is, the Department for Education’s own rule for which schools may get support or
        intervention, from one day to another. A school meets a definition or it does not; where the published figures
        do not tell, it is said that it cannot be told.
      </p>
      <p class="govuk-body">
        They are not how a category of need is worked out here.{' '}
        <a class="govuk-link" href={`${paths.needOfEngland()}#policy`}>
          How a school gets its category
        </a>
      </p>
      <ScrollRegion label="Definitions, the newest first">
        <Table
          caption="Definitions, the newest first"
          captionClass="govuk-table__caption--m"
          class="app-table"
          firstCellIsHeader
          head={[
            { text: 'Definition' },
            { text: 'From' },
            { text: 'Until' },
            { text: 'In force' },
            { text: 'Schools' },
            { text: 'Meet it', format: 'numeric' },
            { text: 'Do not', format: 'numeric' },
            { text: 'Cannot be told', format: 'numeric' },
          ]}
          rows={definitions.map((definition) => row(definition, parts?.get(definition.id) ?? [], today))}
        />
      </ScrollRegion>
      {asAt !== null && (
        <p class="app-source">
          Floor standards and coasting by results are counted for every school that had results in that year, of schools
          that closed since too. The others are counted for the mainstream schools open on {dayText(asAt)}, from
          inspections up to that day: for a definition that came later this says how schools would have stood then.
        </p>
      )}
    </Page>
  );
}

function row(definition: EligibilityDefinition, parts: readonly PartCounts[], today: string) {
  const { id, title, validFrom, validTo } = definition;
  const lines = (of: (part: PartCounts) => string) => (
    <>
      {parts.map((part, index) => (
        <>
          {index > 0 && <br />}
          {of(part)}
        </>
      ))}
    </>
  );
  const count = (state: keyof PartCounts['england']['counts']) => ({
    text: lines(({ england }) => england.counts[state].toLocaleString('en-GB')),
    format: 'numeric' as const,
  });
  return [
    {
      text: (
        <a class="govuk-link" href={paths.definition(id)}>
          {title}
        </a>
      ),
    },
    { text: dayText(validFrom) },
    { text: validTo === null ? 'no end set' : dayText(validTo) },
    { text: inForceOn(definition, today) ? 'yes' : 'no' },
    { text: parts.length === 0 ? 'none counted' : lines(({ name }) => name) },
    {
      text: lines((part) => found([part])?.toLocaleString('en-GB') ?? 'none found'),
      format: 'numeric' as const,
    },
    count('does not meet'),
    count('cannot be told'),
  ];
}
