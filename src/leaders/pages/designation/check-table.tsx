import { Table } from '../../../govuk/table.tsx';
import { Tag } from '../../../govuk/tag.tsx';
import { capital } from '../../../need/rules/wording.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { paths } from '../../../web/paths.ts';
import { ScrollRegion } from '../../../web/scroll-region.tsx';
import { RULING_WORDS, type RuledCheck } from '../../rules/designation/rulings.ts';

const COLOURS = { met: 'govuk-tag--green', 'not met': 'govuk-tag--red', 'cannot be told': 'govuk-tag--grey' } as const;

/** Each rule with what published data says, its day and source, and what a person decided. */
export function CheckTable({ checks }: { checks: readonly RuledCheck[] }) {
  if (checks.length === 0) return <p class="govuk-body">Not checked yet.</p>;
  return (
    <ScrollRegion label="Rules">
      <Table
        caption="Rules, with what is published of each"
        captionClass="govuk-table__caption--s"
        class="app-table"
        firstCellIsHeader
        head={[{ text: 'Rule' }, { text: 'Published data' }, { text: 'Why' }, { text: 'Decided by a person' }]}
        rows={checks.map(({ check, ruling }) => [
          { text: check.label },
          { text: <Tag class={COLOURS[check.verdict]}>{capital(check.verdict)}</Tag> },
          {
            text: (
              <>
                <span class="app-letter">{check.sentence}</span>
                {check.asAt !== null && ` As at ${dayText(check.asAt)}.`}{' '}
                {check.source !== null && (
                  <a class="govuk-link" href={paths.source(check.source.importId, check.source.line)}>
                    Source<span class="govuk-visually-hidden"> of “{check.label}”</span>
                  </a>
                )}
              </>
            ),
          },
          {
            text:
              ruling === null ? (
                check.verdict === 'met' ? (
                  'Not needed'
                ) : (
                  'Not decided'
                )
              ) : (
                <>
                  {RULING_WORDS[ruling.verdict]}. <span class="app-letter">{ruling.reason}</span>
                  {ruling.by !== null && ` (${ruling.by})`}
                </>
              ),
          },
        ])}
      />
    </ScrollRegion>
  );
}
