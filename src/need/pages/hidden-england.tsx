import { Table, type TableCell } from '../../govuk/table.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { PLACE_KINDS } from '../../schools/rules/places.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { HiddenByArea, HiddenNational } from '../rules/hidden/hidden-england.ts';
import type { HiddenCounts } from '../rules/hidden/hidden-school.ts';
import { HiddenLimits } from './hidden-limits.tsx';

interface Props {
  /** Null while no register is held. */
  national: HiddenNational | null;
  /** How many schools of each area are likely behind; null for those who may not read it. */
  areas: readonly HiddenByArea[] | null;
}

/** How many schools of which kind of place there are in England, and of how many it can be told; no school is named. */
export function HiddenEnglandPage({ national, areas }: Props) {
  return (
    <Page
      title="For whom the average hides, across England"
      heading="For whom the average hides, across England"
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Need across England', href: paths.needOfEngland() },
      ]}
    >
      {national === null ? (
        <p class="app-lede">Nothing can be told yet: published data is still to be loaded.</p>
      ) : (
        <Counts national={national} areas={areas} />
      )}
    </Page>
  );
}

function Counts({ national, areas }: Props & { national: HiddenNational }) {
  const { asAt, policy, places, references, counts } = national;
  return (
    <>
      <p class="app-lede">
        A school’s average can be good while its disadvantaged pupils are left behind, most easily where they are few:
        in affluent, rural and coastal places. Published data as at {dayText(asAt)}.
      </p>
      <ScrollRegion label="Schools by kind of place">
        <Table
          caption="Open mainstream schools of England by kind of place"
          captionClass="govuk-table__caption--m"
          class="app-table"
          firstCellIsHeader
          head={[
            { text: 'Place and phase' },
            ...['Schools', 'Can be told', 'Likely behind'].map((text): TableCell => ({ text, format: 'numeric' })),
          ]}
          rows={[...PLACE_KINDS, 'any of the three' as const].flatMap((kind) =>
            (['primary', 'secondary'] as const).map((phase) => [
              { text: `${title(kind)}, ${phase}` },
              ...numbers(counts[kind][phase]),
            ]),
          )}
        />
      </ScrollRegion>
      <p class="govuk-body">
        A school can be in a place of more than one kind. The figures are published, but what is said of one school is
        for the service that supports it and for the school itself, so that no school is named here.
      </p>
      {areas === null ? (
        <p class="govuk-body">
          Those who judge need see how many schools each area has when they{' '}
          <a class="govuk-link" href={paths.signIn(paths.hiddenOfEngland())}>
            sign in
          </a>
          .
        </p>
      ) : (
        <ScrollRegion label="Schools in affluent, rural or coastal places, by area">
          <Table
            caption="Schools in affluent, rural or coastal places, by area"
            captionClass="govuk-table__caption--m"
            class="app-table"
            firstCellIsHeader
            head={[
              { text: 'Area' },
              ...['Schools', 'Can be told', 'Likely behind'].map((text): TableCell => ({ text, format: 'numeric' })),
            ]}
            rows={areas.map((area) => [
              {
                text: (
                  <a class="govuk-link" href={paths.hiddenOfArea(area.laCode)}>
                    {area.laName}
                  </a>
                ),
              },
              ...numbers(area),
            ])}
          />
        </ScrollRegion>
      )}
      <HiddenLimits policy={policy} places={places} references={references} />
    </>
  );
}

function numbers({ schools, told, behind }: HiddenCounts): TableCell[] {
  const cells = [schools, told, told === 0 ? 'not known' : behind];
  return cells.map((cell): TableCell => ({
    text: typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell,
    format: 'numeric',
  }));
}

function title(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
