import { Button } from '../../govuk/button.tsx';
import { Details } from '../../govuk/details.tsx';
import { Select } from '../../govuk/select.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';
import type { Neighbour } from '../rules/neighbour.ts';
import type { PublishedNeighbours } from '../rules/published-neighbours.ts';
import type { SimilarPolicy } from '../rules/similar-policy.ts';
import { LikenessExplained } from './likeness-explained.tsx';
import { NeighbourCard } from './neighbour-card.tsx';
import { NeighboursTable } from './neighbours-table.tsx';
import { PublishedList } from './published-list.tsx';

interface SimilarPageProps {
  school: { urn: number; name: string; laCode: number; laName: string };
  /** Most similar first: as many as nearby schools were looked for among. */
  neighbours: readonly Neighbour[];
  nearbyAndBetter: readonly Neighbour[];
  policy: SimilarPolicy;
  asAt: string;
  /** How many of the neighbours to list. */
  k: number;
  /** How far is nearby, in kilometres. */
  km: number;
  /** The Department's own lists that have the school. */
  published: readonly PublishedNeighbours[];
}

const COUNTS = [10, 20, 30, 40, 60];
const DISTANCES = [5, 10, 15, 25, 50, 100];
const MOST_CARDS = 6;

/** The schools most like one school, first those nearby that did better, each with both values of every figure. */
export function SimilarPage(props: SimilarPageProps) {
  const { school, neighbours, nearbyAndBetter, policy, k } = props;
  return (
    <Page
      title={`${school.name}: similar schools`}
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
      {neighbours.length === 0 ? (
        <p class="app-lede">
          Too little is published of this school's context to say which schools are like it: at least{' '}
          {policy.fewestSharedFeatures} of {policy.features.length} figures are needed.
        </p>
      ) : (
        <>
          <p class="app-lede">
            Schools anywhere in England whose pupils and neighbourhood are most like this school's, and which of them
            did better on the last results. Published data as at {dayText(props.asAt)}.
          </p>
          <ResultsNotice />
          <Choice {...props} />
          <NearbyAndBetter {...props} />
          <h2 class="govuk-heading-l">The {Math.min(k, neighbours.length)} most similar schools</h2>
          <NeighboursTable
            own={school}
            neighbours={neighbours.slice(0, k)}
            marked={new Set(nearbyAndBetter.map(({ urn }) => urn))}
            policy={policy}
          />
          <p class="app-source">
            Results link to the line they were published in; every other figure is on the page of its school with its
            own source. Distances are straight lines between the schools' published places.
          </p>
        </>
      )}
      <PublishedList lists={props.published} listed={neighbours.slice(0, k)} />
      <LikenessExplained policy={policy} />
    </Page>
  );
}

function Choice({ school, k, km }: SimilarPageProps) {
  return (
    <form class="app-filters" method="get" action={paths.similarSchools(school.urn)}>
      <Select
        name="k"
        label={{ text: 'Schools to list' }}
        value={k}
        items={choices(COUNTS, k).map((count) => ({ text: `${count}`, value: count }))}
      />
      <Select
        name="km"
        label={{ text: 'Nearby means within' }}
        value={km}
        items={choices(DISTANCES, km).map((distance) => ({ text: `${distance} km`, value: distance }))}
      />
      <Button class="govuk-button--secondary">Show</Button>
    </form>
  );
}

// What was asked for by address alone stands in the list too, so that the form says what the page shows.
function choices(usual: readonly number[], chosen: number): number[] {
  return [...new Set([...usual, chosen])].toSorted((a, b) => a - b);
}

function NearbyAndBetter(props: SimilarPageProps) {
  return (
    <section aria-labelledby="nearby">
      <h2 class="govuk-heading-l" id="nearby">
        Similar, nearby and doing better
      </h2>
      {hasResults(props) ? <Found {...props} /> : <NothingToCompare />}
    </section>
  );
}

/** Whether the school itself has any of the results on which others are set beside it. */
function hasResults({ neighbours }: SimilarPageProps): boolean {
  return neighbours.some(({ better: { rows } }) => rows.some(({ own }) => own !== null));
}

function NothingToCompare() {
  return (
    <p class="govuk-body">
      None of the last results is published for this school under its present number, so nobody can be said to do
      better.
    </p>
  );
}

function Found({ school, neighbours, nearbyAndBetter, policy, k, km }: SimilarPageProps) {
  const [shown, more] = [nearbyAndBetter.slice(0, MOST_CARDS), nearbyAndBetter.slice(MOST_CARDS)];
  const among = `the ${neighbours.length.toLocaleString('en-GB')} most similar schools`;
  const wider = DISTANCES.find((distance) => distance > km);
  if (shown.length === 0) {
    return (
      <p class="govuk-body">
        Of {among}, none within {km} km did better on the last results.
        {wider !== undefined && (
          <>
            {' '}
            <a class="govuk-link" href={paths.similarSchools(school.urn, { k, km: wider })}>
              Look within {wider} km
            </a>
          </>
        )}
      </p>
    );
  }
  return (
    <>
      <p class="govuk-body">
        Of {among}, {nearbyAndBetter.length} within {km} km did better on the last results. Better results are no proof
        of better teaching: ask what they do, and whether it would help here.
      </p>
      <ul class="app-cards app-cards--wide">
        {shown.map((neighbour) => (
          <NeighbourCard own={school} neighbour={neighbour} policy={policy} />
        ))}
      </ul>
      {more.length > 0 && <More neighbours={more} />}
    </>
  );
}

function More({ neighbours }: { neighbours: readonly Neighbour[] }) {
  return (
    <Details summaryText={`${neighbours.length} more, less similar`}>
      <ul class="govuk-list govuk-list--bullet">
        {neighbours.map(({ urn, name, laName, km, rank }) => (
          <li>
            <a class="govuk-link" href={paths.school(urn)}>
              {name}
            </a>
            , {laName}: {km?.toFixed(1)} km, number {rank} of the most similar
          </li>
        ))}
      </ul>
    </Details>
  );
}
