import type { AuthorityChange } from './authority-changes.ts';

/** An area in a published list of areas. */
export interface ListedArea {
  laCode: number;
  /** The list it stands in, by its import. */
  importId: number;
  /** ISO day that the list is as at. */
  listAsAt: string;
}

/** True for an authority that had begun by a day (ISO) and had not ended. */
export function standsOn(changes: readonly AuthorityChange[], code: number, day: string): boolean {
  return !changes.some(({ on, from, to }) =>
    on <= day ? from.code === code : to.some((begun) => begun.code === code) && from.code !== code,
  );
}

/**
 * The areas that stood on a day (ISO): those of the list that was newest on it, or else of the first after it, without authorities
 * that had ended or not begun by the table of changes. An authority of that table which the list leaves out is taken
 * from the list nearest after. With no day, the newest list as it is.
 */
export function areasOnDay<T extends ListedArea>(
  listed: readonly T[],
  changes: readonly AuthorityChange[],
  day: string | null,
): T[] {
  const nearestFirst = listed.toSorted((a, b) => byNearness(a, b, day ?? '9999-12-31'));
  const list = nearestFirst.filter(({ importId }) => importId === nearestFirst[0]?.importId);
  if (day === null) return list;
  const named = new Set(changes.flatMap(({ from, to }) => [from.code, ...to.map(({ code }) => code)]));
  const inList = new Set(list.map(({ laCode }) => laCode));
  const found = new Map<number, T>();
  for (const area of nearestFirst) {
    const wanted = inList.has(area.laCode) ? area.importId === list[0]?.importId : named.has(area.laCode);
    if (wanted && !found.has(area.laCode) && standsOn(changes, area.laCode, day)) found.set(area.laCode, area);
  }
  return [...found.values()];
}

/** Lists up to the day, the newest first; then those after it, the oldest first. */
function byNearness(a: ListedArea, b: ListedArea, day: string): number {
  const isLate = (area: ListedArea) => Number(area.listAsAt > day);
  if (isLate(a) !== isLate(b)) return isLate(a) - isLate(b);
  const days = isLate(a) ? a.listAsAt.localeCompare(b.listAsAt) : b.listAsAt.localeCompare(a.listAsAt);
  return days === 0 ? b.importId - a.importId : days;
}
