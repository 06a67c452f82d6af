import { InsetText } from '../../govuk/inset-text.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import type { AreaHeads } from '../rules/headship/area-heads.ts';
import { dayText } from '../rules/figure-words.ts';
import type { HeadshipCorrection } from '../rules/headship/correction.ts';
import type { PlaceTurnover } from '../rules/headship/place-turnover.ts';
import { countWords, rateWords } from '../rules/headship/turnover-words.ts';
import { type AreaSummary, schoolCount } from '../rules/national-frame.ts';
import { HeadChanges } from './head-changes.tsx';
import { HeadsNow } from './heads-now.tsx';
import { TurnoverChart } from './turnover-chart.tsx';
import { TurnoverTable } from './turnover-table.tsx';

interface AreaHeadsPageProps {
  area: AreaSummary;
  heads: AreaHeads;
  england: PlaceTurnover;
  /** What the reader's organisation says of these changes. */
  corrections: readonly HeadshipCorrection[];
}

/** More than this a page does not show at once; the file has all. */
const MOST_SHOWN = 100;

/** Heads of an area: how often they change beside England, who is new, and which posts are vacant or held for a time. */
export function AreaHeadsPage({ area, heads, england, corrections }: AreaHeadsPageProps) {
  const { turnover, changes, now } = heads;
  return (
    <Page
      title={`Headteachers: ${area.name}`}
      caption={area.region}
      wide
      noindex
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Areas', href: paths.areas() },
        { text: area.name, href: paths.area(area.laCode) },
      ]}
    >
      {turnover.schools === 0 ? (
        <NothingToCompare area={area} turnover={turnover} />
      ) : (
        <>
          <p class="app-lede">
            {rateWords(turnover.turnover)} changes of head in a hundred school years; England{' '}
            {rateWords(england.turnover)}.
          </p>
          <h2 class="govuk-heading-m">How often heads change</h2>
          <div class="app-columns app-columns--even">
            <TurnoverChart name={area.name} area={turnover} england={england} />
            <div>
              <RestsOn area={area} turnover={turnover} />
              <p class="app-source">
                The range in brackets is what chance alone leaves possible, in 19 of 20 cases. A stretch between two
                extracts counts one change at most, so a long one understates; heads change in September, so a stretch
                of one season says little of a year.
              </p>
            </div>
          </div>
          <TurnoverTable area={turnover} england={england} />
          <p class="govuk-body app-no-print">
            <a class="govuk-link" href={paths.headsOfEngland()}>
              All areas by turnover
            </a>
          </p>
        </>
      )}
      <h2 class="govuk-heading-m" id="now">
        Vacant, acting, interim and executive
      </h2>
      {turnover.days.length === 0 ? (
        <p class="govuk-body">No extract held names a head here.</p>
      ) : (
        <HeadsNow now={now} />
      )}
      {changes.length > 0 && (
        <>
          <h2 class="govuk-heading-m" id="changes">
            Changes
          </h2>
          {changes.length > MOST_SHOWN && (
            <p class="govuk-body">
              The newest {MOST_SHOWN} of {changes.length.toLocaleString('en-GB')}; the file has all of them.
            </p>
          )}
          <HeadChanges changes={changes.slice(0, MOST_SHOWN)} corrections={corrections} />
          <p class="govuk-body app-no-print">
            <a class="govuk-link" href={paths.areaHeadsCsv(area.laCode)} download>
              Download the changes (CSV)
            </a>
          </p>
          <p class="app-source">
            People are told apart by name alone: this is not evidence about a person. Names are as the Department
            publishes them. Corrections of your organisation stand beside the published text and change no count.
          </p>
        </>
      )}
    </Page>
  );
}

function RestsOn({ area, turnover: { days, schools, once } }: { area: AreaSummary; turnover: PlaceTurnover }) {
  return (
    <p class="govuk-body">
      From {countWords(days.length, 'dated extract')}, {dayText(days[0]!)} to {dayText(days.at(-1)!)}:{' '}
      {countWords(schools, 'school')} of which two or more tell. {countWords(once, 'school')} seen in only one{' '}
      {once === 1 ? 'is' : 'are'} not counted. The area has {countWords(schoolCount(area), 'open mainstream school')}{' '}
      now; some of the extracts hold academies only.
    </p>
  );
}

function NothingToCompare({ area, turnover: { days, once } }: { area: AreaSummary; turnover: PlaceTurnover }) {
  const [only] = days;
  return (
    <InsetText>
      How often heads change cannot be told yet: it takes two dated extracts of the same schools.{' '}
      {only === undefined
        ? `None is held that names a head in ${area.name}.`
        : `Held: ${days.map((day) => dayText(day)).join(', ')}, naming heads of ${countWords(once, 'school')} once each.`}{' '}
      A further extract of the register, also an older one, is loaded with bin/alongside import.
    </InsetText>
  );
}
