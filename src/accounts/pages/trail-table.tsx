import { Table } from '../../govuk/table.tsx';
import { Tag } from '../../govuk/tag.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { deedText } from '../rules/deed-titles.ts';
import { londonTime } from '../../opendata/rules/london-time.ts';
import { type DeedTitles, detailText, subjectText, type TrailEntry, whoText } from '../rules/trail-entry.ts';

interface TrailTableProps {
  caption: string;
  entries: readonly TrailEntry[];
  titles: DeedTitles;
  /** False where all of it is one person's. */
  withPerson?: boolean;
}

const OUTCOME_COLOUR = { done: 'govuk-tag--green', refused: 'govuk-tag--red', failed: 'govuk-tag--orange' };

/** Entries of the audit trail, in the order given. */
export function TrailTable({ caption, entries, titles, withPerson = true }: TrailTableProps) {
  return (
    <ScrollRegion label={caption}>
      <Table
        class="app-table"
        caption={caption}
        captionClass="govuk-visually-hidden"
        head={[
          { text: 'When' },
          ...(withPerson ? [{ text: 'Who' }] : []),
          { text: 'Role' },
          { text: 'What' },
          { text: 'Outcome' },
          { text: 'About' },
          { text: 'Particulars' },
          { text: 'From' },
          { text: 'Entry', format: 'numeric' as const },
        ]}
        rows={entries.map((entry) => [
          { text: <time dateTime={entry.at.toISOString()}>{londonTime(entry.at)}</time>, class: 'app-nowrap' },
          ...(withPerson ? [{ text: whoText(entry) }] : []),
          { text: entry.role ?? '' },
          {
            text: (
              <>
                {deedText(titles, entry.action)}
                <br />
                <code>{entry.action}</code>
              </>
            ),
          },
          { text: <Tag class={OUTCOME_COLOUR[entry.outcome]}>{entry.outcome}</Tag> },
          { text: subjectText(entry) },
          { text: detailText(entry.detail) },
          { text: entry.ip ?? '' },
          { text: entry.seq, format: 'numeric' as const },
        ])}
      />
    </ScrollRegion>
  );
}
