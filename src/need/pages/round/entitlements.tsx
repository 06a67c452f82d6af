import { Table } from '../../../govuk/table.tsx';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { CategoryTag } from '../category-tag.tsx';
import type { EntitlementTrend } from '../../rules/round/entitlement.ts';
import { termWords } from '../../rules/round/term.ts';

/** Days of support a year that decided categories bring, round by round, against the school year before. */
export function Entitlements({ trends }: { trends: readonly EntitlementTrend[] }) {
  const [newest] = trends;
  return (
    <section aria-labelledby="days">
      <h2 class="govuk-heading-m" id="days">
        Days of support
      </h2>
      <p class="govuk-body">
        What the decided categories entitle schools to in a year, by the policy that each round used. A school that is
        not decided yet is counted apart: it has no days, which is not nought days.
      </p>
      {newest === undefined ? (
        <p class="govuk-body">Days are counted from the first round.</p>
      ) : (
        <>
          <ScrollRegion label="Days of support by round">
            <Table
              caption="By round, the newest term first"
              captionClass="govuk-table__caption--s"
              class="app-table"
              firstCellIsHeader
              head={[
                { text: 'Round' },
                { text: 'Schools decided', format: 'numeric' },
                { text: 'Not decided', format: 'numeric' },
                { text: 'Days a year', format: 'numeric' },
                { text: 'The school year before' },
              ]}
              rows={trends.map((trend) => [
                { text: termWords(trend) },
                { text: trend.schools.length, format: 'numeric' },
                { text: trend.undecided, format: 'numeric' },
                { text: trend.schools.length === 0 ? 'none yet' : trend.total, format: 'numeric' },
                { text: beforeWords(trend) },
              ])}
            />
          </ScrollRegion>
          {newest.schools.length > 0 && <OfSchools trend={newest} />}
        </>
      )}
    </section>
  );
}

function beforeWords({ total, yearBefore, schools }: EntitlementTrend): string {
  if (yearBefore === null) return 'no round';
  const change = total - yearBefore.total;
  const by = change === 0 ? 'the same' : `${Math.abs(change)} ${change > 0 ? 'more' : 'fewer'} now`;
  const of = `${yearBefore.total} days for ${yearBefore.schools} schools`;
  return schools.length === 0 ? of : `${of}: ${by}`;
}

function OfSchools({ trend }: { trend: EntitlementTrend }) {
  return (
    <ScrollRegion label={`Days of support in the ${termWords(trend)}`}>
      <Table
        caption={`Schools in the ${termWords(trend)}: ${trend.byCategory.map(({ category, schools, days }) => `${category} ${schools} (${days} days)`).join(', ')}`}
        captionClass="govuk-table__caption--s"
        class="app-table"
        firstCellIsHeader
        head={[{ text: 'School' }, { text: 'Category decided' }, { text: 'Days a year', format: 'numeric' }]}
        rows={trend.schools.map(({ name, category, daysPerYear }) => [
          { text: name },
          { text: <CategoryTag category={category} /> },
          { text: daysPerYear, format: 'numeric' },
        ])}
      />
    </ScrollRegion>
  );
}
