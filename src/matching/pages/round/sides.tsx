import { type SupportPolicy, fieldOf } from '../../../leaders/rules/support-policy.ts';
import { Table } from '../../../govuk/table.tsx';
import { CategoryTag } from '../../../need/pages/category-tag.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { leaderName } from '../../rules/round/names.ts';
import type { PlanningRound } from '../../rules/round/round.ts';
import type { Leader, Need } from '../../rules/sides.ts';
import { supportWords } from '../../rules/support-policy.ts';
import { number } from './plan-figures.tsx';
import { type Organisation, planningCrumbs } from './planning-crumbs.tsx';

interface SidesPageProps {
  organisation: Organisation;
  round: PlanningRound;
  needs: readonly Need[];
  leftOut: readonly string[];
  /** Those whom some need could have. */
  leaders: readonly Leader[];
  /** Further leaders within reach. */
  notShown: number;
  support: SupportPolicy;
  runs: boolean;
}

/** The needs and leaders of a round, as decided so far. */
export function SidesPage({ organisation, round, needs, leftOut, leaders, notShown, support, runs }: SidesPageProps) {
  const part = (name: 'need' | 'leader' | 'new-need' | 'new-leader', query?: { key: string }) =>
    paths.planningPart(organisation.id, round.id, name, query);
  return (
    <Page
      title={`Needs and leaders: ${round.title}`}
      heading="Needs and leaders"
      caption={round.title}
      wide
      breadcrumbs={planningCrumbs(organisation, round)}
    >
      {runs && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={part('new-need')}>
            Add a need
          </a>{' '}
          or{' '}
          <a class="govuk-link" href={part('new-leader')}>
            add a leader
          </a>
          . A need or leader is changed on its own page.
        </p>
      )}
      <h2 class="govuk-heading-m">Needs</h2>
      {needs.length === 0 ? (
        <p class="govuk-body">No school of the service was in need when the round was opened, and none was added.</p>
      ) : (
        <ScrollRegion label="Needs">
          <Table
            caption="Needs of the round"
            captionClass="govuk-visually-hidden"
            class="app-table app-table--close"
            firstCellIsHeader
            head={[
              { text: 'School' },
              { text: 'Category' },
              { text: 'Needs' },
              { text: 'Days', format: 'numeric' },
              { text: 'State' },
            ]}
            rows={needs.map((need) => [
              {
                text: (
                  <a class="govuk-link" href={part('need', { key: need.key })}>
                    {need.school.name}
                  </a>
                ),
              },
              { text: <CategoryTag category={need.assessment.category} /> },
              { text: supportWords(support, need.support) },
              { text: number(need.days), format: 'numeric' },
              { text: leftOut.includes(need.key) ? 'Left out' : 'In the round' },
            ])}
          />
        </ScrollRegion>
      )}
      <h2 class="govuk-heading-m">Leaders</h2>
      {notShown > 0 && (
        <p class="govuk-body">
          {number(notShown)} more heads are within reach of a need and not shown: others fit every need better.
        </p>
      )}
      {leaders.length === 0 ? (
        <p class="govuk-body">Nobody within reach met the criteria when the round was opened, and nobody was added.</p>
      ) : (
        <ScrollRegion label="Leaders">
          <Table
            caption="Leaders of the round"
            captionClass="govuk-visually-hidden"
            class="app-table app-table--close"
            firstCellIsHeader
            head={[
              { text: 'Leader' },
              { text: 'Phase' },
              { text: 'Days', format: 'numeric' },
              { text: 'At once', format: 'numeric' },
              { text: 'Fields' },
              { text: 'Release' },
            ]}
            rows={leaders.map((leader) => [
              {
                text: (
                  <a class="govuk-link" href={part('leader', { key: leader.key })}>
                    {leaderName(leader)}
                  </a>
                ),
              },
              { text: leader.school.phaseGroup },
              { text: number(leader.days), format: 'numeric' },
              { text: leader.mostSchools, format: 'numeric' },
              {
                text: leader.fields.map((code) => fieldOf(support, code)?.label ?? code).join(', ') || 'None recorded',
              },
              { text: leader.released === null ? 'Not asked yet' : leader.released ? 'Released' : 'Not released' },
            ])}
          />
        </ScrollRegion>
      )}
    </Page>
  );
}
