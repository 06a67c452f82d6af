import type { ComponentChildren } from 'preact';
import { Button } from '../../govuk/button.tsx';
import { Input } from '../../govuk/input.tsx';
import type { Category } from '../../need/rules/need-policy.ts';
import { dayInWords } from '../../opendata/rules/london-time.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';

export interface HomeProps {
  areas: readonly { code: number; name: string }[];
  /** Schools of England in each category. */
  counts: Readonly<Record<Category, number>>;
  /** Day that the register is as at; null before anything is loaded. */
  asAt: string | null;
  /** For who is signed in and acts in a role: the name of the organisation. */
  actingFor?: string | null;
}

/** Where a newcomer starts: choose an area or look for a school. */
export function HomePage({ areas, counts, asAt, actingFor = null }: HomeProps) {
  const inNeed = counts.C + counts.D;
  const schools = counts.A + counts.B + inNeed;
  return (
    <Page title="Who should work alongside whom" heading={null}>
      <div class="app-hero">
        <h1 class="govuk-heading-xl">Who should work alongside whom</h1>
        <p class="app-lede">
          Which schools need help first and why, which heads nearby are best placed to help each, and the plan that
          joins them, with its proof. From published data, for any area of England.
        </p>
        <form class="app-search" action={paths.search()} method="get">
          <Input
            id="q"
            name="q"
            type="search"
            label={{ text: 'Find a school by name, town, postcode or URN' }}
            autocomplete="off"
          />
          <Button>Search</Button>
        </form>
      </div>
      {actingFor !== null && (
        <section class="app-panel" aria-labelledby="own-work">
          <h2 class="govuk-heading-m" id="own-work">
            {actingFor}
          </h2>
          <p class="govuk-body">
            <a class="govuk-link" href={paths.myWork()}>
              My work: what needs you now, and the pages for your role
            </a>
          </p>
        </section>
      )}
      <ul class="app-cards">
        <Card title="Plan for an area" href={paths.plan()}>
          Every pair with its reasons, every school left out with its why, and how far the plan is from the best there
          is.
        </Card>
        <Card title="Areas" href={paths.areas()}>
          {areas.length} local authority areas, each with a map and a table of its schools.
        </Card>
        <Card title="News" href={paths.news()}>
          What newly published data says otherwise than before: heads, inspections, results, rolls, trusts.
        </Card>
        <Card title="Need in England" href={paths.needOfEngland()}>
          {inNeed.toLocaleString('en-GB')} of {schools.toLocaleString('en-GB')} schools are in category C or D, and the
          policy that says so in plain words.
        </Card>
        <Card title="England by area" href={paths.england()}>
          Results, attendance and context of every area, on a map and in a table that sorts.
        </Card>
        <Card title="Schools side by side" href={paths.compare()}>
          Up to four schools, figure by figure, each with its source.
        </Card>
      </ul>
      <ResultsNotice />
      <p class="govuk-body">
        A person decides: this service ranks, proposes and explains. Every number can be followed to the published row
        it came from: see{' '}
        <a class="govuk-link" href={paths.sources()}>
          what it stands on
        </a>
        {asAt === null ? '' : ` (register as at ${dayInWords(asAt)})`}.
      </p>
    </Page>
  );
}

function Card({ title, href, children }: { title: string; href: string; children: ComponentChildren }) {
  return (
    <li class="app-card">
      <h2 class="govuk-heading-m">
        <a class="govuk-link" href={href}>
          {title}
        </a>
      </h2>
      <p class="govuk-body">{children}</p>
    </li>
  );
}
