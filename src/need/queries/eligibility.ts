import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import type { Database } from '../../db/schema.ts';
import { registerAsAt } from '../../opendata/queries/register-as-at.ts';
import { perVersion } from '../../schools/queries/per-version.ts';
import type { Phase } from '../../schools/rules/facts.ts';
import { keyStageOf } from '../../schools/rules/key-stage.ts';
import type { exportAreaNeed, readAreaNeed } from '../policy.ts';
import type { Answer } from '../rules/eligibility/answer.ts';
import type { EligibilityDefinition } from '../rules/eligibility/definition.ts';
import { countParts, type PartCounts } from '../rules/eligibility/tally.ts';
import { definitions } from './definitions.ts';
import { eligibilityJudge, type SchoolAnswer } from './eligibility-judge.ts';

/** The counts of every definition over England. */
export interface EnglandEligibility {
  /** ISO day of the register, and so of the inspections that are judged. */
  asAt: string;
  /** By the definition's id. */
  parts: ReadonlyMap<string, readonly PartCounts[]>;
}

/** Every definition counted over England and its areas, read once for each version of the data; null before a register is loaded. */
export const englandEligibility = perVersion(async (db): Promise<EnglandEligibility | null> => {
  const asAt = await registerAsAt(db);
  if (asAt === null) return null;
  const asked = definitions();
  const judge = await eligibilityJudge(db, asked, asAt);
  const parts = new Map<string, PartCounts[]>();
  for (const definition of asked) {
    const answers = judge(definition);
    const names = [...new Set(answers.map(({ part }) => part))].toSorted();
    parts.set(
      definition.id,
      names.map((name) =>
        countParts(
          name,
          answers.filter(({ part }) => part === name),
        ),
      ),
    );
    // All of England takes a moment: others get their turn between definitions.
    await turnOfTheLoop();
  }
  return { asAt, parts };
});

/** The schools of an area by name with their answers to a definition. Throws when the scope is for another area. */
export async function eligibilityOfArea(
  db: Kysely<Database>,
  { subject }: Scope<typeof readAreaNeed.verb | typeof exportAreaNeed.verb>,
  laCode: number,
  definition: EligibilityDefinition,
): Promise<SchoolAnswer[]> {
  if (subject.kind !== 'area' || subject.laCode !== laCode)
    throw new Error('A scope for one area was used for another');
  const asAt = await registerAsAt(db);
  if (asAt === null) return [];
  const judge = await eligibilityJudge(db, [definition], asAt, { laCode });
  return judge(definition).toSorted((a, b) => a.name.localeCompare(b.name) || a.urn - b.urn);
}

/** A definition and how one school stands to it. */
export interface SchoolEligibility {
  definition: EligibilityDefinition;
  answer: Answer;
}

/** How one school stands to every definition, the newest first, as at a day (ISO). */
export async function eligibilityOfSchool(
  db: Kysely<Database>,
  { urn, phase }: { urn: number; phase: Phase },
  asAt: string,
): Promise<SchoolEligibility[]> {
  const asked = definitions();
  const part = keyStageOf(phase) === 'ks2' ? 'Primary' : 'Secondary';
  const judge = await eligibilityJudge(db, asked, asAt, { one: { urn, part } });
  return asked.flatMap((definition) => judge(definition).map(({ answer }) => ({ definition, answer })));
}
