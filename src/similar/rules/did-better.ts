import { factOf, type SchoolFacts, type SourceRef } from '../../schools/rules/facts.ts';
import { keyStageOf } from '../../schools/rules/key-stage.ts';
import type { BetterResult } from './similar-policy.ts';

/** Two schools on one result. `own` is the school asked about, `other` its neighbour; null where a figure is missing. */
export interface ResultRow {
  label: string;
  year: number;
  own: number | null;
  other: number | null;
  verdict: 'better' | 'level' | 'worse' | 'not known';
  ownSources: SourceRef[];
  otherSources: SourceRef[];
}

/** Whether the neighbour did better on the last results, and on what that rests. */
export interface Better {
  /** `better` or `worse` on one result at least and the other way on none; `mixed` when both; `level` when neither. */
  verdict: 'better' | 'worse' | 'mixed' | 'level' | 'not known';
  rows: ResultRow[];
}

/**
 * Sets a neighbour's last results beside a school's own, result by result, where both are judged on the same tests.
 * A difference smaller than the policy's margin is level; a missing figure makes its row not known and decides nothing.
 */
export function didBetter(own: SchoolFacts, other: SchoolFacts, results: readonly BetterResult[]): Better {
  const keyStage = keyStageOf(own.phase);
  if (keyStageOf(other.phase) !== keyStage) return { verdict: 'not known', rows: [] };
  const rows = results.filter((result) => result.keyStage === keyStage).map((result) => resultRow(own, other, result));
  return { verdict: overall(rows), rows };
}

function resultRow(own: SchoolFacts, other: SchoolFacts, result: BetterResult): ResultRow {
  const mine = average(own, result);
  const theirs = average(other, result);
  const row = { label: result.label, year: result.year, own: mine.value, other: theirs.value };
  const sources = { ownSources: mine.sources, otherSources: theirs.sources };
  if (mine.value === null || theirs.value === null) return { ...row, ...sources, verdict: 'not known' };
  const ahead = theirs.value - mine.value;
  const verdict = Math.abs(ahead) < result.margin ? 'level' : ahead > 0 ? 'better' : 'worse';
  return { ...row, ...sources, verdict };
}

// To two decimals, as finely as any of these is published. An average over fewer subjects is another figure, so it is missing if one of them is.
function average(
  school: SchoolFacts,
  { measures, year }: BetterResult,
): { value: number | null; sources: SourceRef[] } {
  const facts = measures.flatMap((measure) => factOf(school, measure, year) ?? []);
  const values = facts.flatMap(({ value }) => value ?? []);
  const whole = values.length === measures.length;
  return {
    value: whole ? Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 100) / 100 : null,
    sources: facts.map(({ source }) => source),
  };
}

function overall(rows: readonly ResultRow[]): Better['verdict'] {
  const better = rows.some(({ verdict }) => verdict === 'better');
  const worse = rows.some(({ verdict }) => verdict === 'worse');
  if (better && worse) return 'mixed';
  if (better) return 'better';
  if (worse) return 'worse';
  return rows.some(({ verdict }) => verdict === 'level') ? 'level' : 'not known';
}
