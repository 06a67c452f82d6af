import { Table } from '../../govuk/table.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { dayText } from '../rules/figure-words.ts';
import { type HeadshipCorrection, spanKey } from '../rules/headship/correction.ts';
import type { HeadshipChange } from '../rules/headship/headship-change.ts';
import { CorrectionMark } from './correction-history.tsx';

interface HeadChangesProps {
  /** The newest first. */
  changes: readonly HeadshipChange[];
  /** What the reader's organisation says of them. */
  corrections: readonly HeadshipCorrection[];
}

/** Changes of head in an area: who went, who came, how surely, whether for the first time, and from which rows. */
export function HeadChanges({ changes, corrections }: HeadChangesProps) {
  const corrected = new Map(corrections.map((one) => [spanKey(one.urn, one), one]));
  return (
    <ScrollRegion label="Changes of head">
      <Table
        class="app-table"
        caption="Changes of head, the newest first"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          { text: 'School' },
          { text: 'When' },
          { text: 'Who' },
          { text: 'How certain, and why' },
          { text: 'First headship' },
          { text: 'Sources' },
        ]}
        rows={changes.map((change) => {
          const correction = corrected.get(spanKey(change.urn, change));
          return [
            {
              text: (
                <a class="govuk-link" href={`${paths.school(change.urn)}#headteachers`}>
                  {change.schoolName ?? `School ${change.urn}`}
                </a>
              ),
            },
            { text: `after ${dayText(change.notBefore)} and by ${dayText(change.notAfter)}` },
            { text: whoWords(change) },
            {
              text: (
                <>
                  {CLASS_WORDS[change.class]}. {change.reason}
                  {change.inheritedFrom !== null && ` Under the school's earlier number, ${change.inheritedFrom}.`}
                  {correction && <CorrectionMark correction={correction} />}
                </>
              ),
            },
            { text: change.first === null ? 'not told' : FIRST_WORDS[change.first.answer] },
            {
              text: (
                <ul class="govuk-list govuk-!-font-size-16">
                  {change.sources.map(({ importId, line }, i) => (
                    <li>
                      <a class="govuk-link app-nowrap" href={paths.source(importId, line)}>
                        {i === 0 ? 'before' : 'after'}, line {line}
                      </a>
                    </li>
                  ))}
                </ul>
              ),
            },
          ];
        })}
      />
    </ScrollRegion>
  );
}

const CLASS_WORDS = { certain: 'Certain', likely: 'Likely', unclear: 'Unclear' } as const;

const FIRST_WORDS = {
  'not seen before': 'likely: no earlier extract names them as a head',
  'seen before': 'no, by name: named as a head before',
  unclear: 'unclear: the name alone does not tell',
} as const;

function whoWords({ left, came }: HeadshipChange): string {
  const [before, after] = [left.join(' and '), came.join(' and ')];
  if (before === '') return after === '' ? '' : `${after} came`;
  return after === '' ? `${before} left` : `${before}, then ${after}`;
}
