import { z } from 'zod';
import { words } from '../../policies.ts';
import {
  GUESSED_CODES,
  type GuessedCode,
  WEIGHT_CODES,
  type WeightChange,
  type WeightCode,
  type Weights,
} from '../rules/weights.ts';

const weight = z.number().nonnegative().max(100_000);
const share = z.number().min(0).max(1);
const plain = z.strictObject({ weight, source: words });

const UNKNOWN: Record<GuessedCode, z.ZodNumber> = {
  context: z.number().nonnegative(),
  strength: share,
  expertise: share,
  impact: share,
  money: z.number().nonnegative(),
};

function each<V extends z.ZodType>(codes: readonly WeightCode[], of: (code: WeightCode) => V): Record<WeightCode, V> {
  return Object.fromEntries(codes.map((code) => [code, of(code)])) as Record<WeightCode, V>;
}

const isGuessed = (code: WeightCode): code is GuessedCode => (GUESSED_CODES as readonly WeightCode[]).includes(code);

/** The weights of a matching policy. */
export const weightsSchema = z.strictObject(
  each(WEIGHT_CODES, (code) => (isGuessed(code) ? plain.extend({ unknown: UNKNOWN[code] }) : plain)),
) as unknown as z.ZodType<Weights>;

export const floorsSchema = z.strictObject({
  area: z.strictObject({ atLeast: share, source: words }),
  partnership: z.strictObject({ atLeast: share, source: words }),
});

export const uncoveredShape = { A: weight, B: weight, C: weight, D: weight, perPoint: weight, specialistShare: share };

/** What a scenario weighs otherwise: any part of the weights, of what leaving a need weighs, and of the floors. */
export const weightChangeSchema: z.ZodType<WeightChange> = z.strictObject({
  weights: z.strictObject(each(WEIGHT_CODES, () => weight.optional())).optional(),
  uncovered: z.strictObject(uncoveredShape).partial().optional(),
  floors: z.strictObject({ area: share, partnership: share }).partial().optional(),
});
