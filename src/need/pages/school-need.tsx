import { Button } from '../../govuk/button.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import { NotificationBanner } from '../../govuk/notification-banner.tsx';
import type { Phase } from '../../schools/rules/facts.ts';
import { dayText } from '../../schools/rules/figure-words.ts';
import { inheritedWords } from '../../schools/rules/inherited.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';
import type { Assessment } from '../rules/assessment.ts';
import { type Decided, decisionWords } from '../rules/decision.ts';
import type { CategoryPolicy, NeedPolicy } from '../rules/need-policy.ts';
import type { PredecessorShown } from '../rules/predecessors-shown.ts';
import type { NeedRecord } from '../rules/need-record.ts';
import type { NeedService } from '../rules/need-service.ts';
import type { RecordedEntry } from '../rules/recorded-entry.ts';
import { CategoryTag } from './category-tag.tsx';
import { EntryList } from './entry-list.tsx';
import type { HiddenOfSchool } from '../rules/hidden/hidden-england.ts';
import { HiddenOfSchoolPart } from './hidden-of-school.tsx';
import { IndicatorGroups } from './indicator-groups.tsx';
import { Comments, DecisionHistory, type TypedComment } from './need-record.tsx';
import { type NeedPackShown, PackFile } from './pack-shown.tsx';
import { PointsLadder } from './points-ladder.tsx';
import { SchoolDefinitions, type SchoolDefinitionsProps } from './school-definitions.tsx';
import type { Files } from './source-links.tsx';

interface SchoolNeedPageProps {
  need: Decided & { name: string; laCode: number; laName: string; phase: Phase };
  pack: NeedPackShown;
  /** With whose eyes the need is read; null where no service has to do with the school here. */
  service: NeedService | null;
  /** For the school: those whose eyes it can choose. */
  services: readonly NeedService[];
  /** What can be told of its disadvantaged pupils; null where that is not worked out. */
  hidden: HiddenOfSchool | null;
  files: Files;
  /** Schools that this one came from. */
  predecessors: readonly PredecessorShown[];
  record: NeedRecord;
  entries: readonly RecordedEntry[];
  /** How it stands to the Department's definitions. */
  eligibility: SchoolDefinitionsProps['eligibility'];
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
  enters: boolean;
  comments: boolean;
  /** Whether the list and the plan of the area are theirs to read. */
  readsArea: boolean;
}

const DONE: Record<string, string> = {
  moderated: 'Your decision is saved.',
  commented: 'Your comment is added.',
  entered: 'What you entered is saved, and counts from now on.',
  withdrawn: 'The entry is withdrawn.',
};

/** Why one school is in its category: every indicator with its numbers and sources, what was missing, and the rules behind. */
export function SchoolNeedPage(props: SchoolNeedPageProps) {
  const { need, pack, hidden, files, predecessors, record, entries, eligibility, viewer, done, comment } = props;
  const { policy } = pack;
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
      <Seen {...props} />
      {need.decision !== null && need.category === need.computed && (
        <p class="govuk-body">
          Category {category}: {decisionWords(need.decision, need.computed)}.
        </p>
      )}
      <p class="govuk-body app-no-print">
        On this page:{' '}
        <a class="govuk-link" href="#decisions">
          {counted(record.decisions.length, 'decision')}
        </a>
        ,{' '}
        <a class="govuk-link" href="#entries">
          {counted(entries.length, 'entry', 'entries')}
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
          <IndicatorGroups
            title="What calls for help"
            results={raised}
            phase={phase}
            files={files}
            none="No indicator is raised."
          />
          <IndicatorGroups
            title="What was not known"
            results={missing}
            phase={phase}
            files={files}
            none="Every indicator could be judged."
          >
            Nothing is scored for what is missing: it is neither a reason for help nor a sign that all is well.
            <Predecessors predecessors={predecessors} />
          </IndicatorGroups>
          <IndicatorGroups
            title="What was looked at and is not raised"
            results={clear}
            phase={phase}
            files={files}
            none="Every indicator that could be judged is raised."
          >
            An indicator is raised only when its line in the policy is crossed, and with enough certainty.
          </IndicatorGroups>
          <HiddenOfSchoolPart hidden={hidden} files={files} readsArea={viewer.readsArea} />
          <SchoolDefinitions eligibility={eligibility} asAt={need.asAt} files={files} />
          <EntryList urn={urn} entries={entries} policy={policy} enters={viewer.enters} />
          <DecisionHistory urn={urn} decisions={record.decisions} asAt={need.asAt} />
          <Comments
            urn={urn}
            comments={record.comments}
            asAt={need.asAt}
            writes={viewer.comments ? (viewer.isSchool ? 'school' : 'service') : null}
            refused={comment}
          />
        </div>
        <div class="app-stack">
          <Points need={need} own={own} policy={policy} rules={rulesAddress(props)} />
          <Next urn={urn} laCode={laCode} laName={laName} readsArea={viewer.readsArea} />
          <StandsOn need={need} pack={pack} />
        </div>
      </div>
    </Page>
  );
}

function counted(number: number, thing: string, things = `${thing}s`): string {
  return `${number === 0 ? 'no' : number} ${number === 1 ? thing : things}`;
}

/** With whose eyes it is read and under which pack; a school may choose another of its services. */
function Seen({ need, pack, service, services }: SchoolNeedPageProps) {
  const others = services.filter(({ id }) => id !== service?.id);
  if (service === null || (pack.owner === undefined && others.length === 0)) return null;
  return (
    <p class="govuk-body">
      As {service.name} sees it, under {pack.owner === undefined ? 'England’s pack' : 'its own pack'} “
      {pack.policy.title}”.
      {others.length > 0 && (
        <span class="app-no-print">
          {' '}
          Each service judges for itself:{' '}
          {others.map(({ id, name }, i) => (
            <>
              {i > 0 && ', '}
              <a class="govuk-link" href={paths.need(need.urn, { service: id })}>
                as {name} sees it
              </a>
            </>
          ))}
          .
        </span>
      )}
    </p>
  );
}

function rulesAddress({ need, pack, service }: Pick<SchoolNeedPageProps, 'need' | 'pack' | 'service'>): string {
  return pack.owner === undefined
    ? `${paths.needOfEngland()}#policy`
    : paths.needRules(need.urn, { service: service?.id });
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

interface PointsProps {
  need: Assessment;
  own: CategoryPolicy | undefined;
  policy: NeedPolicy;
  /** Where the rules are explained. */
  rules: string;
}

function Points({ need, own, policy, rules }: PointsProps) {
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
        <a class="govuk-link" href={rules}>
          How schools get their category
        </a>{' '}
        and{' '}
        <a class="govuk-link" href={paths.calibration()}>
          how sure the figures are
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

function StandsOn({ need, pack }: { need: Assessment; pack: NeedPackShown }) {
  const { policy } = pack;
  const until = policy.validTo === null ? 'with no end set' : `until ${dayText(policy.validTo)}`;
  return (
    <section class="app-panel" aria-labelledby="stands-on">
      <h2 class="govuk-heading-m" id="stands-on">
        What this stands on
      </h2>
      <p class="govuk-body-s">Published data as at {dayText(need.asAt)}.</p>
      <p class="govuk-body-s">
        Policy: “{policy.title}”, in force from {dayText(policy.validFrom)}, {until} (
        <PackFile {...pack} />
        ).
      </p>
    </section>
  );
}
