import type { IndicatorPolicy, NeedPolicy } from '../rules/need-policy.ts';

/** A fault that no single key shows: where it is and what is wrong. */
export interface CrossFault {
  path: (string | number)[];
  message: string;
}

/**
 * What must hold between the parts of a need policy: a worse step never scores less than a milder one, so that a worse
 * figure never lowers a school's points; whatever is taken over several years has its pooling; and one code has one label,
 * by which its results are shown when they are read again.
 */
export function crossFaults(policy: Pick<NeedPolicy, 'indicators' | 'pooling' | 'pupilSpread'>): CrossFault[] {
  return policy.indicators.flatMap((indicator, i) => [
    ...labelFaults(indicator, i, policy.indicators),
    ...stepFaults(indicator, i),
    ...poolingFaults(indicator, policy).map((message) => ({ path: ['indicators', i], message })),
  ]);
}

function labelFaults({ code, label }: IndicatorPolicy, i: number, all: readonly IndicatorPolicy[]): CrossFault[] {
  const first = all.find((one) => one.code === code)?.label ?? label;
  if (first === label) return [];
  return [{ path: ['indicators', i, 'label'], message: `${code} is called "${first}" before; call it the same` }];
}

function stepFaults(indicator: IndicatorPolicy, i: number): CrossFault[] {
  if (indicator.code === 'minimum_standard' && indicator.doubtfulPoints > indicator.points) {
    return [{ path: ['indicators', i, 'doubtfulPoints'], message: 'doubt must not score more than certainty' }];
  }
  if (!('steps' in indicator)) return [];
  const { steps } = indicator;
  const falls = steps.findIndex((step, j) => j > 0 && step.points < steps[j - 1]!.points);
  return falls === -1
    ? []
    : [
        {
          path: ['indicators', i, 'steps', falls, 'points'],
          message: 'steps stand mildest first, so each must score at least as much as the one before it',
        },
      ];
}

function poolingFaults(
  indicator: IndicatorPolicy,
  { pooling, pupilSpread }: Pick<NeedPolicy, 'pooling' | 'pupilSpread'>,
): string[] {
  const pooled = new Set<string>(pooling?.shares.map(({ measure }) => measure));
  const needed =
    indicator.code === 'pooled_attainment' || indicator.code === 'destinations'
      ? [indicator.measure]
      : indicator.code === 'disadvantage_gap'
        ? [indicator.disadvantaged.measure]
        : [];
  const lacking = needed.filter((measure) => !pooled.has(measure));
  const spreads = indicator.code === 'pooled_progress' ? pupilSpread.map(({ measure }) => measure) : [];
  const unmoved = spreads.filter((measure) => !pooling?.scores.some((part) => part.measure === measure));
  return [
    ...lacking.map((measure) => `several years are taken together, and "pooling.shares" says nothing of ${measure}`),
    ...unmoved.map((measure) => `several years are taken together, and "pooling.scores" says nothing of ${measure}`),
  ];
}
