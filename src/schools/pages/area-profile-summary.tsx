import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { dayText } from '../rules/figure-words.ts';
import type { AreaProfile } from '../rules/profile/area-profile.ts';
import { goodShare, notCovered } from '../rules/profile/grades-over-time.ts';
import { takesSentence } from '../rules/profile/profile-words.ts';
import { NewestTable } from './profile/newest-table.tsx';

/** An area on one sheet of A4: the newest figure of each measure, grades, and the distance to England. */
export function AreaProfileSummaryPage({ profile }: { profile: AreaProfile }) {
  const { area, asAt, sections, grades, takes, neighbours } = profile;
  const now = grades.area.at(-1);
  const share = now === undefined ? null : goodShare(now);
  const england = grades.england.at(-1);
  const englandShare = england === undefined ? null : goodShare(england);
  return (
    <Page
      title={`${area.name}: summary`}
      caption={area.region}
      heading={`${area.name} at a glance`}
      wide
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Areas', href: paths.areas() },
        { text: area.name, href: paths.area(area.laCode) },
        { text: 'Profile', href: paths.areaProfile(area.laCode) },
      ]}
    >
      <div class="app-sheet">
        <p class="govuk-body">
          {area.schools.primary} primary and {area.schools.secondary} secondary or all-through schools on{' '}
          {dayText(asAt)}.{' '}
          {now !== undefined && share !== null && (
            <>
              {Math.round(share)}% of the graded were good or outstanding
              {englandShare !== null && ` (England ${Math.round(englandShare)}%)`}; {notCovered(now)} schools are not
              covered by that.
            </>
          )}
        </p>
        <NewestTable compact profile={profile} caption="Newest figures" rows={sections.flatMap(({ rows }) => rows)} />
        {takes.length > 0 && (
          <>
            <h2 class="govuk-heading-s">What it would take to pass England</h2>
            <ul class="govuk-list govuk-list--bullet">
              {takes.slice(0, 2).map((one) => (
                <li>{takesSentence(area.name, one)}</li>
              ))}
            </ul>
          </>
        )}
        <p class="app-source">
          Statistical neighbours:{' '}
          {neighbours.areas.length === 0 ? 'none published' : neighbours.areas.map(({ name }) => name).join(', ')}.
          Means over mainstream schools, by pupils where their number is known.
        </p>
      </div>
    </Page>
  );
}
