import { Table } from '../../govuk/table.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import type { PlanPart } from '../rules/plan-parts.ts';
import { number } from './round/plan-figures.tsx';

/** What a plan's cost is made of, so that what each weight does is seen: every part that weighs anything, and their sum. */
export function PlanParts({ parts, objective }: { parts: readonly PlanPart[]; objective: number }) {
  const weighing = parts.filter(({ minutes }) => minutes !== 0);
  return (
    <ScrollRegion label="What the cost is made of">
      <Table
        caption="What the cost is made of"
        captionClass="govuk-table__caption--s"
        class="app-table"
        firstCellIsHeader
        head={[
          { text: 'Part' },
          { text: 'Amount', format: 'numeric' },
          { text: 'Minutes', format: 'numeric' },
          { text: 'Not known for', format: 'numeric' },
        ]}
        rows={[
          ...weighing.map(({ code, label, taken, unit, minutes, guessed }) => [
            { text: label },
            {
              text:
                code === 'travel' ? `${Math.round(taken).toLocaleString('en-GB')} ${unit}` : `${number(taken)} ${unit}`,
              format: 'numeric' as const,
            },
            { text: number(minutes), format: 'numeric' as const },
            { text: guessed === 0 ? '' : `${guessed} pair${guessed === 1 ? '' : 's'}`, format: 'numeric' as const },
          ]),
          [
            { text: 'The plan' },
            { text: '', format: 'numeric' as const },
            { text: number(objective), format: 'numeric' as const },
            { text: '', format: 'numeric' as const },
          ],
        ]}
      />
    </ScrollRegion>
  );
}
