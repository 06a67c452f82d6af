import { z } from 'zod';
import type { PlanPolicy } from '../rules/plan-policy.ts';
import type { ScenarioWeights } from '../rules/round/round.ts';
import { WEIGHT_BOXES } from '../rules/round/weight-boxes.ts';
import { number, type Read, readForm, text } from '../../need/schema/form-fields.ts';
import { weightChangeSchema } from './weights.ts';

const form = z.object({
  name: text('Name', { most: 100, missing: 'Enter a name for the scenario' }),
  budget: number('The budget', { least: 0, most: 100_000_000 }),
});
const boxes = z.object(
  Object.fromEntries(WEIGHT_BOXES.map(({ field }) => [field, number('A weight', { least: 0, most: 100_000 })])),
);

/**
 * The form that copies a scenario with other weights. An empty box, and one that says what the policy says, is the policy's.
 */
export function readScenario(
  typed: Record<string, unknown>,
  policy: PlanPolicy,
): Read<{ name: string; weights: ScenarioWeights }> {
  const [named, weighed] = [readForm(form, typed), readForm(boxes, typed)];
  if (!named.ok || !weighed.ok)
    return { ok: false, errors: { ...(named.ok ? {} : named.errors), ...(weighed.ok ? {} : weighed.errors) } };
  const given: Record<string, Record<string, number>> = {};
  for (const { field, group, code, own } of WEIGHT_BOXES) {
    const value = weighed.value[field] ?? null;
    if (value !== null && value !== own(policy)) given[group] = { ...given[group], [code]: value };
  }
  const change = weightChangeSchema.safeParse(given);
  if (!change.success) {
    // What the box took and the model does not: a share is from 0 to 1.
    const faulty = change.error.issues.map(({ path: [group, code] }) =>
      WEIGHT_BOXES.find((one) => one.group === group && one.code === code),
    );
    return {
      ok: false,
      errors: Object.fromEntries(faulty.map((one) => [one?.field ?? 'name', 'Enter a number from 0 to 1'])),
    };
  }
  return {
    ok: true,
    value: { name: named.value.name, weights: { change: change.data, budgetPounds: named.value.budget } },
  };
}
