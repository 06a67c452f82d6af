import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { MEASURE_CODES, type MeasureCode } from './opendata/rules/measures.ts';

const POLICIES = fileURLToPath(new URL('../policies/', import.meta.url));

/** An ISO calendar date, e.g. "2021-09-01". */
export const isoDate = z.iso.date();

/** Words that must be there, e.g. a source. */
export const words = z.string().min(1);

/** A measure by its code in the catalogue. */
export const measureCode = z.enum(MEASURE_CODES as [MeasureCode, ...MeasureCode[]]);

/** The calendar year in which an academic or financial year starts. */
export const startYear = z.int().min(2000).max(2100);

/** What every policy file says about itself. `validTo` is the first day on which it no longer holds, or null. */
export const policyHeader = {
  title: words,
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  source: words,
};

/** One kind of policy file: the folder under `policies/` it lives in, the `kind` its files carry, and its schema. */
export interface PolicyKind<T> {
  folder: string;
  kind: string;
  schema: z.ZodType<T>;
}

interface Dated {
  validFrom: string;
  validTo: string | null;
}

/** A policy file that is missing, malformed or does not cover the date. The message names the file, the key and the mend. */
export class PolicyError extends Error {
  override name = 'PolicyError';
}

/**
 * The policy of a kind that holds on a date: of the files whose `validFrom` is on or before it and whose `validTo` is
 * after it, the one with the newest `validFrom`. `id` is the file name without its ending.
 * Throws PolicyError when a file of the kind is malformed or none holds on the date.
 */
export function policyAsAt<T extends Dated>(kind: PolicyKind<T>, date: string, root = POLICIES): T & { id: string } {
  const inForce = policiesOf(kind, root)
    .filter((policy) => policy.validFrom <= date && (policy.validTo === null || policy.validTo > date))
    .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0];
  if (inForce === undefined) {
    throw new PolicyError(
      `No ${kind.kind} holds on ${date}. Add a file to policies/${kind.folder}/ whose validFrom is on or before that date.`,
    );
  }
  return inForce;
}

/** The policy with this id, whatever its dates, so that an old decision can be replayed. Throws PolicyError when there is none. */
export function policyById<T>(kind: PolicyKind<T>, id: string, root = POLICIES): T & { id: string } {
  const found = policiesOf(kind, root).find((policy) => policy.id === id);
  if (found === undefined)
    throw new PolicyError(`There is no ${kind.kind} called "${id}" in policies/${kind.folder}/.`);
  return found;
}

/** What was read of a kind, as long as its files have not been written to since. */
const read = new WeakMap<object, { stamp: string; policies: unknown }>();

/**
 * Every policy of a kind, each with the name of its file as `id`. Reads and checks the files when one of them was written
 * since the last time, for pages ask for policies by the dozen. Throws PolicyError when one is malformed.
 */
export function policiesOf<T>(kind: PolicyKind<T>, root = POLICIES): (T & { id: string })[] {
  const folder = join(root, kind.folder);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const stamp = [root, ...names.map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)].join('\n');
  const known = read.get(kind);
  if (known?.stamp === stamp) return known.policies as (T & { id: string })[];
  const policies = readPolicies(kind, root, names);
  read.set(kind, { stamp, policies });
  return policies;
}

function readPolicies<T>(kind: PolicyKind<T>, root: string, names: readonly string[]): (T & { id: string })[] {
  return names.toSorted().flatMap((name) => {
    const shown = `policies/${kind.folder}/${name}`;
    const json = readJson(join(root, kind.folder, name), shown);
    if (kindOf(json, shown) !== kind.kind) return [];
    return [{ ...checked(json, kind.schema, shown), id: name.slice(0, -'.json'.length) }];
  });
}

/** Checks parsed JSON against a policy schema. Throws PolicyError listing every fault by file and key, with its mend. */
export function checked<T>(json: unknown, schema: z.ZodType<T>, file: string): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new PolicyError(
    result.error.issues
      .flatMap((issue) => faults(issue))
      .map((fault) => `${file}: ${fault}`)
      .join('\n'),
  );
}

function faults(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.map(String);
  const key = path.length === 0 ? 'the file' : `"${path.join('.')}"`;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (name) => `"${[...path, name].join('.')}" is not a known key. Remove it or correct its spelling.`,
    );
  }
  if (issue.code === 'invalid_type') return [`${key} must be ${issue.expected}. Give it a value of that type.`];
  return [`${key} is not valid: ${issue.message}. Correct the value.`];
}

function readJson(path: string, shown: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new PolicyError(
      `${shown}: is not JSON (${detail}). Mend the file; a comma or bracket is likely to be missing.`,
    );
  }
}

function kindOf(json: unknown, shown: string): unknown {
  if (typeof json === 'object' && json !== null && 'kind' in json) return json.kind;
  throw new PolicyError(`${shown}: "kind" is missing. Say which kind of policy this is, e.g. "need policy".`);
}
