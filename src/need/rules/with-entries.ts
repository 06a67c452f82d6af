import type { PhaseGroup } from '../../schools/rules/facts.ts';
import type { IndicatorResult } from './assessment.ts';
import { entered } from './entered.ts';
import type { Entry } from './entry.ts';
import type { EnteredIndicator, NeedPolicy } from './need-policy.ts';

/** The indicators of a policy that people enter, for schools of the phase. */
export function enteredIndicators(policy: NeedPolicy, phaseGroup: PhaseGroup | null): EnteredIndicator[] {
  return policy.indicators.filter(
    (indicator): indicator is EnteredIndicator =>
      'question' in indicator && phaseGroup !== null && indicator.phaseGroups.includes(phaseGroup),
  );
}

/** What was worked out from published data, and after it what people entered of the school, as it stands on the day (ISO). */
export function withEntries(
  results: readonly IndicatorResult[],
  school: { urn: number; phaseGroup: PhaseGroup | null },
  policy: NeedPolicy,
  entries: ReadonlyMap<number, readonly Entry[]>,
  day: string,
): IndicatorResult[] {
  const at = { asAt: day, entries };
  return [...results, ...enteredIndicators(policy, school.phaseGroup).map((one) => entered(school, one, at))];
}
