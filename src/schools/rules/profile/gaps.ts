import { MEASURES, type MeasureCode } from '../../../opendata/rules/measures.ts';
import type { SchoolsCounted } from '../../../opendata/rules/adapter.ts';
import type { SourceRef } from '../facts.ts';
import { AREA_MEASURES, newestPublished, type PublishedFigure, publishedRows } from '../published-figures.ts';

/** How far disadvantaged pupils are behind other pupils, as published for the area and England in one year. */
export interface PublishedGap {
  measure: MeasureCode;
  year: number;
  schools: SchoolsCounted | null;
  disadvantaged: number;
  other: number;
  /** In the unit of the measure; positive when disadvantaged pupils are behind. */
  gap: number;
  england: number | null;
  /** The rows of the disadvantaged and of the other pupils. */
  sources: [SourceRef, SourceRef];
}

/** The newest gap of each measure that is published by disadvantage; a suppressed figure makes none. */
export function gapsOf(published: {
  area: readonly PublishedFigure[];
  england: readonly PublishedFigure[];
}): PublishedGap[] {
  const england = publishedRows(published.england, AREA_MEASURES);
  return newestPublished(publishedRows(published.area, AREA_MEASURES)).flatMap((row) => {
    const { better } = MEASURES[row.measure];
    const [own, others] = [row.byPupils.get('disadvantaged'), row.byPupils.get('other')];
    if (better === 'neither' || own?.value == null || others?.value == null) return [];
    const sign = better === 'higher' ? 1 : -1;
    const beside = england.find(
      ({ measure, year, schools }) => measure === row.measure && year === row.year && schools === row.schools,
    );
    const [there, thereOthers] = [
      beside?.byPupils.get('disadvantaged')?.value ?? null,
      beside?.byPupils.get('other')?.value ?? null,
    ];
    return [
      {
        measure: row.measure,
        year: row.year,
        schools: row.schools,
        disadvantaged: own.value,
        other: others.value,
        gap: sign * (others.value - own.value),
        england: there === null || thereOthers === null ? null : sign * (thereOthers - there),
        sources: [own.source, others.source] satisfies [SourceRef, SourceRef],
      },
    ];
  });
}
