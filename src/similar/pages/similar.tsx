import { ErrorSummary } from '../../govuk/error-summary.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import type { AreaGeometry } from '../../web/charts/geometry.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';
import type { DoingBetter } from '../rules/better-school.ts';
import type { DoingBetterPolicy } from '../rules/doing-better.ts';
import { CONTEXT_SET, type FeatureSet, type OwnFeaturesPolicy } from '../rules/feature-set.ts';
import type { Neighbour } from '../rules/neighbour.ts';
import type { PublishedNeighbours } from '../rules/published-neighbours.ts';
import { filterWords, type SchoolFilter } from '../rules/school-filter.ts';
import type { SimilarPolicy } from '../rules/similar-policy.ts';
import { choiceQuery, type SimilarChoice } from '../schema/similar-choice.ts';
import { ChoiceForm } from './choice-form.tsx';
import { DoingBetterSection } from './doing-better.tsx';
import type { FilterPlaces } from './filter-fields.tsx';
import { LikenessExplained } from './likeness-explained.tsx';
import { NeighboursTable } from './neighbours-table.tsx';
import { PublishedList } from './published-list.tsx';
import { SimilarMap } from './similar-map.tsx';

export interface SimilarPageProps {
  school: { urn: number; name: string; laCode: number; laName: string };
  /** Most similar first: as many as are listed. */
  neighbours: readonly Neighbour[];
  passing: number;
  doingBetter: DoingBetter;
  places: ReadonlyMap<number, { easting: number; northing: number }>;
  policy: SimilarPolicy;
  set: FeatureSet;
  filter: SchoolFilter;
  asAt: string;
  rule: DoingBetterPolicy;
  sets: readonly FeatureSet[];
  own: OwnFeaturesPolicy;
  filterPlaces: FilterPlaces;
  choice: SimilarChoice;
  /** How many of the neighbours to list. */
  k: number;
  /** The Department's own lists that have the school. */
  published: readonly PublishedNeighbours[];
  /** England with its local authorities; null where no boundaries are held. */
  england: AreaGeometry | null;
  /** An own set without a single weight: what is shown is the default set. */
  hasNoWeight: boolean;
}

/** The schools most like one school by the set that the reader chose, first those nearby that do better, each with both values of every figure. */
export function SimilarPage(props: SimilarPageProps) {
  const { school, neighbours, doingBetter, policy, set, choice, k, hasNoWeight } = props;
  return (
    <Page
      title={`${hasNoWeight ? 'Error: ' : ''}${school.name}: similar schools`}
      caption="Similar schools"
      heading={school.name}
      wide
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Areas', href: paths.areas() },
        { text: school.laName, href: paths.area(school.laCode) },
        { text: school.name, href: paths.school(school.urn) },
      ]}
    >
      {hasNoWeight && (
        <ErrorSummary
          titleText="There is a problem"
          errorList={[{ text: 'Give one feature of your own set a weight of 1 or more', href: '#set' }]}
        />
      )}
      <p class="app-lede">
        Schools anywhere in England that are most like this one by what they are compared on, and which of them do
        better. Published data as at {dayText(props.asAt)}.
      </p>
      <ChoiceForm
        urn={school.urn}
        choice={choice}
        k={k}
        km={policy.nearbyKm}
        sets={props.sets}
        own={props.own}
        places={props.filterPlaces}
        doingBetter={doingBetter}
      />
      {neighbours.length === 0 ? (
        <Nobody {...props} />
      ) : (
        <>
          <ResultsNotice />
          <DoingBetterSection {...props} />
          <Listed {...props} />
        </>
      )}
      <PublishedList lists={props.published} listed={neighbours} />
      <LikenessExplained set={set} policy={policy} rule={props.rule} />
    </Page>
  );
}

function Nobody({ school, filter, passing, set }: SimilarPageProps) {
  return passing === 0 && Object.keys(filter).length > 0 ? (
    <p class="govuk-body">
      No school passes all of these: {filterWords(filter).join(', ')}.{' '}
      <a class="govuk-link" href={paths.similarSchools(school.urn)}>
        Look among all schools
      </a>
    </p>
  ) : (
    <p class="govuk-body">
      Too little is published of this school's context to say which schools are like it by “{set.title}”: at least{' '}
      {set.fewestSharedFeatures} of {set.features.length} figures are needed.
    </p>
  );
}

function Listed(props: SimilarPageProps) {
  const { school, neighbours, doingBetter, policy, set, filter, passing, choice, england } = props;
  const listed =
    choice.sort === 'distance'
      ? neighbours.toSorted((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity) || a.rank - b.rank)
      : neighbours;
  const area = props.filterPlaces.areas.find(({ code }) => code === filter.area)?.name;
  const parts = filterWords(filter, { area });
  return (
    <>
      <h2 class="govuk-heading-l">
        The {neighbours.length} most similar schools
        {set.set !== CONTEXT_SET && <span class="govuk-caption-m">{set.title}</span>}
      </h2>
      <p class="govuk-body">
        {parts.length > 0 &&
          `Among the ${passing.toLocaleString('en-GB')} schools of its phase that are ${parts.join(', ')}. `}
        The difference in context is nought between schools alike in all that is compared.{' '}
        <a class="govuk-link app-no-print" href={paths.similarSchoolsCsv(school.urn, choiceQuery(choice))}>
          Download the list as a file (CSV)
        </a>
      </p>
      <NeighboursTable
        own={school}
        neighbours={listed}
        marked={new Set(doingBetter.schools.map(({ urn }) => urn))}
        policy={policy}
        sort={choice.sort}
        regionFirst={set.prefer !== null}
        sortHref={(sort) => paths.similarSchools(school.urn, choiceQuery({ ...choice, sort }))}
      />
      <p class="app-source">
        Results link to the line they were published in; every other figure is on the page of its school with its own
        source. Distances are straight lines between the schools' published places.
      </p>
      {england !== null && (
        <SimilarMap school={school} neighbours={neighbours} places={props.places} boundary={england} />
      )}
    </>
  );
}
