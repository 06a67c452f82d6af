import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';
import { dayText } from '../rules/figure-words.ts';
import type { AreaProfile } from '../rules/profile/area-profile.ts';
import { averageWords } from '../rules/averages.ts';
import { GapsTable } from './profile/gaps-table.tsx';
import { Grades } from './profile/grades.tsx';
import { GroupsTable } from './profile/groups-table.tsx';
import { MeasureChart } from './profile/measure-chart.tsx';
import { NewestTable } from './profile/newest-table.tsx';
import { WhatItTakes } from './profile/what-it-takes.tsx';

/** An area at every level beside England, its region and its statistical neighbours, over time. */
export function AreaProfilePage({ profile }: { profile: AreaProfile }) {
  const { area, asAt, sections } = profile;
  return (
    <Page
      title={`${area.name}: profile`}
      caption={area.region}
      heading={`${area.name}: profile`}
      wide
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Areas', href: paths.areas() },
        { text: area.name, href: paths.area(area.laCode) },
      ]}
    >
      <p class="app-lede">
        Achievement at every level beside England, {area.region} and the areas most like it, over the years that are
        published.
      </p>
      <ul class="govuk-list app-choices app-no-print">
        <li>
          <a class="govuk-link" href={paths.areaProfileSummary(area.laCode)}>
            One-page summary to print
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.areaProfileCsv(area.laCode)} download>
            All figures (CSV)
          </a>
        </li>
      </ul>
      <ResultsNotice />
      {sections.map((section) => (
        <Section profile={profile} section={section} />
      ))}
      <h2 class="govuk-heading-m" id="gap">
        Disadvantaged pupils
      </h2>
      <GapsTable profile={profile} />
      <h2 class="govuk-heading-m" id="grades">
        Good or outstanding
      </h2>
      <Grades profile={profile} />
      <h2 class="govuk-heading-m" id="groups">
        By phase and by who answers for the schools
      </h2>
      <GroupsTable profile={profile} caption="By phase" groups={profile.byPhase} />
      <GroupsTable profile={profile} caption="By responsible body" groups={profile.byBody} />
      <h2 class="govuk-heading-m" id="takes">
        What it would take to pass England
      </h2>
      <WhatItTakes profile={profile} />
      <Comparisons profile={profile} />
      <p class="app-source">
        Means over the mainstream schools open on {dayText(asAt)} under the number they had in that year, each a{' '}
        {averageWords(true)} where pupils are known, else a {averageWords(false)}. The Department’s own figures for the
        authority, where they are loaded, are on{' '}
        <a class="govuk-link" href={paths.area(area.laCode)}>
          the area’s page
        </a>
        .
      </p>
    </Page>
  );
}

function Section({ profile, section }: { profile: AreaProfile; section: AreaProfile['sections'][number] }) {
  const { title, rows, notHeld } = section;
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {rows.length > 0 && (
        <>
          <NewestTable profile={profile} caption={`${title}, newest figures`} rows={rows} />
          <div class="app-charts">
            {rows.map((row) => (
              <MeasureChart profile={profile} row={row} />
            ))}
          </div>
        </>
      )}
      {notHeld.length > 0 && (
        <p class="govuk-body">
          Not held here:{' '}
          {notHeld.map(({ what, broughtBy }, i) => (
            <>
              {i > 0 && '; '}
              {what.charAt(0).toLowerCase() + what.slice(1)} (published in “{broughtBy}”)
            </>
          ))}
          .
        </p>
      )}
    </section>
  );
}

/** Which areas stand behind the comparison, and by whose choice. */
function Comparisons({ profile: { area, neighbours } }: { profile: AreaProfile }) {
  return (
    <>
      <h2 class="govuk-heading-m" id="like-it">
        The areas most like {area.name}
      </h2>
      {neighbours.areas.length === 0 ? (
        <p class="govuk-body">No statistical neighbours are published for {area.name}.</p>
      ) : (
        <>
          <ul class="govuk-list govuk-list--bullet">
            {neighbours.areas.map(({ laCode, name }) => (
              <li>
                <a class="govuk-link" href={paths.areaProfile(laCode)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
          <p class="app-source">
            {neighbours.source}. Each counts once in their mean; the region’s mean counts each area by its pupils.
          </p>
        </>
      )}
    </>
  );
}
