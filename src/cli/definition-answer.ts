import type { EnglandEligibility } from '../need/queries/eligibility.ts';
import type { SchoolAnswer } from '../need/queries/eligibility-judge.ts';
import { type Comparison, comparisons } from '../need/rules/eligibility/comparison.ts';
import type { EligibilityDefinition } from '../need/rules/eligibility/definition.ts';
import type { AnswerState } from '../need/rules/eligibility/answer.ts';
import { noCounts, type PartCounts, type ReasonCount } from '../need/rules/eligibility/tally.ts';
import type { SourceRef } from '../schools/rules/facts.ts';
import type { FileAnswer } from './files-named.ts';

/** The definition asked about. */
interface Named {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
}

/** What `need --definition --json` prints. */
export interface DefinitionAnswer {
  definition: Named;
  follows: string;
  /** ISO day of the register, and so of the inspections judged. */
  asAt: string;
  parts: {
    name: string;
    counts: Record<AnswerState, number>;
    reasons: readonly ReasonCount[];
    areas: PartCounts['areas'];
  }[];
  comparisons: Comparison[];
}

/** What `need --definition --area --json` prints. */
export interface AreaDefinitionAnswer {
  definition: Named;
  follows: string;
  area: { code: number; name: string };
  counts: Record<AnswerState, number>;
  schools: { urn: number; name: string; part: string; state: AnswerState; sentence: string; sources: SourceRef[] }[];
  files: FileAnswer[];
}

export function definitionAnswer(
  definition: EligibilityDefinition,
  { asAt, parts }: EnglandEligibility,
): DefinitionAnswer {
  const counted = parts.get(definition.id) ?? [];
  return {
    definition: named(definition),
    follows: definition.follows.words,
    asAt,
    parts: counted.map(({ name, england, areas }) => ({ name, ...england, areas })),
    comparisons: comparisons(definition, counted),
  };
}

export function areaDefinitionAnswer(
  area: { code: number; name: string },
  definition: EligibilityDefinition,
  schools: readonly SchoolAnswer[],
  files: FileAnswer[],
): AreaDefinitionAnswer {
  const counts = noCounts();
  for (const { answer } of schools) counts[answer.state] += 1;
  return {
    definition: named(definition),
    follows: definition.follows.words,
    area: { code: area.code, name: area.name },
    counts,
    schools: schools.map(({ urn, name, part, answer: { state, sentence, sources } }) => ({
      urn,
      name,
      part,
      state,
      sentence,
      sources: [...sources],
    })),
    files,
  };
}

function named({ id, title, validFrom, validTo }: EligibilityDefinition): Named {
  return { id, title, validFrom, validTo };
}
