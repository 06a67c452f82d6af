import type { Assessment, IndicatorResult } from './assessment.ts';
import { daysFor } from './category.ts';
import type { Category, NeedPolicy } from './need-policy.ts';
import { shortReason } from './short-reason.ts';

/** A school under two packs. */
export interface Move {
  urn: number;
  name: string;
  from: Category;
  to: Category;
  pointsFrom: number;
  pointsTo: number;
  /** Which indicators changed their points, and why the category is what it is, in sentences. */
  why: string;
}

export interface PackMoves {
  /** Those whose category changes, the ones that move up in need first. */
  moves: Move[];
  stays: Move[];
  counts: Record<'before' | 'after', Record<Category, number>>;
  /** Days of support a year that all these schools together are entitled to. */
  days: Record<'before' | 'after', number>;
}

type Judged = Pick<Assessment, 'urn' | 'category' | 'points' | 'because' | 'indicators'>;

/** What becomes of schools when one pack follows another. Schools that only one of the two assesses are left out. */
export function packMoves(
  before: { schools: readonly (Judged & { name: string })[]; policy: NeedPolicy },
  after: { schools: ReadonlyMap<number, Judged>; policy: NeedPolicy },
): PackMoves {
  const counts = { before: none(), after: none() };
  const days = { before: 0, after: 0 };
  const all = before.schools.flatMap((school): Move[] => {
    const then = after.schools.get(school.urn);
    if (then === undefined) return [];
    counts.before[school.category] += 1;
    counts.after[then.category] += 1;
    days.before += daysFor(before.policy, school.category);
    days.after += daysFor(after.policy, then.category);
    return [
      {
        urn: school.urn,
        name: school.name,
        from: school.category,
        to: then.category,
        pointsFrom: school.points,
        pointsTo: then.points,
        why: whyMoved(school, then),
      },
    ];
  });
  const inOrder = all.toSorted((a, b) => b.to.localeCompare(a.to) || a.from.localeCompare(b.from) || a.urn - b.urn);
  return {
    moves: inOrder.filter(({ from, to }) => from !== to),
    stays: inOrder.filter(({ from, to }) => from === to),
    counts,
    days,
  };
}

/** Which indicators count otherwise, in sentences, and why the category is what it becomes. */
export function whyMoved(before: Judged, after: Judged): string {
  const changes = pairs(before.indicators, after.indicators).flatMap(([was, is]) => changeWords(was, is));
  const same =
    before.category === after.category
      ? 'No indicator counts otherwise.'
      : 'Its points stay; the categories begin elsewhere.';
  const said = changes.length === 0 && before.points === after.points ? [same] : changes;
  return [...said, after.because].join(' ');
}

function changeWords(was: IndicatorResult | undefined, is: IndicatorResult | undefined): string[] {
  const [from, to] = [pointsOf(was), pointsOf(is)];
  const label = (is ?? was)!.label;
  if (from === to) {
    if (was?.state === 'missing' || is?.state !== 'missing') return [];
    return [`${label} is not known under it, and scored nothing before.`];
  }
  if (is === undefined) return [`${label} is looked at no more: ${inPoints(from)} fewer.`];
  if (to === 0)
    return [
      `${label} scores nothing${is.state === 'missing' ? ', for it is not known' : ''}; before ${inPoints(from)}.`,
    ];
  const before = from === 0 ? 'before none' : `before ${from}`;
  return [`${shortReason(is)}: ${inPoints(to)}, ${before}.`];
}

function pairs(
  before: readonly IndicatorResult[],
  after: readonly IndicatorResult[],
): [IndicatorResult | undefined, IndicatorResult | undefined][] {
  const codes = [...new Set([...after, ...before].map(({ code }) => code))];
  return codes.flatMap((code) => {
    const [was, is] = [before, after].map((list) => list.filter((one) => one.code === code)) as [
      IndicatorResult[],
      IndicatorResult[],
    ];
    return Array.from(
      { length: Math.max(was.length, is.length) },
      (_, i): [IndicatorResult | undefined, IndicatorResult | undefined] => [was[i], is[i]],
    );
  });
}

function pointsOf(result: IndicatorResult | undefined): number {
  return result?.state === 'raised' ? result.points : 0;
}

function inPoints(points: number): string {
  return `${points} point${points === 1 ? '' : 's'}`;
}

function none(): Record<Category, number> {
  return { A: 0, B: 0, C: 0, D: 0 };
}
