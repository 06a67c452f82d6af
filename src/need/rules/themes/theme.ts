import type { MeasureCode } from '../../../opendata/rules/measures.ts';
import type { PhaseGroup } from '../../../schools/rules/facts.ts';
import type { IndicatorResult } from '../assessment.ts';
import type { IndicatorCode, NeedPolicy } from '../need-policy.ts';
import { type PairedChange, pairedChange, type Proportion, proportion } from './proportions.ts';

type State = IndicatorResult['state'];

/** One school's indicators, now and as they were before. */
export interface ThemeSchool {
  urn: number;
  name: string;
  phaseGroup: PhaseGroup;
  /** What it may recur in: the trust of several schools that a school of an area is in, or null; the area of a school of a trust. */
  group: string | null;
  results: readonly Pick<IndicatorResult, 'code' | 'state' | 'measures'>[];
  /** Null where the school was not judged before at all. */
  before: ReadonlyMap<IndicatorCode, State> | null;
}

/** How many of England's schools of a phase are raised, of those judged. */
export type EnglandShares = (code: IndicatorCode, phase: PhaseGroup) => { raised: number; judged: number };

/** One indicator over several schools. */
export interface Theme {
  code: IndicatorCode;
  label: string;
  raised: number;
  judged: number;
  /** Schools that could not be judged: neither raised nor clear. */
  untold: number;
  /** Null where no school was judged. */
  proportion: Proportion | null;
  /** Share (0 to 1) of England's schools, as if England had this many schools judged of each phase; null where England has none. */
  england: number | null;
  /** Whether its range lies wholly above or below England's share. */
  beside: 'more than England' | 'less than England' | 'about as England' | 'not known';
  phases: { phase: PhaseGroup; raised: number; judged: number }[];
  change: PairedChange | null;
  /** The measures at fault, those of most schools first. */
  measures: { measure: MeasureCode; schools: number }[];
  /** Trusts or areas in which two schools or more are raised, most first. */
  groups: { name: string; raised: number; judged: number }[];
  schools: Pick<ThemeSchool, 'urn' | 'name'>[];
}

/** Which needs recur in some schools. */
export interface ThemesRead {
  asAt: string;
  policy: NeedPolicy;
  schools: number;
  themes: Theme[];
  /** What the change is since: an earlier run that is stored, or the same indicators a year of figures earlier. */
  since: { day: string; by: 'stored run' | 'figures a year older' };
}

/** A policy may have an indicator for each key stage, under one code. */
export function labelsOf({ indicators }: Pick<NeedPolicy, 'indicators'>): Map<IndicatorCode, string> {
  const labels = new Map<IndicatorCode, string>();
  for (const { code, label } of indicators) {
    const known = labels.get(code);
    labels.set(code, known === undefined || known === label ? label : `${known} / ${label}`);
  }
  return labels;
}

/** Which needs recur in these schools: an indicator each, that of most schools first. Indicators that no school is judged on come last. */
export function themesOf(
  schools: readonly ThemeSchool[],
  labels: ReadonlyMap<IndicatorCode, string>,
  england: EnglandShares,
): Theme[] {
  return [...labels]
    .map(([code, label]) => themeOf(schools, code, label, england))
    .filter(({ judged, untold }) => judged + untold > 0)
    .toSorted((a, b) => b.raised - a.raised || b.judged - a.judged || a.label.localeCompare(b.label));
}

function themeOf(schools: readonly ThemeSchool[], code: IndicatorCode, label: string, england: EnglandShares): Theme {
  const found = schools.flatMap((school) => {
    const result = school.results.find((one) => one.code === code);
    return result === undefined ? [] : [{ school, result }];
  });
  const judged = found.filter(({ result }) => result.state !== 'missing');
  const raised = judged.filter(({ result }) => result.state === 'raised');
  const its = proportion(raised.length, judged.length);
  const expected = standardised(
    judged.map(({ school }) => school),
    code,
    england,
  );
  const isRaised = new Set(raised);
  return {
    code,
    label,
    raised: raised.length,
    judged: judged.length,
    untold: found.length - judged.length,
    proportion: its,
    england: expected,
    beside: besideEngland(its, expected),
    phases: (['primary', 'secondary'] as const).flatMap((phase) => {
      const of = judged.filter(({ school }) => school.phaseGroup === phase);
      const count = of.filter((one) => isRaised.has(one)).length;
      return of.length === 0 ? [] : [{ phase, raised: count, judged: of.length }];
    }),
    change: pairedChange(
      judged.flatMap(({ school, result }) => {
        const before = school.before?.get(code);
        return before === undefined || before === 'missing'
          ? []
          : [{ before: before === 'raised', now: result.state === 'raised' }];
      }),
    ),
    measures: counted(raised.flatMap(({ result }) => [...new Set(result.measures)])).map(([measure, count]) => ({
      measure,
      schools: count,
    })),
    groups: counted(raised.flatMap(({ school }) => school.group ?? []))
      .filter(([, count]) => count > 1)
      .map(([name, count]) => ({
        name,
        raised: count,
        judged: judged.filter(({ school }) => school.group === name).length,
      })),
    schools: raised
      .map(({ school: { urn, name } }) => ({ urn, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  };
}

/** England's share at the phases of these schools: direct standardisation. Null where a phase has no school judged in England. */
function standardised(schools: readonly ThemeSchool[], code: IndicatorCode, england: EnglandShares): number | null {
  if (schools.length === 0) return null;
  let sum = 0;
  for (const { phaseGroup } of schools) {
    const { raised, judged } = england(code, phaseGroup);
    if (judged === 0) return null;
    sum += raised / judged;
  }
  return sum / schools.length;
}

function besideEngland(its: Proportion | null, england: number | null): Theme['beside'] {
  if (its === null || england === null) return 'not known';
  if (its.interval[0] > england) return 'more than England';
  return its.interval[1] < england ? 'less than England' : 'about as England';
}

/** How often each stands there, most first. */
function counted<T extends string>(items: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].toSorted(([a, many], [b, more]) => more - many || a.localeCompare(b));
}
