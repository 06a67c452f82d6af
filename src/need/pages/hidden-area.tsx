import { Button } from '../../govuk/button.tsx';
import { Details } from '../../govuk/details.tsx';
import { Select } from '../../govuk/select.tsx';
import { PLACE_KINDS, type PlaceKind } from '../../schools/rules/places.ts';
import { dayText } from '../../schools/rules/figure-words.ts';
import type { AreaGeometry } from '../../web/charts/geometry.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import type { HiddenOfSchools } from '../rules/hidden/hidden-england.ts';
import { hiddenList } from '../rules/hidden/hidden-school.ts';
import { kindWords } from '../rules/hidden/hidden-words.ts';
import { HiddenLimits } from './hidden-limits.tsx';
import { HiddenMap } from './hidden-map.tsx';
import { ToldTable, UntoldTable } from './hidden-table.tsx';

interface HiddenAreaPageProps {
  area: { code: number; name: string };
  /** Null where no map of the area is held. */
  boundary: AreaGeometry | null;
  /** Null while no register is held. */
  hidden: HiddenOfSchools | null;
  /** Which kind of place is asked for; all of them without it. */
  kind: PlaceKind | undefined;
}

/** The schools of an area's affluent, rural and coastal places where disadvantaged pupils are behind while the average may not show it. */
export function HiddenAreaPage(props: HiddenAreaPageProps) {
  const { area } = props;
  return (
    <Page
      title={`${area.name}: for whom the average hides`}
      caption="Need for help"
      wide
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: area.name, href: paths.area(area.code) },
        { text: 'Need for help', href: paths.needOfArea(area.code) },
      ]}
    >
      {props.hidden === null ? (
        <p class="app-lede">Nothing can be told yet: published data is still to be loaded.</p>
      ) : (
        <Listed {...props} hidden={props.hidden} />
      )}
    </Page>
  );
}

function Listed({ area, boundary, hidden, kind }: HiddenAreaPageProps & { hidden: HiddenOfSchools }) {
  const { policy, places, references, schools, asAt } = hidden;
  const list = hiddenList(schools, kind);
  const { behind, notBehind, untold } = list;
  const told = behind.length + notBehind.length;
  const all = told + untold.length;
  return (
    <>
      <p class="app-lede">
        {all} of {schools.length} schools are in {kindWords(kind)} places. Of {told} of them it can be told how
        disadvantaged pupils do; in {behind.length} they are likely behind. Published data as at {dayText(asAt)}.
      </p>
      <form class="app-filters" method="get" action={paths.hiddenOfArea(area.code)}>
        <Select
          name="kind"
          label={{ text: 'Kind of place' }}
          value={kind ?? ''}
          items={[{ text: 'All', value: '' }, ...PLACE_KINDS.map((one) => ({ text: title(one), value: one }))]}
        />
        <Button class="govuk-button--secondary">Show</Button>
      </form>
      {all > 0 && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={paths.hiddenOfAreaCsv(area.code, { kind })}>
            Download the list as CSV
          </a>
        </p>
      )}
      <h2 class="govuk-heading-l">Disadvantaged pupils are likely behind</h2>
      {behind.length === 0 ? (
        <p class="govuk-body">
          {told === 0
            ? 'Of no school here can it be told.'
            : 'In no school here do the figures clearly say so. That is not to say that all is well: few pupils stand behind each.'}
        </p>
      ) : (
        <ToldTable
          caption="Schools where disadvantaged pupils are likely behind"
          schools={behind}
          policy={policy}
          references={references}
        />
      )}
      {all > 0 && boundary !== null && <HiddenMap name={area.name} boundary={boundary} list={list} />}
      {notBehind.length > 0 && (
        <>
          <h2 class="govuk-heading-l">Looked at, and not clearly behind</h2>
          <Details
            summaryText={`${notBehind.length} ${notBehind.length === 1 ? 'school' : 'schools'}`}
            open={notBehind.length <= 10}
          >
            <ToldTable
              caption="Schools where disadvantaged pupils are not clearly behind"
              schools={notBehind}
              policy={policy}
              references={references}
            />
          </Details>
        </>
      )}
      {untold.length > 0 && (
        <>
          <h2 class="govuk-heading-l">Cannot be told</h2>
          <p class="govuk-body">
            Nothing is said of these {untold.length} schools, neither good nor bad. The share of pupils who were
            eligible for free school meals says how many it would be about.
          </p>
          <Details
            summaryText={`${untold.length} ${untold.length === 1 ? 'school' : 'schools'}`}
            open={untold.length <= 10}
          >
            <UntoldTable caption="Schools of which nothing can be told" schools={untold} />
          </Details>
        </>
      )}
      <HiddenLimits policy={policy} places={places} references={references} />
    </>
  );
}

function title(kind: PlaceKind): string {
  return kind.slice(0, 1).toUpperCase() + kind.slice(1);
}
