import type { PlacementPart } from '../../../access/placement-parts.ts';
import { Table } from '../../../govuk/table.tsx';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { CHANGED_WORDS, type ComparedSection } from '../../rules/agreement/compare.ts';
import type { Placement } from '../../rules/placement.ts';
import { PlacementFrame } from '../placement-frame.tsx';

interface ComparePageProps {
  placement: Placement;
  part: PlacementPart;
  from: number;
  to: number;
  sections: readonly ComparedSection[];
}

/** Two versions of an agreement side by side. What changed says so in words, in bold. */
export function ComparePage({ placement, part, from, to, sections }: ComparePageProps) {
  const changed = sections.filter((section) => section.changed !== 'same');
  return (
    <PlacementFrame
      placement={placement}
      part={part}
      current="agreement"
      heading={`Versions ${from} and ${to} side by side`}
      wide
    >
      <p class="govuk-body">
        {changed.length === 0
          ? 'The two versions say the same.'
          : `They differ in: ${changed.map(({ title, changed: how }) => `${title} (${CHANGED_WORDS[how].toLowerCase()})`).join(', ')}.`}
      </p>
      {sections.map(({ title, changed: how, rows }) => (
        <ScrollRegion label={`${title}: ${CHANGED_WORDS[how].toLowerCase()}`}>
          <Table
            caption={`${title}: ${CHANGED_WORDS[how].toLowerCase()}`}
            captionClass="govuk-table__caption--s"
            class="app-table"
            firstCellIsHeader
            head={[{ text: 'What' }, { text: `Version ${from}` }, { text: `Version ${to}` }, { text: 'Changed?' }]}
            rows={rows.map((row) => [
              { text: row.name },
              { text: row.before === '' ? 'Not said' : row.before, class: 'app-letter' },
              { text: row.after === '' ? 'Not said' : row.after, class: 'app-letter' },
              { text: row.changed === 'same' ? CHANGED_WORDS.same : <strong>{CHANGED_WORDS[row.changed]}</strong> },
            ])}
          />
        </ScrollRegion>
      ))}
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={paths.placementPage(placement.id, 'agreement')}>
          Back to the agreement
        </a>
      </p>
    </PlacementFrame>
  );
}
