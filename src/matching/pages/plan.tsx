import { Details } from '../../govuk/details.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import { SummaryList } from '../../govuk/summary-list.tsx';
import { Table } from '../../govuk/table.tsx';
import { Tag } from '../../govuk/tag.tsx';
import { CategoryTag } from '../../need/pages/category-tag.tsx';
import { decisionWords } from '../../need/rules/decision.ts';
import type { AreaGeometry } from '../../web/charts/geometry.ts';
import { Page } from '../../web/layout.tsx';
import { type PlanQuestion, paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { AreaPlan, Assignment, PlannedSchool } from '../rules/area-plan.ts';
import { PlanParts } from './plan-parts.tsx';
import { number } from './round/plan-figures.tsx';
import { QuestionsOfPlan } from './explain/questions-of-plan.tsx';
import { PlanMap } from './plan-map.tsx';
import { TravelNote } from './travel-note.tsx';

/** Who should work alongside whom in one area, with the reasons of every pair and the proof of the whole. */
export function PlanPage({ plan, boundary }: { plan: AreaPlan; boundary: AreaGeometry | null }) {
  const { area, inNeed, assignments, uncovered } = plan;
  return (
    <Page
      title={`${area.name}: who should work alongside whom`}
      caption="Plan"
      wide
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Areas', href: paths.areas() },
        ...(area.code === null ? [] : [{ text: area.name, href: paths.area(area.code) }]),
      ]}
    >
      <p class="app-lede">
        {inNeed.length === 0
          ? 'No school here is in a category that calls for a leader.'
          : `${inNeed.length} schools need help first. The best plan under the policy gives ${assignments.length} of them a head to work alongside.`}
      </p>
      <KeyFigures plan={plan} />
      <InsetText>
        A person decides. These heads lead schools whose published record meets the criteria for a local leader of
        education; none of them is designated or has been asked. Each placement is negotiated with both schools.
      </InsetText>
      <ResultsNotice />
      {inNeed.length > 0 && (
        <>
          {boundary !== null && <PlanMap plan={plan} boundary={boundary} />}
          <Pairs plan={plan} />
          {uncovered.length > 0 && <Uncovered plan={plan} />}
          <Proof plan={plan} />
          <TravelNote sentences={plan.travel.sentences} />
          {plan.area.code !== null && <QuestionsOfPlan href={hrefOf(plan.area.code)} />}
        </>
      )}
      <WhatItStandsOn plan={plan} />
    </Page>
  );
}

function KeyFigures({ plan }: { plan: AreaPlan }) {
  const { inNeed, assignments, leaders, leaderDays } = plan;
  const days = assignments.reduce((sum, pair) => sum + pair.days, 0);
  return (
    <dl class="app-figures">
      <div>
        <dt>Schools that need help first</dt>
        <dd>{inNeed.length}</dd>
      </div>
      <div>
        <dt>With a head alongside in this plan</dt>
        <dd>{assignments.length}</dd>
      </div>
      <div>
        <dt>Heads within reach who meet the criteria</dt>
        <dd>
          {leaders} <small>who could give {number(leaderDays)} days a year</small>
        </dd>
      </div>
      <div>
        <dt>Days of help a year in this plan</dt>
        <dd>{number(days)}</dd>
      </div>
    </dl>
  );
}

function Pairs({ plan }: { plan: AreaPlan }) {
  const schools = new Map(plan.inNeed.map((school) => [school.urn, school]));
  return (
    <section aria-labelledby="pairs">
      <h2 class="govuk-heading-l" id="pairs">
        The plan
      </h2>
      <ScrollRegion label="The plan, pair by pair">
        <Table
          caption="Each school that needs help with the head proposed to work alongside, the most pressing first"
          captionClass="govuk-visually-hidden"
          class="app-table"
          firstCellIsHeader
          head={[
            { text: 'Supported school' },
            { text: 'Category' },
            { text: 'Head to work alongside' },
            { text: 'Days a year', format: 'numeric' },
            { text: 'Kilometres', format: 'numeric' },
            { text: 'Minutes', format: 'numeric' },
          ]}
          rows={plan.assignments.map((pair) => pairRow(pair, schools.get(pair.schoolUrn)))}
        />
      </ScrollRegion>
      <p class="app-source">
        Each head named here meets the published criteria and is not designated. Distances are straight lines between
        the schools' published places; it is said below{' '}
        <a class="govuk-link" href="#travel">
          how journeys were measured and how sure their minutes are
        </a>
        .{' '}
        {plan.area.code !== null && (
          <>
            Download the plan as{' '}
            <a class="govuk-link" href={paths.planFile(plan.area.code, 'csv')}>
              CSV
            </a>{' '}
            or{' '}
            <a class="govuk-link" href={paths.planFile(plan.area.code, 'json')}>
              JSON
            </a>
            .
          </>
        )}
      </p>
      <h2 class="govuk-heading-l">Why each pair</h2>
      <ul class="app-cards app-cards--wide">
        {plan.assignments.map((pair) => (
          <PairCard pair={pair} school={schools.get(pair.schoolUrn)} />
        ))}
      </ul>
    </section>
  );
}

function pairRow(pair: Assignment, school: PlannedSchool | undefined) {
  return [
    { text: <SchoolLink urn={pair.schoolUrn} name={pair.schoolName} /> },
    { text: school && <Category {...school} /> },
    { text: <SchoolLink urn={pair.leaderSchoolUrn} name={`Headteacher, ${pair.leaderSchoolName}`} /> },
    { text: number(pair.days), format: 'numeric' as const },
    { text: pair.km.toFixed(1), format: 'numeric' as const },
    { text: pair.minutes, format: 'numeric' as const },
  ];
}

function Category({ category, decision }: PlannedSchool) {
  return (
    <>
      <CategoryTag category={category} />
      {decision !== null && (
        <>
          <br />
          <small>{decisionWords(decision)}</small>
        </>
      )}
    </>
  );
}

function PairCard({ pair, school }: { pair: Assignment; school: PlannedSchool | undefined }) {
  return (
    <li class="app-card">
      <h3 class="govuk-heading-s">
        {pair.schoolName} with the headteacher of {pair.leaderSchoolName}
      </h3>
      <Reasons reasons={pair.reasons} />
      {school && (
        <Details
          summaryText={
            <>
              Why it needs help first<span class="govuk-visually-hidden">: {pair.schoolName}</span>
            </>
          }
        >
          <p class="govuk-body-s">{school.because}</p>
          <Reasons reasons={school.reasons} />
        </Details>
      )}
    </li>
  );
}

function Uncovered({ plan }: { plan: AreaPlan }) {
  const schools = new Map(plan.inNeed.map((school) => [school.urn, school]));
  return (
    <section aria-labelledby="uncovered">
      <h2 class="govuk-heading-l" id="uncovered">
        Without a leader in this plan
      </h2>
      <ScrollRegion label="Schools without a leader">
        <Table
          caption="Schools that need help first and have nobody in this plan, with the reason"
          captionClass="govuk-visually-hidden"
          class="app-table"
          firstCellIsHeader
          head={[{ text: 'School' }, { text: 'Category' }, { text: 'Why nobody' }]}
          rows={plan.uncovered.map(({ urn, name, why }) => {
            const school = schools.get(urn);
            return [
              { text: <SchoolLink urn={urn} name={name} /> },
              { text: school && <Category {...school} /> },
              { text: why },
            ];
          })}
        />
      </ScrollRegion>
    </section>
  );
}

function Proof({ plan }: { plan: AreaPlan }) {
  const { objective, bound, gap, provedOptimal, byHand, assignments, seconds } = plan;
  return (
    <section aria-labelledby="proof">
      <h2 class="govuk-heading-l" id="proof">
        How good is this plan?
      </h2>
      <p class="govuk-body">
        {provedOptimal ? (
          <>
            <Tag class="govuk-tag--green">Proved optimal</Tag> No other plan under this policy costs less.
          </>
        ) : (
          <>
            <Tag class="govuk-tag--yellow">Within {(gap * 100).toFixed(2)}%</Tag> A better plan, if there is one, could
            cost at most {(gap * 100).toFixed(2)}% less.
          </>
        )}
      </p>
      <ScrollRegion label="This plan and its proof">
        <Table
          caption="This plan, the proof, and the plan that people make by hand"
          captionClass="govuk-table__caption--s"
          class="app-table"
          firstCellIsHeader
          head={[
            { text: 'Plan' },
            { text: 'Cost in minutes', format: 'numeric' },
            { text: 'Schools with a head', format: 'numeric' },
          ]}
          rows={[
            [
              { text: 'This plan' },
              { text: number(objective), format: 'numeric' },
              { text: assignments.length, format: 'numeric' },
            ],
            [
              { text: 'No plan can cost less than' },
              { text: number(bound), format: 'numeric' },
              { text: '', format: 'numeric' },
            ],
            [
              { text: 'By hand: most pressing school first, each its cheapest head still free' },
              { text: number(byHand.objective), format: 'numeric' },
              { text: byHand.covered, format: 'numeric' },
            ],
          ]}
        />
      </ScrollRegion>
      <PlanParts parts={plan.parts} objective={objective} />
      <p class="app-source">
        Cost is in minutes of one-way travel: the journeys, and all else that weighs as much as a longer or shorter one.
        For what is not known, an amount neither good nor bad is taken. Gap {(gap * 100).toFixed(2)}%; found in{' '}
        {seconds.toFixed(1)} seconds.
      </p>
    </section>
  );
}

function WhatItStandsOn({ plan }: { plan: AreaPlan }) {
  return (
    <section aria-labelledby="stands-on">
      <h2 class="govuk-heading-m" id="stands-on">
        What this plan stands on
      </h2>
      <SummaryList
        rows={[
          {
            key: { text: 'Published data as at' },
            value: {
              text: (
                <a class="govuk-link" href={paths.sources()}>
                  {plan.asAt}
                </a>
              ),
            },
          },
          { key: { text: 'Need' }, value: { text: plan.policies.need } },
          { key: { text: 'Criteria for leaders' }, value: { text: plan.policies.designation } },
          { key: { text: 'Context' }, value: { text: plan.policies.similar } },
          { key: { text: 'What makes a good match' }, value: { text: plan.policies.matching } },
        ]}
      />
    </section>
  );
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  return (
    <ul class="govuk-list app-reasons">
      {reasons.map((reason) => (
        <li>{reason}</li>
      ))}
    </ul>
  );
}

function SchoolLink({ urn, name }: { urn: number; name: string }) {
  return (
    <a class="govuk-link" href={paths.school(urn)}>
      {name}
    </a>
  );
}

function hrefOf(laCode: number): (part: PlanQuestion) => string {
  return (part) => paths.planExplained(laCode, part);
}
