import { daysAfter, daysBetween } from '../../../opendata/rules/london-time.ts';
import { type SchoolTerm, termOf } from '../../../need/rules/round/term.ts';

/**
 * Half days of a period spread over the terms that it touches, by the calendar days in each: whole half days, the largest remainders
 * first, so that together they are what was promised. Terms that get none are left out.
 */
export function halfDaysByTerm({
  halfDays,
  startsOn,
  endsOn,
}: {
  halfDays: number;
  startsOn: string;
  endsOn: string;
}): (SchoolTerm & { halfDays: number })[] {
  const terms: (SchoolTerm & { days: number })[] = [];
  for (let day = startsOn; day <= endsOn; day = daysAfter(day, 1)) {
    const { schoolYear, term } = termOf(day);
    const last = terms.at(-1);
    if (last !== undefined && last.schoolYear === schoolYear && last.term === term) last.days++;
    else terms.push({ schoolYear, term, days: 1 });
  }
  const all = daysBetween(startsOn, endsOn) + 1;
  const shares = terms.map(({ days, ...term }) => ({ ...term, exact: (halfDays * days) / all }));
  let left = halfDays - shares.reduce((sum, { exact }) => sum + Math.floor(exact), 0);
  const given = new Map<(typeof shares)[number], number>();
  for (const share of shares.toSorted((a, b) => (b.exact % 1) - (a.exact % 1)))
    given.set(share, Math.floor(share.exact) + (left-- > 0 ? 1 : 0));
  return shares
    .map((share) => ({ schoolYear: share.schoolYear, term: share.term, halfDays: given.get(share)! }))
    .filter((one) => one.halfDays > 0);
}
