import type { ComponentChildren } from 'preact';
import { Button } from '../../govuk/button.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import { NotificationBanner } from '../../govuk/notification-banner.tsx';
import type { Phase } from '../../schools/rules/facts.ts';
import { dayText } from '../../schools/rules/figure-words.ts';
import { inheritedWords } from '../../schools/rules/inherited.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';
import type { Assessment, IndicatorResult } from '../rules/assessment.ts';
import { type Decided, decisionWords } from '../rules/decision.ts';
import type { CategoryPolicy, NeedPolicy } from '../rules/need-policy.ts';
import type { PredecessorShown } from '../rules/predecessors-shown.ts';
import type { NeedRecord } from '../rules/need-record.ts';
import { CategoryTag } from './category-tag.tsx';
import { Indicator } from './indicator.tsx';
import { Comments, DecisionHistory, type TypedComment } from './need-record.tsx';
import { PointsLadder } from './points-ladder.tsx';
import { RoundsOnNeedPage, type RoundsShown } from './round/on-need-page.tsx';
import type { Files } from './source-links.tsx';

interface SchoolNeedPageProps {
  need: Decided & { name: string; laCode: number; laName: string; phase: Phase };
  policy: NeedPolicy;
  files: Files;
  /** Schools that this one came from. */
  predecessors: readonly PredecessorShown[];
  record: NeedRecord;
  viewer: NeedViewer;
  /** What was just done, from the address that a form leads back to. */
  done: string | null;
  comment: TypedComment | null;
}

/** Who reads the page: what they may do here, and what they may read elsewhere. */
export interface NeedViewer {
  /** The school itself, or its board. */
  isSchool: boolean;
  moderates: boolean;
  comments: boolean;
  /** Letter, answer and whether it takes part. */
  rounds: RoundsShown;
  /** Whether the list and the plan of the area are theirs to read. */
  readsArea: boolean;
}

const DONE: Record<string, string> = {
  moderated: 'Your decision is saved.',
  commented: 'Your comment is added.',
};

/** Why one school is in its category: every indicator with its numbers and sources, what was missing, and the rules behind. */
export function SchoolNeedPage(props: SchoolNeedPageProps) {
  const { need, policy, files, predecessors, record, viewer, done, comment } = props;
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
      errors={comment === null ? [] : [{ text: comment.problem, href: '#comment' }]}
    >
      {done !== null && DONE[done] !== undefined && (
        <NotificationBanner type="success">{DONE[done]}</NotificationBanner>
      )}
      <p class="app-lede">
        <CategoryTag category={category} /> {own?.label}
      </p>
      <p class="govuk-body">{need.because}</p>
      {need.decision !== null && need.category === need.computed && (
        <p class="govuk-body">
          Category {category}: {decisionWords(need.decision, need.computed)}.
        </p>
      )}
      <p class="govuk-body app-no-print">
        On this page:{' '}
        <a class="govuk-link" href="#decisions">
          {counted(record.decisions.length, 'decision')}
        </a>{' '}
        and{' '}
        <a class="govuk-link" href="#comments">
          {counted(record.comments.length, 'comment')}
        </a>
      </p>
      {viewer.moderates && (
        <p class="app-no-print">
          <Button href={paths.moderateNeed(urn)}>Confirm or change the category</Button>
        </p>
      )}
      <div class="app-columns">
        <div>
          <InsetText class="govuk-!-margin-top-0">
            A person decides; what is worked out is a proposal from published data. Somebody who knows the school
            confirms the category or sets another, and says why.
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
          <DecisionHistory decisions={record.decisions} asAt={need.asAt} />
          <RoundsOnNeedPage urn={urn} shown={viewer.rounds} />
          <Comments
            urn={urn}
            comments={record.comments}
            asAt={need.asAt}
            writes={viewer.comments ? (viewer.isSchool ? 'school' : 'service') : null}
            refused={comment}
          />
        </div>
        <div class="app-stack">
          <Points need={need} own={own} policy={policy} />
          <Next urn={urn} laCode={laCode} laName={laName} readsArea={viewer.readsArea} />
          <StandsOn need={need} policy={policy} />
        </div>
      </div>
    </Page>
  );
}

function counted(number: number, thing: string): string {
  return `${number === 0 ? 'no' : number} ${thing}${number === 1 ? '' : 's'}`;
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
  const counted = predecessors.filter((one) => one.counted);
  const others = predecessors.filter((one) => !one.counted);
  return (
    <>
      {counted.length > 0 && (
        <>
          {' '}
          Where it has none of its own from before its present number, the record counts of{' '}
          <Named predecessors={counted} />.
        </>
      )}
      {others.length > 0 && (
        <>
          {' '}
          What was published under <Named predecessors={others} /> is not counted here.
        </>
      )}
    </>
  );
}

function Named({ predecessors }: Pick<SchoolNeedPageProps, 'predecessors'>) {
  return (
    <>
      {predecessors.map(({ urn, name, known, until, because }, index) => (
        <>
          {index > 0 && ', '}
          {known ? (
            <a class="govuk-link" href={paths.school(urn)}>
              {inheritedWords({ urn, name })}
            </a>
          ) : (
            inheritedWords({ urn, name })
          )}
          {until !== null && `, until ${dayText(until)}`}
          {because !== null && ` (${because})`}
        </>
      ))}
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

interface NextProps {
  urn: number;
  laCode: number;
  laName: string;
  readsArea: boolean;
}

function Next({ urn, laCode, laName, readsArea }: NextProps) {
  const links = [
    { href: paths.similarSchools(urn), text: 'Similar schools, and which do better' },
    readsArea && { href: paths.plan(laCode), text: `Who could work alongside: the plan for ${laName}` },
    readsArea && { href: paths.needOfArea(laCode), text: `Need of all schools in ${laName}` },
    { href: paths.school(urn), text: 'Everything published about this school' },
  ];
  return (
    <nav class="app-panel" aria-labelledby="next">
      <h2 class="govuk-heading-m" id="next">
        Where to go from here
      </h2>
      <ul class="govuk-list">
        {links.map(
          (link) =>
            link && (
              <li>
                <a class="govuk-link" href={link.href}>
                  {link.text}
                </a>
              </li>
            ),
        )}
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
