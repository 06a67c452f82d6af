import { Table } from '../../govuk/table.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { dayText } from '../rules/figure-words.ts';
import { beganWords, beginningWords, endedWords, headWords } from '../rules/headship/headship-words.ts';
import type { SchoolHeadships } from '../rules/headship/school-headships.ts';
import type { NationalFrame } from '../rules/national-frame.ts';

/** Who headed the school between which days, as the dated extracts held tell, the latest first. */
export function Headteachers({ heads, frame }: { heads: SchoolHeadships; frame: NationalFrame }) {
  const { days, headships, turnover } = heads;
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined || headships.length === 0) {
    return <p class="govuk-body">None of the published files held here names a head of this school.</p>;
  }
  const changes = turnover.certain + turnover.likely;
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
      <p class="app-source">
        {days.length === 1
          ? `From one file, as at ${dayText(first)}. A change shows only when a second one is loaded.`
          : `From ${days.length} dated files, ${dayText(first)} to ${dayText(last)}: ${changes} certain or likely ${changes === 1 ? 'change' : 'changes'}, ${turnover.unclear} unclear. A headship between two files leaves no trace.`}{' '}
        People are told apart by name alone, as published in Get information about schools.
      </p>
    </>
  );
}
