import { Table } from '../../govuk/table.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { dayText } from '../rules/figure-words.ts';
import { beganWords, beginningWords, endedWords, headWords } from '../rules/headship/headship-words.ts';
import type { HeadshipCorrection } from '../rules/headship/correction.ts';
import type { Between } from '../rules/headship/headships.ts';
import type { SchoolHeadships } from '../rules/headship/school-headships.ts';
import { watchedWords } from '../rules/headship/turnover-words.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { CorrectionMark } from './correction-history.tsx';

/** What people say of the changes of head at a school, as far as the reader may see it. */
export interface HeadCorrections {
  /** Those that stand, of the reader's organisation first. */
  standing: readonly HeadshipCorrection[];
  /** Whether the reader may add one. */
  corrects: boolean;
}

interface HeadteachersProps {
  heads: SchoolHeadships;
  frame: NationalFrame;
  /** Null for those who may read none. */
  corrections: HeadCorrections | null;
}

/** Who headed the school between which days, as the dated extracts held tell, the latest first. */
export function Headteachers({ heads, frame, corrections }: HeadteachersProps) {
  const { urn, days, headships, turnover } = heads;
  const marks = (turn: Between | null) =>
    (corrections?.standing ?? []).filter((one) => turn !== null && isOf(one, turn));
  const begun = headships.flatMap(({ began }) => (began === null ? [] : [began]));
  const elsewhere = (corrections?.standing ?? []).filter((one) => !begun.some((turn) => isOf(one, turn)));
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined || headships.length === 0) {
    return <p class="govuk-body">None of the published files held here names a head of this school.</p>;
  }
  return (
    <>
      <ScrollRegion label="Headteachers of this school">
        <Table
          class="app-table"
          caption="Who headed the school, the latest first"
          captionClass="govuk-visually-hidden"
          head={[
            { text: 'Head' },
            { text: 'Began' },
            { text: 'Ended' },
            { text: 'How certain, and why' },
            { text: 'Sources' },
          ]}
          firstCellIsHeader
          rows={headships.map((headship) => [
            { text: headWords(headship) },
            { text: beganWords(headship) },
            { text: endedWords(headship) },
            {
              text: (
                <>
                  {beginningWords(headship)}
                  {headship.inheritedFrom !== null && ` Under the school's earlier number, ${headship.inheritedFrom}.`}
                  {marks(headship.began).map((correction) => (
                    <CorrectionMark correction={correction} />
                  ))}
                </>
              ),
            },
            {
              text: headship.sources.map(({ importId, line }, i) => {
                const asAt = frame.files.get(importId)?.asAt;
                return (
                  <>
                    {i > 0 && <br />}
                    <a class="govuk-link" href={paths.source(importId, line)}>
                      {asAt ? dayText(asAt) : 'Published file'}, line {line}
                    </a>
                  </>
                );
              }),
            },
          ])}
        />
      </ScrollRegion>
      {elsewhere.map((correction) => (
        <>
          <p class="govuk-body-s govuk-!-margin-bottom-0">
            Between {dayText(correction.notBefore)} and {dayText(correction.notAfter)}:
          </p>
          <CorrectionMark correction={correction} />
        </>
      ))}
      {corrections?.corrects && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={paths.headshipCorrections(urn)}>
            Correct a change of head, or see what was said of it
          </a>
        </p>
      )}
      <p class="app-source">
        {days.length === 1
          ? `From one file, as at ${dayText(first)}. A change shows only when a second one is loaded.`
          : `From ${days.length} dated files, ${dayText(first)} to ${dayText(last)}. ${watchedWords(turnover)} A headship between two files leaves no trace.`}{' '}
        People are told apart by name alone, as published in Get information about schools. Is it about you, and wrong?{' '}
        <a class="govuk-link" href={paths.ownData()}>
          Ask for a correction
        </a>{' '}
        when signed in, or{' '}
        <a class="govuk-link" href={paths.complain()}>
          complain
        </a>
        .
      </p>
    </>
  );
}

function isOf({ notBefore, notAfter }: HeadshipCorrection, turn: Between): boolean {
  return notBefore === turn.notBefore && notAfter === turn.notAfter;
}
