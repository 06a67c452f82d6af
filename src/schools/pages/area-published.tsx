import { AREA_MEASURES, newestPublished, type PublishedFigure, publishedRows } from '../rules/published-figures.ts';
import { PublishedTable } from './published-table.tsx';

interface AreaPublishedProps {
  name: string;
  area: readonly PublishedFigure[];
  england: readonly PublishedFigure[];
}

/** What the Department publishes for an authority itself, newest of each measure, beside England. */
export function AreaPublished({ name, area, england }: AreaPublishedProps) {
  const rows = newestPublished(publishedRows(area, AREA_MEASURES));
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="published">
      <h2 class="govuk-heading-m" id="published">
        As published for {name}
      </h2>
      <p class="govuk-body">
        The Department’s own figures for the whole authority, of state-funded schools unless said otherwise. They are of
        pupils, not means of schools, and may take in special schools, so they differ from the means above, which are
        worked out from the schools listed here.
      </p>
      <PublishedTable caption={`${name} as published`} rows={rows} england={publishedRows(england, AREA_MEASURES)} />
    </section>
  );
}
