import { PolicyError, policiesOf, policyById } from '../../policies.ts';
import { inspectionSchemeKind } from '../../schools/schema/inspection-scheme.ts';
import type { EligibilityDefinition, GradesCount } from '../rules/eligibility/definition.ts';
import type { MinimumStandards } from '../rules/minimum-standards.ts';
import { eligibilityDefinitionKind } from '../schema/eligibility-definition.ts';
import { minimumStandardsKind } from '../schema.ts';

let checkedOnce: readonly EligibilityDefinition[] | undefined;

/**
 * Every definition, the newest first. Checked against the files that they refer to once a process, for a school's page asks all of
 * them. Throws PolicyError when a file is malformed or names what other files do not have.
 */
export function definitions(): readonly EligibilityDefinition[] {
  if (checkedOnce === undefined) {
    const all = policiesOf(eligibilityDefinitionKind);
    for (const one of all) mustFit(one);
    checkedOnce = all.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom) || a.id.localeCompare(b.id));
  }
  return checkedOnce;
}

/** The definition with this id; null when there is none. Throws PolicyError as `definitions` does. */
export function definitionById(id: string): EligibilityDefinition | null {
  return definitions().find((one) => one.id === id) ?? null;
}

/** The minimum standards that a definition refers to. Throws PolicyError when there are none of that id. */
export function standardsNamed(id: string): MinimumStandards {
  return policyById(minimumStandardsKind, id);
}

/** Throws PolicyError when a definition names a standard, a year, an area or a grade that the file it refers to does not have. */
export function mustFit(definition: EligibilityDefinition): void {
  const { rule, id } = definition;
  if (rule.kind === 'results') {
    const { standards } = standardsNamed(rule.minimumStandards);
    rule.parts.forEach(({ standard, years }, i) => {
      const found = standards.find((one) => one.id === standard);
      const year = years.find((one) => found?.years.includes(one) !== true);
      if (year !== undefined) fault(id, `rule.parts.${i}.years`, `${standard} was not set for ${year}`);
    });
  } else if (rule.kind === 'inspections in a row') {
    mustBeOfScheme(id, 'rule.latest', rule.latest);
    mustBeOfScheme(id, 'rule.before', rule.before);
  }
}

function mustBeOfScheme(id: string, key: string, { judgements }: GradesCount): void {
  const schemes = policiesOf(inspectionSchemeKind);
  for (const { scheme, areas, grades, unlessAny } of judgements) {
    const policy = schemes.findLast((one) => one.scheme === scheme);
    const area = areas.find((name) => policy?.areas.some((one) => one.name === name) !== true);
    if (area !== undefined) fault(id, `${key}.areas`, `"${area}" is not an area of ${scheme}`);
    const grade = [...grades, ...unlessAny].find((one) => policy?.scale.includes(one) !== true);
    if (grade !== undefined) fault(id, `${key}.grades`, `"${grade}" is not on the scale of ${scheme}`);
  }
}

function fault(id: string, key: string, message: string): never {
  throw new PolicyError(`policies/need/${id}.json: "${key}" is not valid: ${message}. Correct the value.`);
}
