import type { SupportPolicy } from '../../../leaders/rules/support-policy.ts';
import { Button } from '../../../govuk/button.tsx';
import { Checkboxes } from '../../../govuk/checkboxes.tsx';
import { Table } from '../../../govuk/table.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import type { AreaGeometry } from '../../../web/charts/geometry.ts';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { type ComparedPlan, planDifferences } from '../../rules/round/plan-differences.ts';
import type { PlanTotals } from '../../rules/round/plan-totals.ts';
import { gapWords } from '../../rules/round/proposal-words.ts';
import type { PlanningRound } from '../../rules/round/round.ts';
import { Differences } from './differences.tsx';
import { moneyWords, number } from './plan-figures.tsx';
import { type Organisation, planningCrumbs } from './planning-crumbs.tsx';
import { placesOfPlan, RoundMap } from './round-map.tsx';

/** A proposal among those compared. */
export interface Compared extends ComparedPlan {
  /** Scenario and time. */
  name: string;
  at: string;
  differs: readonly string[];
  totals: PlanTotals;
}

interface ComparePageProps {
  organisation: Organisation;
  round: PlanningRound;
  /** Proposals that could be compared, the newest first. */
  choices: readonly { id: string; name: string; at: string }[];
  /** Two or three. */
  compared: readonly Compared[];
  support: SupportPolicy;
  boundary: AreaGeometry | null;
  problem: string | null;
}

export const MOST_COMPARED = 3;

/** Proposals side by side: in a table, pair by pair, and on maps of the same land. */
export function ComparePage(props: ComparePageProps) {
  const { organisation, round, choices, compared, support, boundary, problem } = props;
  const [first, ...others] = compared;
  return (
    <Page
      title={`Proposals side by side: ${round.title}`}
      heading="Proposals side by side"
      caption={round.title}
      wide
      breadcrumbs={planningCrumbs(organisation, round)}
      errors={problem === null ? [] : [{ text: problem, href: '#proposal' }]}
    >
      {choices.length < 2 ? (
        <p class="govuk-body">
          There are fewer than two proposals with a plan. Copy the scenario with other weights, or decide something, and
          propose again.
        </p>
      ) : (
        <form action={paths.planningPart(organisation.id, round.id, 'compare')} method="get" class="app-no-print">
          <Checkboxes
            name="proposal"
            class="govuk-checkboxes--small"
            values={compared.map(({ id }) => id)}
            fieldset={{
              legend: { text: 'Proposals: two or three', class: 'govuk-fieldset__legend--s' },
            }}
            errorMessage={problem === null ? undefined : { text: problem }}
            items={choices.map(({ id, name, at }) => ({ value: id, text: `${name}, ${londonMoment(new Date(at))}` }))}
          />
          <Button class="govuk-button--secondary">Compare these</Button>
        </form>
      )}
      {first !== undefined && others.length > 0 && (
        <>
          <TotalsTable {...props} />
          {others.map((other) => (
            <Beside one={first} other={other} support={support} />
          ))}
          <h2 class="govuk-heading-m">On maps of the same land</h2>
          <div class="app-charts">
            {compared.map(({ name, plan }) => (
              <RoundMap
                plan={plan}
                boundary={boundary}
                frame={compared.flatMap((one) => placesOfPlan(one.plan))}
                title={name}
                width={480}
              />
            ))}
          </div>
        </>
      )}
    </Page>
  );
}

/** Two proposals, the earlier one first: reasons are kept of what a later one changed. */
function Beside({ one, other, support }: { one: Compared; other: Compared; support: SupportPolicy }) {
  const [before, after] = one.at <= other.at ? [one, other] : [other, one];
  return (
    <section>
      <h2 class="govuk-heading-m">
        {before.name} beside {after.name}
      </h2>
      <Differences
        differences={planDifferences(before, after)}
        before={before.name}
        after={after.name}
        support={support}
        sameWeights={before.differs.join() === after.differs.join()}
      />
    </section>
  );
}

function TotalsTable({ organisation, round, compared }: ComparePageProps) {
  const groups = [...new Set(compared.flatMap(({ totals }) => totals.groups.map(({ name }) => name)))];
  const rows: [string, (one: Compared) => string | number][] = [
    ['Needs with a leader', ({ totals }) => `${totals.covered} of ${totals.needs}`],
    [
      'Of those in the most pressing category',
      ({ totals: { pressing } }) =>
        pressing === null ? 'none' : `${pressing.covered} of ${pressing.needs} in ${pressing.category}`,
    ],
    ['Minutes of travel, one way, all pairs', ({ totals }) => number(totals.minutes)],
    ['Longest journey, minutes', ({ totals }) => totals.longestMinutes],
    ['Cost in minutes, as its own weights say', ({ totals }) => number(totals.objective)],
    [
      'How good it is under those weights',
      ({ totals }) => (totals.provedOptimal ? 'proved best' : `at most ${gapWords(totals.gap)} from the best`),
    ],
    ['Money', ({ totals }) => moneyWords(totals)],
    ['Days of help', ({ totals }) => number(totals.days)],
    ['Leaders with a need', ({ totals }) => totals.leadersUsed],
    ['Most needs of one leader', ({ totals }) => totals.mostOfALeader],
    ...groups.map((name): [string, (one: Compared) => string] => [
      `Met in ${name}`,
      ({ totals }) => {
        const own = totals.groups.find((one) => one.name === name);
        return own === undefined ? 'no need' : `${own.covered} of ${own.needs}`;
      },
    ]),
    ['Weighs otherwise than the policy', ({ differs }) => differs.join('; ') || 'nothing'],
  ];
  return (
    <ScrollRegion label="Proposals side by side">
      <Table
        caption="Proposals side by side"
        captionClass="govuk-visually-hidden"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: <span class="govuk-visually-hidden">What</span> },
          ...compared.map(({ id, name }) => ({
            text: (
              <a class="govuk-link" href={paths.planningProposal(organisation.id, round.id, id)}>
                {name}
              </a>
            ),
          })),
        ]}
        rows={rows.map(([what, of]) => [{ text: what }, ...compared.map((one) => ({ text: of(one) }))])}
      />
      <p class="app-source">
        Costs are comparable where the weights are the same; needs met, minutes and money always are. To take one of
        them forward, open it.
      </p>
    </ScrollRegion>
  );
}
