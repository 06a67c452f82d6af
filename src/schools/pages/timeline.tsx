import { Table } from '../../govuk/table.tsx';
import { paths } from '../../web/paths.ts';
import { ScrollRegion } from '../../web/scroll-region.tsx';
import { dayText } from '../rules/figure-words.ts';
import { whenWords } from '../rules/history/standing-words.ts';
import type { TimelineEntry } from '../rules/history/timeline.ts';
import type { SourceRef } from '../rules/facts.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { fileWords } from '../rules/published-file.ts';

/** Everything that changed for a school, the latest first, each with the rows that say so. */
export function Timeline({ entries, frame }: { entries: readonly TimelineEntry[]; frame: NationalFrame }) {
  if (entries.length === 0) return <p class="govuk-body">No register held here tells of this school.</p>;
  return (
    <>
      <ScrollRegion label="Changes in the record">
        <Table
          class="app-table"
          caption="What changed, the latest first"
          captionClass="govuk-visually-hidden"
          head={[{ text: 'When' }, { text: 'What' }, { text: 'Before' }, { text: 'After' }, { text: 'Sources' }]}
          firstCellIsHeader
          rows={entries.map((entry) => [
            { text: whenWords(entry) },
            { text: entry.what },
            { text: entry.from ?? '' },
            { text: <After entry={entry} /> },
            {
              text: entry.sources.map((source, i) => (
                <>
                  {i > 0 && <br />}
                  <FileLink source={source} frame={frame} />
                </>
              )),
            },
          ])}
        />
      </ScrollRegion>
      <p class="app-source">
        Between two published files a change can have come on any day. What came and went between them leaves no trace.
        A file that was loaded before this record was kept is known only by what still stands from it.
      </p>
    </>
  );
}

function After({ entry: { to, note } }: { entry: TimelineEntry }) {
  return (
    <>
      {to ?? ''}
      {note !== null && (
        <>
          <br />
          <small>{note}</small>
        </>
      )}
    </>
  );
}

/** A link to a published row, by the words of its file and its day. */
export function FileLink({ source: { importId, line }, frame }: { source: SourceRef; frame: NationalFrame }) {
  const file = frame.files.get(importId);
  return (
    <a class="govuk-link" href={paths.source(importId, line)}>
      {file ? `${fileWords(file)}, as at ${dayText(file.asAt)}` : 'Published file'}, line {line}
    </a>
  );
}
