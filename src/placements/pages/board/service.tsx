import { halfDaysInWords } from '../../../calendar/half-days.ts';
import { InsetText } from '../../../govuk/inset-text.tsx';
import { Table } from '../../../govuk/table.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { CapacityLine, NeedLine } from '../../rules/board/service.ts';

interface ServicePageProps {
  organisation: { id: string; name: string };
  /** Null where the service judges no need: a hub, or one whose schools are not assessed. */
  need: readonly NeedLine[] | null;
  capacity: readonly CapacityLine[];
  /** "autumn term 2026-27". */
  term: string;
}

/** A service's placements against what its schools need and what its leaders can give. */
export function ServicePlacementsPage({ organisation, need, capacity, term }: ServicePageProps) {
  const without = need?.filter(({ category }) => category === 'C' || category === 'D') ?? [];
  const left = without.reduce((sum, line) => sum + line.without, 0);
  const offered = capacity.reduce((sum, line) => sum + line.offered, 0);
  const promised = capacity.reduce((sum, line) => sum + line.promised, 0);
  return (
    <Page
      title={`Need, capacity and placements: ${organisation.name}`}
      heading="Placements against need and capacity"
      caption={organisation.name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Placements', href: paths.placements(organisation.id) },
      ]}
    >
      <p class="app-lede">
        {need === null ? '' : `${counted(left, 'school')} in category C or D without a placement. `}
        {capacity.length === 0
          ? 'The register holds no leaders.'
          : `${halfDaysInWords(promised)} promised of ${halfDaysInWords(offered)} offered in the ${term}.`}
      </p>
      <h2 class="govuk-heading-m">By category of need</h2>
      {need === null || need.length === 0 ? (
        <InsetText>No school of this service is assessed, so there is nothing to set the placements against.</InsetText>
      ) : (
        <ScrollRegion label="Placements by category of need">
          <Table
            caption="Schools of each category, as your service decided it"
            class="app-table"
            head={[
              { text: 'Category' },
              { text: 'Schools', format: 'numeric' },
              { text: 'Being helped', format: 'numeric' },
              { text: 'Help coming', format: 'numeric' },
              { text: 'Without', format: 'numeric' },
              { text: 'Days planned', format: 'numeric' },
            ]}
            rows={need.map((line) => [
              { text: line.category },
              numeric(line.schools),
              numeric(line.helped),
              numeric(line.coming),
              numeric(line.without),
              { text: halfDaysInWords(line.halfDays), format: 'numeric' },
            ])}
          />
        </ScrollRegion>
      )}
      <h2 class="govuk-heading-m">By partnership</h2>
      {capacity.length === 0 ? (
        <InsetText>The register of leaders is empty.</InsetText>
      ) : (
        <ScrollRegion label="Days by partnership">
          <Table
            caption={`Days of leaders in the ${term}`}
            class="app-table"
            head={[
              { text: 'Partnership' },
              { text: 'Leaders', format: 'numeric' },
              { text: 'Offered', format: 'numeric' },
              { text: 'Promised', format: 'numeric' },
              { text: 'Used', format: 'numeric' },
              { text: 'Placements under way', format: 'numeric' },
            ]}
            rows={capacity.map((line) => [
              { text: line.partnership ?? 'In no partnership' },
              { text: leadersText(line), format: 'numeric' },
              { text: halfDaysInWords(line.offered), format: 'numeric' },
              { text: halfDaysInWords(line.promised), format: 'numeric' },
              { text: halfDaysInWords(line.used), format: 'numeric' },
              numeric(line.placements),
            ])}
          />
        </ScrollRegion>
      )}
    </Page>
  );
}

function leadersText({ leaders, silent }: CapacityLine): string {
  return silent === 0 ? String(leaders) : `${leaders} (${silent} said nothing)`;
}

function numeric(number: number) {
  return { text: String(number), format: 'numeric' as const };
}

function counted(number: number, one: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : `${one}s`}`;
}
