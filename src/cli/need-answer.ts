import type { SchoolNeed } from '../need/queries.ts';
import { countByCategory } from '../need/rules/area-needs.ts';
import type { IndicatorResult } from '../need/rules/assessment.ts';
import { daysFor } from '../need/rules/category.ts';
import type { Decision } from '../need/rules/decision.ts';
import type { Category, IndicatorCode, NeedPolicy } from '../need/rules/need-policy.ts';
import { NEWEST_RESULTS } from '../opendata/rules/newest-results.ts';
import type { SourceRef } from '../schools/rules/facts.ts';
import type { FileAnswer } from './files-named.ts';

/** An area as `--json` names it. */
interface AreaAnswer {
  code: number;
  name: string;
}

interface PolicyAnswer {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
}

/** What every answer says of a school's need. */
interface NeedAnswer {
  urn: number;
  name: string;
  phase: string;
  category: Category;
  categoryLabel: string;
  /** What a person of the area's authority decided of the category: null when nobody did. */
  decision: Decision | null;
  points: number;
  /** Days of support a year that the policy plans for the category. */
  days: number;
  because: string;
  /** Sentences of the raised indicators, those with most points first. */
  reasons: string[];
  missing: { code: IndicatorCode; label: string; why: string }[];
}

/** What `need --urn --json` prints. */
export interface SchoolNeedAnswer extends NeedAnswer {
  area: AreaAnswer;
  academy: boolean;
  asAt: string;
  policy: PolicyAnswer;
  indicators: (Omit<IndicatorResult, 'source' | 'otherSources' | 'probability' | 'interval'> & {
    interval: [number, number] | null;
    probability: number | null;
    sources: SourceRef[];
  })[];
  files: FileAnswer[];
  resultsNote: string;
}

/** What `need --area --json` prints: schools in the order of help. */
export interface AreaNeedAnswer {
  area: AreaAnswer;
  asAt: string;
  policy: PolicyAnswer;
  counts: Record<Category, number>;
  schools: NeedAnswer[];
  resultsNote: string;
}

/** A school's need with every indicator and its sources. */
export function schoolNeedAnswer(need: SchoolNeed, policy: NeedPolicy, files: FileAnswer[]): SchoolNeedAnswer {
  return {
    ...needAnswer(need, policy),
    area: { code: need.laCode, name: need.laName },
    academy: need.academy,
    asAt: need.asAt,
    policy: policyAnswer(policy),
    indicators: need.indicators.map(({ source: _source, otherSources: _others, ...result }, i) => ({
      ...result,
      interval: result.interval ?? null,
      probability: result.probability ?? null,
      sources: sourcesOf(need.indicators[i]!),
    })),
    files,
    resultsNote: NEWEST_RESULTS,
  };
}

/** The need of an area's schools, of which there must be one at least. */
export function areaNeedAnswer(area: AreaAnswer, needs: readonly SchoolNeed[], policy: NeedPolicy): AreaNeedAnswer {
  return {
    area,
    asAt: needs[0]!.asAt,
    policy: policyAnswer(policy),
    counts: countByCategory(needs),
    schools: needs.map((need) => needAnswer(need, policy)),
    resultsNote: NEWEST_RESULTS,
  };
}

/** All sources of an indicator, that of the figure judged first. */
export function sourcesOf({ source, otherSources }: IndicatorResult): SourceRef[] {
  return source === null ? otherSources : [source, ...otherSources];
}

function needAnswer(need: SchoolNeed, policy: NeedPolicy): NeedAnswer {
  const raised = need.indicators.filter(({ state }) => state === 'raised').toSorted((a, b) => b.points - a.points);
  const missing = need.indicators.filter(({ state }) => state === 'missing');
  return {
    urn: need.urn,
    name: need.name,
    phase: need.phase,
    category: need.category,
    categoryLabel: policy.categories.find(({ code }) => code === need.category)?.label ?? need.category,
    decision: need.decision,
    points: need.points,
    days: daysFor(policy, need.category),
    because: need.because,
    reasons: raised.map(({ sentence }) => sentence),
    missing: missing.map(({ code, label, sentence }) => ({ code, label, why: sentence })),
  };
}

function policyAnswer({ id, title, validFrom, validTo }: NeedPolicy): PolicyAnswer {
  return { id, title, validFrom, validTo };
}
