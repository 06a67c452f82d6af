import { Table } from '../../govuk/table.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { paths } from '../../web/paths.ts';
import type { MinimumStandards } from '../rules/minimum-standards.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';
import { GROUP_TITLES, grouped } from '../rules/indicator-groups.ts';
import { type IndicatorWords, indicatorWords, inheritedRule, ruleWords, standardWords } from '../rules/policy-words.ts';
import { dayText } from '../../schools/rules/figure-words.ts';

interface PolicyProps {
  policy: NeedPolicy;
  standards: MinimumStandards;
  /** The service whose own pack it is; absent for one of policies/need/. */
  owner?: { name: string } | undefined;
}

/** How facts become points and points a category, with every line, number of points and source of the policy. */
export function PolicyExplained({ policy, standards, owner }: PolicyProps) {
  return (
    <section aria-labelledby="policy">
      <h2 class="govuk-heading-l" id="policy">
        How a school gets its category
      </h2>
      <p class="govuk-body">
        Each indicator that calls for help scores points. The points of a school add up to its category; some findings
        ask for at least a certain category whatever the points. An indicator whose figure is missing scores nothing and
        is shown as not known. What follows is the policy itself
        {owner === undefined
          ? ', read from its file: a local authority or trust can have its own'
          : `, the own one of ${owner.name}`}
        .
      </p>
      <p class="govuk-body">
        Results of a few pupils move by chance. So a result is shown with the range in which the school's true figure
        lies with 95% chance, and counts only when the chance of truly being below the line is high enough.{' '}
        <a class="govuk-link" href={paths.calibration()}>
          How sure these figures are
        </a>{' '}
        shows how such chances held in past years.
      </p>
      <p class="govuk-body">{inheritedRule(policy.inherited)}</p>
      <Categories policy={policy} />
      <Rules policy={policy} />
      <Indicators policy={policy} standards={standards} />
      <Standards standards={standards} />
      <Order />
      <p class="app-source">
        {policy.title}. In force from {dayText(policy.validFrom)}
        {policy.validTo === null ? ', with no end set' : ` until ${dayText(policy.validTo)}`}.{' '}
        {owner === undefined ? `File: policies/need/${policy.id}.json.` : `A pack of ${owner.name}, ${policy.id}.`}{' '}
        {policy.source}
      </p>
    </section>
  );
}

function Categories({ policy }: Pick<PolicyProps, 'policy'>) {
  return (
    <ScrollRegion label="Categories">
      <Table
        caption="Categories"
        captionClass="govuk-table__caption--m"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'Category' },
          { text: 'Begins at points', format: 'numeric' },
          { text: 'Days of support a year', format: 'numeric' },
          { text: 'Offered a leader' },
          { text: 'Source' },
        ]}
        rows={policy.categories.map(({ code, label, fromPoints, daysPerYear, source }) => [
          { text: `${code}: ${label}` },
          { text: fromPoints, format: 'numeric' },
          { text: daysPerYear, format: 'numeric' },
          { text: policy.inNeed.includes(code) ? 'yes' : 'no' },
          { text: source },
        ])}
      />
    </ScrollRegion>
  );
}

function Rules({ policy }: Pick<PolicyProps, 'policy'>) {
  return (
    <>
      <h3 class="govuk-heading-m">Findings that ask for a category whatever the points</h3>
      <ul class="govuk-list govuk-list--bullet">
        {policy.atLeast.map((rule) => (
          <li>
            {ruleWords(rule)} <small class="app-source">{rule.source}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

function Indicators({ policy, standards }: PolicyProps) {
  return (
    <>
      <h3 class="govuk-heading-m">Indicators, their lines and their points</h3>
      {grouped(policy.indicators).map(({ group, items }) => (
        <ScrollRegion label={`Indicators: ${GROUP_TITLES[group]}`}>
          <Table
            caption={GROUP_TITLES[group]}
            captionClass="govuk-table__caption--s"
            class="app-table app-table--indicators"
            firstCellIsHeader
            head={[{ text: 'Indicator' }, { text: 'What it looks at' }, { text: 'Points' }, { text: 'Source' }]}
            rows={items.map((indicator) => indicatorRow(indicatorWords(indicator, standards)))}
          />
        </ScrollRegion>
      ))}
    </>
  );
}

function indicatorRow({ label, schools, what, steps, source }: IndicatorWords) {
  return [
    {
      text: (
        <>
          <strong>{label}</strong>
          <br />
          {schools}
        </>
      ),
    },
    { text: what },
    {
      text:
        steps.length === 0 ? (
          'None'
        ) : (
          <ul class="govuk-list govuk-list--bullet app-reasons">
            {steps.map(({ when, points }) => (
              <li>
                <strong>{points}</strong>: {when}
              </li>
            ))}
          </ul>
        ),
    },
    { text: source },
  ];
}

function Standards({ standards }: Pick<PolicyProps, 'standards'>) {
  return (
    <>
      <h3 class="govuk-heading-m">The government's minimum standards</h3>
      <p class="govuk-body">
        They ended on {dayText(standards.endedOn)}. Later results are set against the last of them, and the page of each
        school says so.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {standards.standards.map((standard) => (
          <li>
            {standard.keyStage === 'ks2' ? 'Primary' : 'Secondary'}, {standard.name}: {standardWords(standard)}.{' '}
            <small class="app-source">{standard.source}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

function Order() {
  return (
    <>
      <h3 class="govuk-heading-m">Who comes first</h3>
      <p class="govuk-body">
        Schools stand in the order of their category, D first; within it of their points; within those of the chance of
        truly being below a line.
      </p>
    </>
  );
}
