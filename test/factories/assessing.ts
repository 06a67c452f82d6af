import type { Assessing } from '../../src/need/rules/assessing.ts';
import type { NationalReference } from '../../src/need/rules/national-reference.ts';
import type { IndicatorCode, IndicatorPolicy, NeedPolicy } from '../../src/need/rules/need-policy.ts';
import { minimumStandardsKind, needPolicyKind } from '../../src/need/schema.ts';
import { policyById } from '../../src/policies.ts';

/** The bundled need policy, so that tests judge the rules as they are used. */
export const policy: NeedPolicy = policyById(needPolicyKind, 'england-2022');

/** A country in which the shares of pupils spread as beta(8.5, 4.3) and every other figure evenly from 0 to 100. */
export const evenCountry: NationalReference = {
  prior: () => ({ a: 8.5, b: 4.3 }),
  shareLower: (_group, _measure, _year, value) => Math.min(1, Math.max(0, value / 100)),
  median: () => 50,
};

/** The bundled policy on 6 July 2022 in that country. */
export const assessing: Assessing = {
  policy,
  standards: policyById(minimumStandardsKind, policy.minimumStandards),
  reference: evenCountry,
  asAt: '2022-07-06',
};

/** The bundled policy's settings of an indicator for a key stage, or the only ones. */
export function settings<Code extends IndicatorCode>(
  code: Code,
  keyStage: 'ks2' | 'ks4' = 'ks2',
): Extract<IndicatorPolicy, { code: Code }> {
  const found = policy.indicators.find(
    (indicator) => indicator.code === code && (!('keyStage' in indicator) || indicator.keyStage === keyStage),
  );
  if (found === undefined) throw new Error(`The bundled policy has no ${code} for ${keyStage}`);
  return found as Extract<IndicatorPolicy, { code: Code }>;
}
