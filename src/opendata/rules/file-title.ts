import { DATASETS, type DatasetId } from './datasets.ts';
import { yearsTold } from './years.ts';

/** What people call one published file, e.g. "Performance tables: key stage 2, 2017-18". */
export function fileTitle(dataset: DatasetId, year: number | null, firstYear: number | null = year): string {
  const { title } = DATASETS[dataset];
  return year === null ? title : `${title}, ${yearsTold({ year, firstYear })}`;
}
