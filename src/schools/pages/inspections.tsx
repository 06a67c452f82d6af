import { Table } from '../../govuk/table.tsx';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { paths } from '../../web/paths.ts';
import type { Inspection } from '../rules/facts.ts';
import { dayText } from '../rules/figure-words.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { fileWords } from '../rules/published-file.ts';
import { InheritedKey } from './inherited-key.tsx';
import { InheritedMark } from './inherited-mark.tsx';

/** Every inspection with an overall grade that the files hold, newest first. */
export function Inspections({ inspections, frame }: { inspections: readonly Inspection[]; frame: NationalFrame }) {
  if (inspections.length === 0) {
    return (
      <p class="govuk-body">
        None of the published files held here has an inspection of this school under this URN or that of a school it
        came from.
      </p>
    );
  }
  return (
    <>
      <ScrollRegion label="Inspections of this school">
        <Table
          class="app-table"
          caption="Inspections with an overall grade, newest first"
          captionClass="govuk-visually-hidden"
          head={[{ text: 'Inspected' }, { text: 'Overall grade' }, { text: 'Source' }]}
          firstCellIsHeader
          rows={inspections.map(({ inspectedOn, outcome, source, inherited }) => {
            const file = frame.files.get(source.importId);
            return [
              { text: <span class="app-nowrap">{dayText(inspectedOn)}</span> },
              {
                text: (
                  <>
                    {outcome}
                    <InheritedMark from={inherited} />
                  </>
                ),
              },
              {
                text: (
                  <a class="govuk-link" href={paths.source(source.importId, source.line)}>
                    {file ? fileWords(file) : 'Published file'}, line {source.line}
                  </a>
                ),
              },
            ];
          })}
        />
      </ScrollRegion>
      {inspections.some(({ inherited }) => inherited !== undefined) && (
        <p class="app-source">
          <InheritedKey records={inspections} />
        </p>
      )}
    </>
  );
}
