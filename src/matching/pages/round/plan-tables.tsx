import type { SupportPolicy } from '../../../leaders/rules/support-policy.ts';
import { Details } from '../../../govuk/details.tsx';
import { Table } from '../../../govuk/table.tsx';
import { CategoryTag } from '../../../need/pages/category-tag.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { PlannedNeed, PlannedPair, RoundPlan } from '../../rules/round/round-plan.ts';
import { supportWords } from '../../rules/support-policy.ts';
import { number } from './plan-figures.tsx';

interface PlanTablesProps {
  organisationId: string;
  roundId: string;
  plan: RoundPlan;
  support: SupportPolicy;
  /** Whether the reader may decide. */
  runs: boolean;
}

/** A plan pair by pair with what can be decided of each, and the needs that have nobody. */
export function PlanTables(props: PlanTablesProps) {
  const { plan } = props;
  return (
    <>
      <section aria-labelledby="pairs">
        <h2 class="govuk-heading-m" id="pairs">
          The pairs
        </h2>
        {plan.pairs.length === 0 ? <p class="govuk-body">No need has a leader in this plan.</p> : <Pairs {...props} />}
      </section>
      {plan.uncovered.length > 0 && (
        <section aria-labelledby="uncovered">
          <h2 class="govuk-heading-m" id="uncovered">
            Needs without a leader
          </h2>
          <Uncovered {...props} />
        </section>
      )}
      {plan.pairs.length > 0 && (
        <Details summaryText="Why each pair">
          <ul class="app-cards app-cards--wide">
            {plan.pairs.map((pair) => (
              <li class="app-card">
                <h3 class="govuk-heading-s">
                  {pair.school}: {pair.leader}
                </h3>
                <ul class="govuk-list govuk-list--bullet">
                  {pair.reasons.map((reason) => (
                    <li>{reason}</li>
                  ))}
                </ul>
                {pair.conditions.length > 0 && (
                  <>
                    <p class="govuk-body">Before it can begin:</p>
                    <ul class="govuk-list govuk-list--bullet">
                      {pair.conditions.map((condition) => (
                        <li>{condition}</li>
                      ))}
                    </ul>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function Pairs({ organisationId, roundId, plan, support, runs }: PlanTablesProps) {
  return (
    <ScrollRegion label="Pairs, one a row">
      <Table
        caption="Each need with the leader proposed, the most pressing first"
        captionClass="govuk-visually-hidden"
        class="app-table app-table--close"
        firstCellIsHeader
        head={[
          { text: 'Supported school' },
          { text: 'Category' },
          { text: 'Leader' },
          { text: 'Days', format: 'numeric' },
          { text: 'Km', format: 'numeric' },
          { text: 'Minutes', format: 'numeric' },
          { text: 'Cost', format: 'numeric' },
          ...(runs ? [{ text: 'Decide', class: 'app-no-print' }] : []),
        ]}
        rows={plan.pairs.map((pair) => [
          { text: <NeedLink organisationId={organisationId} roundId={roundId} need={pair} support={support} /> },
          { text: <CategoryTag category={pair.category} /> },
          {
            text: (
              <>
                <a
                  class="govuk-link"
                  href={paths.planningPart(organisationId, roundId, 'leader', { key: pair.leaderKey })}
                >
                  {pair.leader}
                </a>
                {pair.placedBy !== null && (
                  <>
                    <br />
                    <strong>{pair.placedBy === 'lock' ? 'Locked' : 'Stands'}</strong>
                  </>
                )}
              </>
            ),
          },
          { text: number(pair.days), format: 'numeric' },
          { text: pair.km.toFixed(1), format: 'numeric' },
          { text: pair.minutes, format: 'numeric' },
          { text: number(pair.cost), format: 'numeric' },
          ...(runs
            ? [
                {
                  class: 'app-no-print',
                  text: <PairDeeds organisationId={organisationId} roundId={roundId} pair={pair} />,
                },
              ]
            : []),
        ])}
      />
    </ScrollRegion>
  );
}

function PairDeeds({ organisationId, roundId, pair }: { organisationId: string; roundId: string; pair: PlannedPair }) {
  const href = (what: 'lock' | 'forbid') =>
    paths.planningPart(organisationId, roundId, 'pair', { what, need: pair.needKey, leader: pair.leaderKey });
  const about = <span class="govuk-visually-hidden">{` ${pair.leader} with ${pair.school}`}</span>;
  return (
    <span class="app-nowrap">
      {pair.placedBy === null && (
        <>
          <a class="govuk-link" href={href('lock')}>
            Lock{about}
          </a>{' '}
          <a class="govuk-link" href={href('forbid')}>
            Forbid{about}
          </a>
        </>
      )}
    </span>
  );
}

function Uncovered({ organisationId, roundId, plan, support, runs }: PlanTablesProps) {
  return (
    <ScrollRegion label="Needs without a leader, one a row">
      <Table
        caption="Needs without a leader in this plan, and why"
        captionClass="govuk-visually-hidden"
        class="app-table app-table--close"
        firstCellIsHeader
        head={[
          { text: 'School' },
          { text: 'Category' },
          { text: 'Days', format: 'numeric' },
          { text: 'Why nobody' },
          ...(runs ? [{ text: 'Decide', class: 'app-no-print' }] : []),
        ]}
        rows={plan.uncovered.map((need) => [
          { text: <NeedLink organisationId={organisationId} roundId={roundId} need={need} support={support} /> },
          { text: <CategoryTag category={need.category} /> },
          { text: number(need.days), format: 'numeric' },
          { text: need.why },
          ...(runs
            ? [
                {
                  class: 'app-no-print',
                  text: (
                    <a
                      class="govuk-link"
                      href={paths.planningPart(organisationId, roundId, 'pair', { what: 'lock', need: need.needKey })}
                    >
                      Lock to a leader<span class="govuk-visually-hidden">: {need.school}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ])}
      />
    </ScrollRegion>
  );
}

function NeedLink({
  organisationId,
  roundId,
  need,
  support,
}: {
  organisationId: string;
  roundId: string;
  need: PlannedNeed;
  support: SupportPolicy;
}) {
  return (
    <>
      <a class="govuk-link" href={paths.planningPart(organisationId, roundId, 'need', { key: need.needKey })}>
        {need.school}
      </a>
      {need.support !== 'lead' && (
        <>
          <br />
          {supportWords(support, need.support)}
        </>
      )}
    </>
  );
}
