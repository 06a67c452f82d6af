import { DATASETS, type DatasetId } from './datasets.ts';
import { yearSpan } from './years.ts';

/** What people call one published file, e.g. "Performance tables: key stage 2, 2017-18". */
export function fileTitle(dataset: DatasetId, year: number | null, firstYear: number | null = year): string {
  const { title } = DATASETS[dataset];
  if (year === null) return title;
  return `${title}, ${firstYear === null || firstYear === year ? '' : `${yearSpan(firstYear)} to `}${yearSpan(year)}`;
}
