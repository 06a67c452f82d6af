import { createHash } from 'node:crypto';
import type { Instance } from '../../rules/instance.ts';

/** What an instance is known by: the same for the same leaders, schools, pairs, costs and limits. */
export function instanceHash(instance: Instance): string {
  return createHash('sha256').update(JSON.stringify(instance, plain)).digest('hex');
}

function plain(_: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
}
