import { checked, PolicyError } from '../../policies.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';
import { needPolicySchema } from '../schema.ts';

export type PackFromFile = { ok: true; policy: Omit<NeedPolicy, 'id'> } | { ok: false; problems: string[] };

/** As many faults as somebody mends at once. */
const MOST_PROBLEMS = 20;

/** Reads a pack out of a JSON file like those of policies/need/. Every fault is told by file, key and mend. */
export function packFromFile(text: string, name: string): PackFromFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return {
      ok: false,
      problems: [`${name} is not JSON. Take a file that this site gave out, or one of policies/need/`],
    };
  }
  try {
    return { ok: true, policy: checked(json, needPolicySchema, name) };
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return { ok: false, problems: error.message.split('\n').slice(0, MOST_PROBLEMS) };
  }
}
