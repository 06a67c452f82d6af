import type { SchoolWithResults } from '../../src/need/rules/eligibility/school-with-results.ts';
import type { GradedInspection } from '../../src/need/rules/eligibility/grades-count.ts';
import type { EligibilityDefinition, EligibilityRule } from '../../src/need/rules/eligibility/definition.ts';
import type { MissingReason } from '../../src/opendata/rules/missing.ts';
import type { FactKey, InspectionOutcome } from '../../src/schools/rules/facts.ts';
import { NOTHING_INHERITED } from '../../src/schools/rules/inherited.ts';
import { eligibilityDefinitionKind } from '../../src/need/schema/eligibility-definition.ts';
import { policyById } from '../../src/policies.ts';
import { factsOf, inspected, inspectedWithout } from './school-facts.ts';

/** The bundled definition with this id, whose rule is of the kind expected. */
export function ruleOf<Kind extends EligibilityRule['kind']>(
  id: string,
  kind: Kind,
): Extract<EligibilityRule, { kind: Kind }> {
  const { rule }: EligibilityDefinition = policyById(eligibilityDefinitionKind, id);
  if (rule.kind !== kind) throw new Error(`${id} is of the kind ${rule.kind}`);
  return rule as Extract<EligibilityRule, { kind: Kind }>;
}

/** A made-up open community school with these results. */
export function withResults(
  figures: Partial<Record<FactKey, number | MissingReason>>,
  change: Partial<SchoolWithResults> = {},
): SchoolWithResults {
  return {
    urn: 100_001,
    name: 'Elm School',
    known: true,
    laCode: 821,
    laName: 'Luton',
    establishmentType: 'Community school',
    typeGroup: 'Local authority maintained schools',
    typeOf: null,
    closedOn: null,
    followedBy: [],
    before: null,
    facts: factsOf(figures),
    inherited: NOTHING_INHERITED,
    ...change,
  };
}

const NOTHING_MORE = { judgements: [], categoryOfConcern: null, safeguarding: null };

/** An inspection with an overall grade. */
export function graded(
  on: string,
  outcome: InspectionOutcome,
  change: Partial<GradedInspection> = {},
): GradedInspection {
  return { ...inspected(on, outcome), ...NOTHING_MORE, ...change } as GradedInspection;
}

/** An inspection that graded areas: pairs of area and grade. */
export function gradedByArea(
  on: string,
  scheme: 'judgements only' | 'report card',
  grades: Readonly<Record<string, string>>,
  change: Partial<GradedInspection> = {},
): GradedInspection {
  const judgements = Object.entries(grades).map(([area, grade]) => ({ area, grade }));
  return { ...inspectedWithout(on, scheme), ...NOTHING_MORE, judgements, ...change } as GradedInspection;
}
