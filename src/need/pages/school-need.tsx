import type { ComponentChildren } from 'preact';
import { InsetText } from '../../govuk/inset-text.tsx';
import type { Phase } from '../../schools/rules/facts.ts';
import { dayText } from '../../schools/rules/figure-words.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';
import type { Assessment, IndicatorResult } from '../rules/assessment.ts';
import type { CategoryPolicy, NeedPolicy } from '../rules/need-policy.ts';
import { CategoryTag } from './category-tag.tsx';
import { Indicator } from './indicator.tsx';
import { PointsLadder } from './points-ladder.tsx';
import type { Files } from './source-links.tsx';

interface SchoolNeedPageProps {
  need: Assessment & { name: string; laCode: number; laName: string; phase: Phase };
  policy: NeedPolicy;
  files: Files;
  /** Registered schools that this one came from. */
  predecessors: readonly { urn: number; name: string; establishedOn: string | null }[];
}

/** Why one school is in its category: every indicator with its numbers and sources, what was missing, and the rules behind. */
export function SchoolNeedPage({ need, policy, files, predecessors }: SchoolNeedPageProps) {
  const { urn, name, laCode, laName, category, indicators, phase } = need;
  const raised = indicators.filter(({ state }) => state === 'raised').toSorted((a, b) => b.points - a.points);
  const clear = indicators.filter(({ state }) => state === 'clear');
  const missing = indicators.filter(({ state }) => state === 'missing');
  const own = policy.categories.find(({ code }) => code === category);
  return (
    <Page
      title={`${name}: need for help`}
      caption="Need for help"
      heading={name}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Areas', href: paths.areas() },
        { text: laName, href: paths.area(laCode) },
        { text: name, href: paths.school(urn) },
      ]}
    >
      <p class="app-lede">
        <CategoryTag category={category} /> {own?.label}
      </p>
      <p class="govuk-body">{need.because}</p>
      <div class="app-columns">
        <div>
          <InsetText class="govuk-!-margin-top-0">
            A person decides; this is a proposal from published data. Somebody who knows the school confirms the
            category or sets another, and says why.
          </InsetText>
          <ResultsNotice />
          <Group
            title="What calls for help"
            results={raised}
            phase={phase}
            files={files}
            none="No indicator is raised."
          />
          <Group
            title="What was not known"
            results={missing}
            phase={phase}
            files={files}
            none="Every indicator could be judged."
          >
            Nothing is scored for what is missing: it is neither a reason for help nor a sign that all is well.
            <Predecessors predecessors={predecessors} />
          </Group>
          <Group
            title="What was looked at and is not raised"
            results={clear}
            phase={phase}
            files={files}
            none="Every indicator that could be judged is raised."
          >
            An indicator is raised only when its line in the policy is crossed, and with enough certainty.
          </Group>
        </div>
        <div class="app-stack">
          <Points need={need} own={own} policy={policy} />
          <Next urn={urn} laCode={laCode} laName={laName} />
          <StandsOn need={need} policy={policy} />
        </div>
      </div>
    </Page>
  );
}

interface GroupProps {
  title: string;
  results: readonly IndicatorResult[];
  phase: Phase;
  files: Files;
  /** Said when there are no results. */
  none: string;
  /** Said over the list. */
  children?: ComponentChildren;
}

function Group({ title, results, phase, files, none, children }: GroupProps) {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {results.length === 0 ? (
        <p class="govuk-body">{none}</p>
      ) : (
        <>
          {children && <p class="govuk-body">{children}</p>}
          <ul class="app-indicators">
            {results.map((result) => (
              <Indicator result={result} phase={phase} files={files} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Predecessors({ predecessors }: Pick<SchoolNeedPageProps, 'predecessors'>) {
  if (predecessors.length === 0) return null;
  return (
    <>
      {' '}
      What was published before it took its present number stands under{' '}
      {predecessors.map(({ urn, name, establishedOn }, index) => (
        <>
          {index > 0 && ', '}
          <a class="govuk-link" href={paths.school(urn)}>
            {name} (URN {urn})
          </a>
          {establishedOn !== null && `, until ${dayText(establishedOn)}`}
        </>
      ))}
      , and is not counted here.
    </>
  );
}

function Points({ need, own, policy }: { need: Assessment; own: CategoryPolicy | undefined; policy: NeedPolicy }) {
  return (
    <section class="app-panel" aria-labelledby="points">
      <h2 class="govuk-heading-m" id="points">
        Points and category
      </h2>
      <PointsLadder points={need.points} categories={policy.categories} />
      <p class="govuk-body-s">
        {need.points} points from {need.indicators.filter(({ state }) => state === 'raised').length} of{' '}
        {need.indicators.length} indicators.{' '}
        {policy.categories.map(({ code, fromPoints }) => `${code} begins at ${fromPoints}`).join(', ')}; a rule can ask
        for a higher category than the points alone.
      </p>
      {own && (
        <p class="govuk-body-s">
          The policy plans {own.daysPerYear} days of support a year for category {own.code}.{' '}
          {policy.inNeed.includes(own.code)
            ? 'A school in this category is offered a leader when there is one.'
            : 'A school in this category is not offered a leader by the plan.'}
        </p>
      )}
      <p class="govuk-body-s">
        <a class="govuk-link" href={`${paths.needOfEngland()}#policy`}>
          How schools get their category
        </a>
      </p>
    </section>
  );
}

function Next({ urn, laCode, laName }: { urn: number; laCode: number; laName: string }) {
  return (
    <nav class="app-panel" aria-labelledby="next">
      <h2 class="govuk-heading-m" id="next">
        Where to go from here
      </h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={paths.similarSchools(urn)}>
            Similar schools, and which do better
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.plan(laCode)}>
            Who could work alongside: the plan for {laName}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.needOfArea(laCode)}>
            Need of all schools in {laName}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.school(urn)}>
            Everything published about this school
          </a>
        </li>
      </ul>
    </nav>
  );
}

function StandsOn({ need, policy }: { need: Assessment; policy: NeedPolicy }) {
  const until = policy.validTo === null ? 'with no end set' : `until ${dayText(policy.validTo)}`;
  return (
    <section class="app-panel" aria-labelledby="stands-on">
      <h2 class="govuk-heading-m" id="stands-on">
        What this stands on
      </h2>
      <p class="govuk-body-s">Published data as at {dayText(need.asAt)}.</p>
      <p class="govuk-body-s">
        Policy: “{policy.title}”, in force from {dayText(policy.validFrom)}, {until} (policies/need/{policy.id}.json).
      </p>
    </section>
  );
}
