import type { PlanPolicy } from '../plan-policy.ts';
import { withWeights } from '../plan-policy.ts';
import {
  type FloorCode,
  type UncoveredCode,
  WEIGHT_CODES,
  WEIGHT_WORDS,
  type WeightChange,
  type WeightCode,
} from '../weights.ts';

/** One weight as a box of the form of a scenario. */
export interface WeightBox {
  /** Name of the field. */
  field: string;
  group: 'weights' | 'uncovered' | 'floors';
  code: string;
  label: string;
  /** What it means, with the policy's own source. */
  meaning: (policy: PlanPolicy) => string;
  own: (policy: PlanPolicy) => number;
}

const UNCOVERED: Record<UncoveredCode, string> = {
  A: 'Leaving a need in category A without a leader, in minutes',
  B: 'Leaving a need in category B without a leader, in minutes',
  C: 'Leaving a need in category C without a leader, in minutes',
  D: 'Leaving a need in category D without a leader, in minutes',
  perPoint: 'Each point of need on top of that, in minutes',
  specialistShare: 'What leaving a specialist need weighs, as a share of that, 0 to 1',
};

const FLOORS: Record<FloorCode, string> = {
  area: 'Share of each area’s needs to meet before another has more, 0 to 1',
  partnership: 'Share of each partnership’s needs to meet before another has more, 0 to 1',
};

/** Every weight that a scenario may have otherwise than the policy, in the order in which the form asks. */
export const WEIGHT_BOXES: readonly WeightBox[] = [
  ...WEIGHT_CODES.map((code: WeightCode, position): WeightBox => ({
    field: `weight-${position + 1}`,
    group: 'weights',
    code,
    label: `${WEIGHT_WORDS[code].label} (${WEIGHT_WORDS[code].unit})`,
    meaning: ({ weights }) => weights[code].source,
    own: ({ weights }) => weights[code].weight,
  })),
  ...Object.entries(UNCOVERED).map(([code, label], position): WeightBox => ({
    field: `uncovered-${position + 1}`,
    group: 'uncovered',
    code,
    label,
    meaning: () => '',
    own: ({ uncovered }) => uncovered[code as UncoveredCode],
  })),
  ...Object.entries(FLOORS).map(([code, label], position): WeightBox => ({
    field: `floor-${position + 1}`,
    group: 'floors',
    code,
    label,
    meaning: ({ floors }) => floors[code as FloorCode].source,
    own: ({ floors }) => floors[code as FloorCode].atLeast,
  })),
];

/** What stands in each box for a scenario: its own weight, or the policy's. */
export function weightsTyped(policy: PlanPolicy, change: WeightChange): Record<string, string> {
  const weighed = withWeights(policy, change);
  return Object.fromEntries(WEIGHT_BOXES.map(({ field, own }) => [field, String(own(weighed))]));
}

/** The weights in which a scenario differs from the policy, each with what the policy says: "Travel (minutes one way): 2, not 1". */
export function weightsChanged(policy: PlanPolicy, change: WeightChange): string[] {
  const weighed = withWeights(policy, change);
  return WEIGHT_BOXES.flatMap(({ label, own }) =>
    own(weighed) === own(policy) ? [] : [`${label}: ${own(weighed)}, not ${own(policy)}`],
  );
}
