import { z } from 'zod';
import type { Solution } from '../rules/solution.ts';
import { InstanceFileError } from './instance-file.ts';

const index = z.int().nonnegative();
const numbers = z.array(z.number());
const solution = z.object({
  assignment: z.array(z.int().nonnegative().nullable()),
  objective: z.number(),
  bound: z.number(),
  gap: z.number(),
  provedOptimal: z.boolean(),
  uncovered: z.number(),
  seconds: z.number(),
  byHand: z.object({ objective: z.number(), covered: z.number() }),
  proof: z.object({
    kind: z.enum(['prices', 'parts']),
    prices: numbers,
    cuts: z.array(z.object({ leaders: z.array(index), schools: z.array(index), price: z.number() })),
    rowPrices: numbers,
    parts: z.array(
      z.object({
        choices: z.array(z.object({ school: index, leader: index.nullable(), isIn: z.boolean() })),
        bound: z.number(),
        prices: numbers,
        cutPrices: numbers,
        rowPrices: numbers,
      }),
    ),
    priceBound: z.number(),
  }),
});

/** Checks that JSON has the form of what `solve --json` prints; what it says is for the checker. Throws InstanceFileError. */
export function solutionFrom(json: unknown, file: string): Solution {
  const parsed = solution.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'the file';
  throw new InstanceFileError(`${file}: ${where}: ${issue?.message}. Give what \`alongside solve --json\` printed.`);
}
