import { fileWords, type PublishedFile } from '../../schools/rules/published-file.ts';
import type { SourceRef } from '../../schools/rules/facts.ts';
import { paths } from '../../web/paths.ts';

/** The published files behind figures, by the number of their import. */
export type Files = ReadonlyMap<number, Pick<PublishedFile, 'title' | 'stage'>>;

/** Where figures come from: each published file with the line, as links to that very row. Nothing when there is no source. */
export function SourceLinks({ sources, files }: { sources: readonly SourceRef[]; files: Files }) {
  if (sources.length === 0) return null;
  // Several subjects often stand in one line.
  const rows = [...new Map(sources.map((source) => [`${source.importId} ${source.line}`, source])).values()];
  return (
    <p class="app-source">
      {rows.length > 1 ? 'Sources: ' : 'Source: '}
      {rows.map(({ importId, line }, index) => {
        const file = files.get(importId);
        return (
          <>
            {index > 0 && '; '}
            <a class="govuk-link" href={paths.source(importId, line)}>
              {file === undefined ? 'published file' : fileWords(file)}, line {line}
            </a>
          </>
        );
      })}
    </p>
  );
}
