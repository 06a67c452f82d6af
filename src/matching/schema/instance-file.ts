import { z } from 'zod';
import { buildInstance, type Instance, type InstanceColumns, InstanceError } from '../rules/instance.ts';

/** What each column of an instance is called in the file. */
const NAMES = {
  capacity: 'cap',
  maxSchools: 'cnt',
  demand: 'dem',
  priority: 'pri',
  penalty: 'pen',
  pairLeader: 'ai',
  pairSchool: 'aj',
  pairCost: 'ac',
  load: 'load',
  held: 'held',
  fixed: 'fixed',
  rows: 'rows',
} as const satisfies Record<keyof InstanceColumns, string>;

const numbers = z.array(z.number());
const counted = z.object({
  L: z.int().nonnegative(),
  S: z.int().nonnegative(),
  cap: numbers,
  cnt: numbers,
  dem: numbers,
  pri: numbers,
  pen: numbers,
  ai: numbers,
  aj: numbers,
  ac: numbers,
  load: numbers.optional(),
  held: numbers.optional(),
  fixed: numbers.optional(),
  rows: z
    .array(
      z.strictObject({
        name: z.string(),
        pairs: numbers,
        amounts: numbers,
        limit: z.number(),
        overPrice: z.number().nullable(),
      }),
    )
    .optional(),
});

/** A file of an instance or its solution that cannot be read; the message names the file, the array and position, and the mend. */
export class InstanceFileError extends Error {
  override name = 'InstanceFileError';
}

/**
 * Checks the JSON of an instance file: `L` leaders and `S` schools; days `cap` and number of schools `cnt` of each leader;
 * days `dem`, priority `pri` and cost if uncovered `pen` of each school; feasible pairs as arrays `ai` (leader), `aj`
 * (school), `ac` (cost); and where there are any, `load` and `held` of each leader, the leader that each school is `fixed` to,
 * and `rows`, limits over many pairs. Throws InstanceFileError at the first thing that is wrong.
 */
export function instanceFrom(json: unknown, file: string): Instance {
  const parsed = counted.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const [field, index] = issue?.path ?? [];
    const where =
      field === undefined ? 'the file' : `${String(field)}${index === undefined ? '' : `[${String(index)}]`}`;
    throw new InstanceFileError(
      `${file}: ${where}: ${issue?.message}. Give an object with L, S, cap, cnt, dem, pri, pen, ai, aj, ac.`,
    );
  }
  const { L, S, ...columns } = parsed.data;
  for (const [name, count, of] of [
    ['cap', L, 'L'],
    ['dem', S, 'S'],
  ] as const) {
    if (columns[name].length === count) continue;
    throw new InstanceFileError(
      `${file}: ${name}: has ${columns[name].length} values but ${of} is ${count}. Make them agree.`,
    );
  }
  try {
    const named = Object.entries(NAMES).flatMap(([column, name]) =>
      columns[name] === undefined ? [] : [[column, columns[name]] as const],
    );
    return buildInstance(Object.fromEntries(named) as unknown as InstanceColumns, (column) => NAMES[column]);
  } catch (error) {
    if (error instanceof InstanceError) throw new InstanceFileError(`${file}: ${error.message}.`);
    throw error;
  }
}
