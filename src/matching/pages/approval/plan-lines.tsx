import { Table } from '../../../govuk/table.tsx';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import type { PutLine } from '../../rules/approval/pair.ts';
import { counted } from './parts.tsx';

/** A plan in one sentence of totals. */
export function Totals({
  totals: { needs, covered, days, gap, provedOptimal },
}: {
  totals: { needs: number; covered: number; days: number; gap: number; provedOptimal: boolean };
}) {
  return (
    <p class="app-lede">
      {covered} of {counted(needs, 'need')} with a leader, {counted(days, 'day')};{' '}
      {provedOptimal
        ? 'proved to be the best plan there is'
        : `at most ${(gap * 100).toFixed(2)}% from the best there is`}
      .
    </p>
  );
}

/** Lines of a plan, each with its reasons. */
export function PlanLines({ lines, caption }: { lines: readonly PutLine[]; caption: string }) {
  return (
    <ScrollRegion label={caption}>
      <Table
        caption={caption}
        captionClass="govuk-table__caption--m"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'School' },
          { text: 'Support' },
          { text: 'Days', format: 'numeric' },
          { text: 'Leader' },
          { text: 'Why' },
        ]}
        rows={lines.map((line) => [
          { text: line.supported.name },
          { text: line.support },
          { text: line.days, format: 'numeric' },
          { text: line.leaderKey === null ? 'Nobody' : `${line.leader}, ${line.km} km` },
          { text: line.leaderKey === null ? line.why : line.reasons.join(' ') },
        ])}
      />
    </ScrollRegion>
  );
}
