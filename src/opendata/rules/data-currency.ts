import type { DatasetId } from './datasets.ts';
import { type Stage, STAGES } from './stages.ts';

/** One release of the figures of a year: its stage, and the month so many years after the year started. */
export interface Release {
  stage: Stage;
  /** 1 is January. */
  month: number;
  yearsAfterStart: number;
}

/** How often a dataset is published, and when: a line of the publication calendar. */
export type Publishing = { dataset: DatasetId; source: string } & (
  | { every: 'day' }
  | { every: 'month'; monthsToPublish: number }
  | { every: 'year'; releases: readonly Release[]; without: readonly { year: number; why: string }[] }
  | { every: 'once'; why: string | null; followedBy: { on: string; what: string } | null }
);

/** A published file that is held. */
export interface HeldFile {
  id: number;
  dataset: DatasetId;
  /** Starting year of its figures; null for a register. */
  year: number | null;
  stage: Stage;
  /** ISO date. */
  asAt: string;
  rowsLoaded: number;
  loadedAt: Date;
}

/** The next issue of a dataset after the newest that is held. */
export type NextIssue =
  | { kind: 'daily'; daysOld: number }
  /** `month` is ISO, as 2025-10. `year` and `stage` are of figures that belong to a year. */
  | { kind: 'due'; month: string; past: boolean; year: number | null; stage: Stage | null }
  | { kind: 'followed'; month: string; past: boolean; what: string }
  | { kind: 'none'; why: string | null }
  /** The calendar says nothing of the dataset. */
  | { kind: 'unknown' };

/** How current one dataset is. */
export interface DatasetCurrency {
  dataset: DatasetId;
  newest: HeldFile;
  /** Each year with figures, the oldest first, with the furthest stage that is held of it. */
  years: { year: number; stage: Stage }[];
  files: number;
  rowsLoaded: number;
  lastLoadedAt: Date;
  /** Years between the first that is held and today whose figures are published and not held. */
  missing: number[];
  /** Years in that time of which nothing was published, and why. */
  without: { year: number; why: string }[];
  /** Years held at an early stage only, though a later one is out: that stage and its month. */
  superseded: { year: number; held: Stage; published: Stage; month: string }[];
  next: NextIssue;
}

const DAY = 86_400_000;

/**
 * How current each dataset is on a day (ISO), in the order in which datasets come: what is held of it, what is published and not held, and
 * when the next issue was or is due by the publication calendar.
 */
export function currencyOf(
  held: readonly HeldFile[],
  calendar: readonly Publishing[],
  today: string,
): DatasetCurrency[] {
  const byDataset = new Map<DatasetId, [HeldFile, ...HeldFile[]]>();
  for (const file of held) {
    const known = byDataset.get(file.dataset);
    if (known) known.push(file);
    else byDataset.set(file.dataset, [file]);
  }
  return [...byDataset].map(([dataset, files]) => {
    const publishing = calendar.find((line) => line.dataset === dataset);
    const newest = files.reduce((best, file) => (isNewer(file, best) ? file : best));
    const years = yearsHeld(files);
    const yearly = publishing?.every === 'year' ? publishing : undefined;
    return {
      dataset,
      newest,
      years,
      files: files.length,
      rowsLoaded: files.reduce((sum, { rowsLoaded }) => sum + rowsLoaded, 0),
      lastLoadedAt: files.reduce((last, { loadedAt }) => (loadedAt > last ? loadedAt : last), newest.loadedAt),
      ...gaps(years, yearly, today),
      next: nextIssue(newest, publishing, today),
    };
  });
}

function isNewer(file: HeldFile, than: HeldFile): boolean {
  if (file.year !== than.year) return (file.year ?? 0) > (than.year ?? 0);
  const further = STAGES.indexOf(file.stage) - STAGES.indexOf(than.stage);
  return further === 0 ? file.asAt > than.asAt : further > 0;
}

function yearsHeld(files: readonly HeldFile[]): DatasetCurrency['years'] {
  const furthest = new Map<number, Stage>();
  for (const { year, stage } of files) {
    if (year === null) continue;
    const known = furthest.get(year);
    if (known === undefined || STAGES.indexOf(stage) > STAGES.indexOf(known)) furthest.set(year, stage);
  }
  return [...furthest].map(([year, stage]) => ({ year, stage })).toSorted((a, b) => a.year - b.year);
}

type Yearly = Extract<Publishing, { every: 'year' }>;

function gaps(
  years: DatasetCurrency['years'],
  yearly: Yearly | undefined,
  today: string,
): Pick<DatasetCurrency, 'missing' | 'without' | 'superseded'> {
  const first = years[0]?.year;
  const [earliest] = yearly?.releases ?? [];
  if (yearly === undefined || earliest === undefined || first === undefined)
    return { missing: [], without: [], superseded: [] };
  const isOut = (release: Release, year: number) => monthOf(release, year) < today.slice(0, 7);
  const missing: number[] = [];
  const without: DatasetCurrency['without'] = [];
  for (let year = first; isOut(earliest, year); year += 1) {
    const none = yearly.without.find((one) => one.year === year);
    if (years.some((held) => held.year === year)) continue;
    if (none) without.push(none);
    else missing.push(year);
  }
  const superseded = years.flatMap(({ year, stage }) => {
    const later = yearly.releases.findLast(
      (release) => STAGES.indexOf(release.stage) > STAGES.indexOf(stage) && isOut(release, year),
    );
    return later ? [{ year, held: stage, published: later.stage, month: monthOf(later, year) }] : [];
  });
  return { missing, without, superseded };
}

function nextIssue(newest: HeldFile, publishing: Publishing | undefined, today: string): NextIssue {
  if (publishing === undefined) return { kind: 'unknown' };
  const thisMonth = today.slice(0, 7);
  if (publishing.every === 'day') {
    return { kind: 'daily', daysOld: Math.max(0, Math.round((Date.parse(today) - Date.parse(newest.asAt)) / DAY)) };
  }
  if (publishing.every === 'once') {
    const { why, followedBy } = publishing;
    if (followedBy === null) return { kind: 'none', why };
    return { kind: 'followed', month: followedBy.on, past: followedBy.on <= thisMonth, what: followedBy.what };
  }
  const due = (month: string, year: number | null, stage: Stage | null): NextIssue => {
    return { kind: 'due', month, past: month < thisMonth, year, stage };
  };
  if (publishing.every === 'month') return due(monthsAfter(newest.asAt, 1 + publishing.monthsToPublish), null, null);
  if (newest.year === null || publishing.releases.length === 0) return due(monthsAfter(newest.asAt, 12), null, null);
  return nextRelease(newest, newest.year, publishing, due);
}

/** The release after the newest held: a later stage of its year, or else the first of the next year that has any. */
function nextRelease(
  newest: HeldFile,
  year: number,
  { releases, without }: Yearly,
  due: (month: string, year: number, stage: Stage) => NextIssue,
): NextIssue {
  const later = releases.find(({ stage }) => STAGES.indexOf(stage) > STAGES.indexOf(newest.stage));
  if (later) return due(monthOf(later, year), year, later.stage);
  let following = year + 1;
  while (without.some((none) => none.year === following)) following += 1;
  const [first] = releases;
  return first ? due(monthOf(first, following), following, first.stage) : { kind: 'unknown' };
}

function monthOf({ month, yearsAfterStart }: Release, year: number): string {
  return `${year + yearsAfterStart}-${String(month).padStart(2, '0')}`;
}

function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
