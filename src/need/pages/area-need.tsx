import { Button } from '../../govuk/button.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import { Select } from '../../govuk/select.tsx';
import { Table } from '../../govuk/table.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import { ResultsNotice } from '../../web/results-notice.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { countByCategory, filtered, type ListedNeed, type NeedFilter, raisedOf } from '../rules/area-needs.ts';
import { progressOf } from '../rules/decision.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';
import { shortReason } from '../rules/short-reason.ts';
import { CategoryCounts } from './category-counts.tsx';
import { CategoryTag } from './category-tag.tsx';
import { DecisionNote } from './decision-note.tsx';
import { type NeedPackShown, packAddress } from './pack-shown.tsx';

interface AreaNeedPageProps {
  area: { code: number; name: string };
  /** Every assessed school of the area in the order of help. */
  needs: readonly ListedNeed[];
  filter: NeedFilter;
  /** Null when no school of England is assessed yet. */
  pack: NeedPackShown | null;
}

/** The schools of one area, those to help first at the top, with short reasons. */
export function AreaNeedPage({ area, needs, filter, pack }: AreaNeedPageProps) {
  return (
    <Page
      title={`${area.name}: which schools need help first`}
      caption="Need for help"
      wide
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Areas', href: paths.areas() },
        { text: area.name, href: paths.area(area.code) },
      ]}
    >
      {pack === null || needs.length === 0 ? (
        <NothingAssessed area={area} />
      ) : (
        <Assessed area={area} needs={needs} filter={filter} pack={pack} policy={pack.policy} />
      )}
    </Page>
  );
}

function NothingAssessed({ area }: Pick<AreaNeedPageProps, 'area'>) {
  return (
    <>
      <p class="app-lede">No school in {area.name} is assessed yet.</p>
      <p class="govuk-body">
        Need is worked out when published data is loaded. Open mainstream schools are assessed; special schools,
        colleges and closed schools are not.
      </p>
    </>
  );
}

type Props = AreaNeedPageProps & { pack: NeedPackShown; policy: NeedPolicy };

function Assessed({ area, needs, filter, pack, policy }: Props) {
  const counts = countByCategory(needs);
  const first = policy.inNeed.reduce((sum, category) => sum + counts[category], 0);
  const shown = filtered(needs, filter, policy);
  const progress = progressOf(needs);
  const asAt = needs[0]?.asAt ?? '';
  return (
    <>
      <p class="app-lede">
        {first} of {needs.length} schools are in a category that is offered a leader. Published data as at{' '}
        {dayText(asAt)}.
      </p>
      <CategoryCounts
        counts={counts}
        policy={policy}
        href={(category) => paths.needOfArea(area.code, { ...filter, category })}
      />
      <p class="govuk-body">
        {progress.confirmed} of {progress.schools} confirmed
        {progress.changed > 0 && `, ${progress.changed} of them changed to another category`}.
        {progress.confirmed < progress.schools && (
          <>
            {' '}
            <a class="govuk-link app-no-print" href={paths.needOfArea(area.code, { ...filter, moderated: 'no' })}>
              Show those not yet confirmed
            </a>
          </>
        )}
      </p>
      <InsetText>
        A person decides; where nobody has yet, the category is a proposal from published data.{' '}
        <a class="govuk-link" href={paths.plan(area.code)}>
          The plan for {area.name}
        </a>{' '}
        proposes who could work alongside each school, and the policy{' '}
        <a class="govuk-link" href={packAddress(pack)}>
          “{policy.title}”
        </a>{' '}
        {pack.owner === undefined ? '' : `of ${pack.owner.name} `}says how a school gets its category.
      </InsetText>
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={paths.hiddenOfArea(area.code)}>
          For whom the average hides
        </a>
        : disadvantaged pupils in affluent, rural and coastal schools.{' '}
        <a class="govuk-link" href={paths.themesOfArea(area.code)}>
          Themes and trends
        </a>
        : which needs recur, and whether they grow.
      </p>
      <ResultsNotice />
      <h2 class="govuk-heading-l">Schools in the order of help</h2>
      <Filters area={area} filter={filter} policy={policy} />
      <p class="govuk-body">
        {shown.length === needs.length ? `All ${needs.length} schools` : `${shown.length} of ${needs.length} schools`}.
        {shown.length > 0 && (
          <>
            {' '}
            <a class="govuk-link app-no-print" href={paths.needOfAreaCsv(area.code, { ...filter })}>
              Download {shown.length === needs.length ? 'the list' : 'these'} as CSV
            </a>
          </>
        )}
      </p>
      <p class="govuk-body app-no-print">
        Apart from these categories there are{' '}
        <a class="govuk-link" href={paths.definitions()}>
          the Department’s own definitions, and which schools meet them
        </a>
        .
      </p>
      {shown.length === 0 ? <NoneMatch area={area} /> : <Schools area={area} needs={shown} />}
    </>
  );
}

function Filters({ area, filter, policy }: Pick<Props, 'area' | 'filter' | 'policy'>) {
  return (
    <form class="app-filters" method="get" action={paths.needOfArea(area.code)}>
      <Select
        name="category"
        label={{ text: 'Category' }}
        value={filter.category ?? ''}
        items={[
          { text: 'All', value: '' },
          { text: `Offered a leader (${policy.inNeed.join(' and ')})`, value: 'first' },
          ...policy.categories.toReversed().map(({ code, label }) => ({ text: `${code}: ${label}`, value: code })),
        ]}
      />
      <Select
        name="phase"
        label={{ text: 'Phase' }}
        value={filter.phase ?? ''}
        items={[
          { text: 'All', value: '' },
          { text: 'Primary', value: 'primary' },
          { text: 'Secondary', value: 'secondary' },
        ]}
      />
      <Select
        name="moderated"
        label={{ text: 'Confirmed' }}
        value={filter.moderated ?? ''}
        items={[
          { text: 'All', value: '' },
          { text: 'Confirmed or changed', value: 'yes' },
          { text: 'Not yet', value: 'no' },
        ]}
      />
      <Button class="govuk-button--secondary">Show</Button>
    </form>
  );
}

function NoneMatch({ area }: Pick<Props, 'area'>) {
  return (
    <p class="govuk-body">
      No school in {area.name} is as you asked for.{' '}
      <a class="govuk-link" href={paths.needOfArea(area.code)}>
        Show all schools
      </a>
    </p>
  );
}

function Schools({ area, needs }: Pick<Props, 'area' | 'needs'>) {
  return (
    <ScrollRegion label="Schools in the order of help">
      <Table
        caption={`Schools in ${area.name}, those to help first at the top`}
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'School' },
          { text: 'Category' },
          { text: 'Points', format: 'numeric' },
          { text: 'Why' },
          { text: 'Phase' },
          { text: 'Not known' },
        ]}
        rows={needs.map((need) => [
          {
            text: (
              <a class="govuk-link" href={paths.need(need.urn)}>
                {need.name}
              </a>
            ),
          },
          {
            text: (
              <>
                <CategoryTag category={need.category} />
                <br />
                <DecisionNote decision={need.decision} computed={need.computed} />
              </>
            ),
          },
          { text: need.points, format: 'numeric' },
          { text: <Reasons need={need} /> },
          { text: need.phase },
          { text: need.missing.length === 0 ? 'none' : `${need.missing.length} of ${need.indicators.length}` },
        ])}
      />
    </ScrollRegion>
  );
}

function Reasons({ need }: { need: ListedNeed }) {
  const raised = raisedOf(need);
  if (raised.length === 0) return <>Nothing is raised</>;
  return (
    <ul class="govuk-list govuk-list--bullet app-reasons">
      {raised.map((result) => (
        <li>
          {shortReason(result)} <span class="app-nowrap">({result.points})</span>
        </li>
      ))}
    </ul>
  );
}
