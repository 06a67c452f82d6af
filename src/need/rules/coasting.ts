import { academicYear, type SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import { figureOf } from './figures.ts';
import { standardOf } from './minimum-standards.ts';
import { type Standing, standingIn } from './standing.ts';
import type { CoastingIndicator } from './need-policy.ts';
import { percent } from './wording.ts';

/** Under the coasting line in every one of its years. One year at or over it is enough to be clear of it. */
export function coasting(school: SchoolFacts, indicator: CoastingIndicator, at: Assessing): IndicatorResult {
  const standard = standardOf(at.standards, indicator.standard);
  const standings: Standing[] = [];
  for (const year of indicator.years) {
    const standing = standingIn(school, standard, year, at);
    standings.push(standing);
    if (!standing.known || standing.below) continue;
    // A school that reached the line for attainment was not looked at for progress.
    const reached = standard.attainment === null ? null : figureOf(school, standard.attainment.measure, year);
    return clear(indicator, `Not under ${standard.name} in ${academicYear(year)}.`, {
      value: standing.attainment,
      year,
      source: standing.progress[0]?.source ?? reached?.source ?? null,
    });
  }
  const known = standings.filter((standing) => standing.known);
  const gap = standings.find((standing) => !standing.known);
  if (gap !== undefined || known.length < standard.yearsUnder) {
    const why = gap?.known === false ? gap.why : 'the policy names too few years';
    return missing(indicator, `Not judged against ${standard.name}: ${why}.`);
  }
  const years = known.toSorted((a, b) => a.year - b.year);
  const shares = years.map(
    ({ year, attainment }) => `${attainment === null ? 'no figure' : percent(attainment)} in ${academicYear(year)}`,
  );
  const newest = years.at(-1);
  const line =
    standard.attainment === null ? '' : ` (${shares.join(', ')}, all under ${percent(standard.attainment.atLeast)})`;
  return raised(
    indicator,
    `Under ${standard.name} in each of ${known.length} years${line}, with progress under its line too.`,
    {
      value: newest?.attainment ?? null,
      year: newest?.year ?? null,
      threshold: standard.attainment?.atLeast ?? null,
      points: indicator.points,
      measures: standard.progress.map((part) => part.measure),
      source: newest?.progress[0]?.source ?? null,
      otherSources: years.slice(0, -1).flatMap((standing) => standing.progress[0]?.source ?? []),
    },
  );
}
