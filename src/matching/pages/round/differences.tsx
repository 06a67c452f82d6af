import type { SupportPolicy } from '../../../leaders/rules/support-policy.ts';
import { Table } from '../../../govuk/table.tsx';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { NeedDifference } from '../../rules/round/plan-differences.ts';
import type { PlannedPair } from '../../rules/round/round-plan.ts';
import { supportWords } from '../../rules/support-policy.ts';
import { number } from './plan-figures.tsx';

/** What differs between two plans, need by need, with what each pair costs. */
export function Differences({
  differences,
  before,
  after,
  support,
  sameWeights = true,
}: {
  differences: readonly NeedDifference[];
  /** What the two plans are called. */
  before: string;
  after: string;
  support: SupportPolicy;
  /** Costs under other weights are not comparable, and are left out. */
  sameWeights?: boolean;
}) {
  if (differences.length === 0)
    return (
      <p class="govuk-body">
        Every need keeps its leader and days, or has nobody in both: {before} and {after} have the same pairs.
      </p>
    );
  return (
    <ScrollRegion label={`What differs: ${before}, ${after}`}>
      <Table
        caption={`${differences.length} ${differences.length === 1 ? 'need differs' : 'needs differ'}`}
        captionClass="govuk-table__caption--s"
        class="app-table app-table--close"
        firstCellIsHeader
        head={[
          { text: 'Need' },
          { text: 'What changes' },
          { text: before },
          { text: after },
          ...(sameWeights ? [{ text: 'Cost', format: 'numeric' as const }] : []),
        ]}
        rows={differences.map((one) => [
          {
            text:
              one.need.support === 'lead'
                ? one.need.school
                : `${one.need.school}: ${supportWords(support, one.need.support)}`,
          },
          { text: <Change {...one} /> },
          { text: who(one.before) },
          { text: who(one.after) },
          ...(sameWeights ? [{ text: cost(one.before, one.after), format: 'numeric' as const }] : []),
        ])}
      />
    </ScrollRegion>
  );
}

function Change({ change, reasons }: NeedDifference) {
  return (
    <>
      {change}
      {reasons.map((reason) => (
        <>
          <br />
          <small>{reason}</small>
        </>
      ))}
    </>
  );
}

function who(pair: PlannedPair | null): string {
  return pair === null ? 'Nobody' : `${pair.leader} (${pair.minutes} minutes)`;
}

function cost(before: PlannedPair | null, after: PlannedPair | null): string {
  if (before === null || after === null) return number((after ?? before)?.cost ?? 0);
  const change = after.cost - before.cost;
  return `${number(before.cost)} to ${number(after.cost)} (${change > 0 ? '+' : ''}${number(change)})`;
}
