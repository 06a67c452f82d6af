import type { MissingReason } from '../../../opendata/rules/missing.ts';
import { type Fact, factOf, type SchoolFacts, type SourceRef } from '../../../schools/rules/facts.ts';
import { posterior } from '../beta-binomial.ts';
import { betaQuantile, regularisedIncompleteBeta } from '../incomplete-beta.ts';
import { gapOfShares } from '../gap.ts';
import { atLevelOf, pooledEvidence, type YearShare } from '../pooled-share.ts';
import type { HiddenMeasure, HiddenPolicy } from './hidden-policy.ts';
import { type HiddenReference, measuresOfGroup, shareOf } from './hidden-reference.ts';

/** A group of pupils as published in the newest year that has a figure of it. */
export interface PublishedGroup {
  percent: number;
  pupils: number;
  year: number;
}

/** What can be told of the disadvantaged pupils of one school. Percentages and percentage points are 0 to 100. */
export interface HiddenTold {
  state: 'told';
  disadvantaged: PublishedGroup;
  other: PublishedGroup;
  /** The average of all pupils as published, newest year; null where there is none. */
  average: { percent: number; year: number } | null;
  /** Behind the other pupils of the school: the expected gap, the range that holds it with 95% chance, and the chance that it is over the line. */
  gap: { points: number; interval: [low: number, high: number]; chance: number };
  /** The share of disadvantaged pupils over the years pooled, its range, and the chance that it is below England's by more than the line. */
  level: { percent: number; interval: [low: number, high: number]; chance: number };
  /** Disadvantaged pupils of all years together. */
  pupils: number;
  years: readonly number[];
  /** What is likely so: behind the others of the school, behind England's disadvantaged pupils. Empty when neither is. */
  behind: readonly ('others' | 'England')[];
  /** Its average is no lower than England's: the average gives no sign. */
  averageHides: boolean | null;
  sources: SourceRef[];
  inherited: boolean;
}

/** Why nothing can be told. */
export interface HiddenUntold {
  state: 'cannot be told';
  reason: 'no file' | 'no record' | 'too few schools' | 'too few pupils' | MissingReason;
}

export type HiddenFinding = HiddenTold | HiddenUntold;

/**
 * What the published figures say of a school's disadvantaged pupils beside its others and beside England's. Years are pooled, older ones
 * brought to the level of the newest; a suppressed figure leaves its year out. Two ways to be behind: by more than the policy's line
 * against the other pupils of the school, or against the disadvantaged pupils of England, each with the policy's chance or more.
 */
export function hiddenFinding(
  school: SchoolFacts,
  measure: HiddenMeasure,
  reference: HiddenReference,
  { fewestPupils }: Pick<HiddenPolicy, 'fewestPupils'>,
): HiddenFinding {
  const { newest, england, englandAll } = reference;
  if (newest === null || england === null) return { state: 'cannot be told', reason: 'no file' };
  const priors = {
    disadvantaged: reference.prior('disadvantaged', newest),
    other: reference.prior('other', newest),
  };
  if (priors.disadvantaged === null || priors.other === null)
    return { state: 'cannot be told', reason: 'too few schools' };
  const of = groupOf(school, measure, 'disadvantaged', reference);
  const others = groupOf(school, measure, 'other', reference);
  if (of === null || others === null) return { state: 'cannot be told', reason: whyNot(school, measure) };
  if (Math.min(of.pupils, others.pupils) < fewestPupils) return { state: 'cannot be told', reason: 'too few pupils' };
  const disadvantaged = pooledEvidence(of.parts, measure.driftPupils.disadvantaged);
  const other = pooledEvidence(others.parts, measure.driftPupils.other);
  const gap = gapOfShares(disadvantaged, other, { disadvantaged: priors.disadvantaged, other: priors.other });
  const { a, b } = posterior(priors.disadvantaged, disadvantaged);
  const { behindOthers, behindEngland } = measure;
  const overLine = gap.chanceOver(behindOthers.points);
  const underLine = regularisedIncompleteBeta(Math.max(0, england - behindEngland.points / 100), a, b);
  const average = averageOf(school, measure);
  return {
    state: 'told',
    disadvantaged: of.newest,
    other: others.newest,
    average,
    gap: { points: gap.gap, interval: gap.interval, chance: overLine },
    level: {
      percent: (100 * a) / (a + b),
      interval: [100 * betaQuantile(0.025, a, b), 100 * betaQuantile(0.975, a, b)],
      chance: underLine,
    },
    pupils: of.pupils,
    years: of.parts.map(({ year }) => year),
    behind: [
      ...(overLine >= behindOthers.chance ? (['others'] as const) : []),
      ...(underLine >= behindEngland.chance ? (['England'] as const) : []),
    ],
    averageHides: average === null || englandAll === null ? null : average.percent >= Math.round(englandAll * 100),
    sources: sourcesOf([...of.facts, ...others.facts]),
    inherited: [...of.facts, ...others.facts].some(({ inherited }) => inherited !== undefined),
  };
}

interface Group {
  newest: PublishedGroup;
  /** At the level of the country's newest year. */
  parts: YearShare[];
  pupils: number;
  facts: Fact[];
}

/** A group's pupils of the years that have both figures, or null when none has. */
function groupOf(
  school: SchoolFacts,
  measure: HiddenMeasure,
  group: 'disadvantaged' | 'other',
  reference: HiddenReference,
): Group | null {
  const measures = measuresOfGroup(measure, group);
  const now = reference.newest === null ? null : reference.prior(group, reference.newest);
  const found = measure.years.flatMap((year) => {
    const share = shareOf(school, measures, year);
    return share === null ? [] : [{ year, share }];
  });
  const [first] = found;
  if (first === undefined) return null;
  return {
    newest: {
      percent: (100 * first.share.successes) / first.share.pupils,
      pupils: first.share.pupils,
      year: first.year,
    },
    parts: found.map(({ year, share }) => {
      const then = reference.prior(group, year);
      return { year, share: then === null || now === null ? share : atLevelOf(share, then, now) };
    }),
    pupils: found.reduce((sum, { share }) => sum + share.pupils, 0),
    facts: found.flatMap(({ year }) => measures.flatMap((code) => factOf(school, code, year) ?? [])),
  };
}

function averageOf(school: SchoolFacts, { all, years }: HiddenMeasure): HiddenTold['average'] {
  for (const year of years) {
    const percent = factOf(school, all, year)?.value ?? null;
    if (percent !== null) return { percent, year };
  }
  return null;
}

/** The publisher's reason in the newest year that has one. */
function whyNot(school: SchoolFacts, measure: HiddenMeasure): HiddenUntold['reason'] {
  const codes = [...measuresOfGroup(measure, 'disadvantaged'), ...measuresOfGroup(measure, 'other')];
  for (const year of measure.years) {
    for (const code of codes) {
      const missing = factOf(school, code, year)?.missing ?? null;
      if (missing !== null) return missing;
    }
  }
  return 'no record';
}

/** Figures of one row stand on one line, which is named once. */
function sourcesOf(facts: readonly Fact[]): SourceRef[] {
  const seen = new Map(facts.map(({ source }) => [`${source.importId}:${source.line}`, source]));
  return [...seen.values()];
}
