import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { type Phase, type PhaseGroup, phaseGroupOf } from '../../schools/rules/facts.ts';
import type { FeatureSet } from '../rules/feature-set.ts';
import { featureSpace, type FeatureSpace } from '../rules/feature-space.ts';
import { compareLists, type ListsCompared, type PublishedDistances } from '../rules/published-check.ts';
import type { SimilarPolicy } from '../rules/similar-policy.ts';
import { contextFigures, inputsOf } from './context-figures.ts';
import { featureSetsAsAt } from './feature-sets.ts';

/** A set beside the Department's published lists of a phase. */
export interface PublishedCheck extends ListsCompared {
  phase: PhaseGroup;
  set: Pick<FeatureSet, 'id' | 'set' | 'title'>;
  /** How many schools the set compared. */
  schools: number;
}

const INPUTS = 'department';
const PHASES: readonly PhaseGroup[] = ['primary', 'secondary'];

/**
 * Sets every set that holds on the date beside the Department's lists of similar schools. The set of the Department's own
 * inputs compares the schools whose inputs are held; the others, every open mainstream school of the phase and, as the Department does, all-through schools in both.
 */
export async function checkPublished(
  db: Kysely<Database>,
  policy: SimilarPolicy,
  asAt: string,
): Promise<PublishedCheck[]> {
  const checks: PublishedCheck[] = [];
  for (const phase of PHASES) {
    const lists = await publishedLists(db, phase);
    if (lists.length === 0) continue;
    for (const set of featureSetsAsAt(policy, asAt, phase)) {
      const space = set.set === INPUTS ? await spaceOfInputs(db, set, phase) : await spaceOfSchools(db, set, phase);
      const { id, set: name, title } = set;
      checks.push({
        phase,
        set: { id, set: name, title },
        schools: space.urns.length,
        ...compareLists(space, lists),
      });
    }
  }
  return checks;
}

async function spaceOfSchools(db: Kysely<Database>, set: FeatureSet, phase: PhaseGroup): Promise<FeatureSpace> {
  const [schools, columns] = await Promise.all([
    db.selectFrom('school').select(['urn', 'phase']).where('mainstream', '=', true).execute(),
    contextFigures(db, set.features, phase),
  ]);
  const rows = schools
    .filter((school) => school.phase === 'All-through' || phaseGroupOf(school.phase as Phase) === phase)
    .map(({ urn }) => ({ urn, figures: columns.map((column) => column.get(urn) ?? null) }));
  return featureSpace(phase, set, rows);
}

// Of all schools whose inputs are held, whether or not a register here has them.
async function spaceOfInputs(db: Kysely<Database>, set: FeatureSet, phase: PhaseGroup): Promise<FeatureSpace> {
  const [inputs, columns] = await Promise.all([inputsOf[phase](db), contextFigures(db, set.features, phase)]);
  const urns = new Set(Object.values(inputs).flatMap((column) => [...column.keys()]));
  const rows = [...urns].map((urn) => ({ urn, figures: columns.map((column) => column.get(urn) ?? null) }));
  return featureSpace(phase, set, rows);
}

async function publishedLists(db: Kysely<Database>, phase: PhaseGroup): Promise<PublishedDistances[]> {
  const rows = await db
    .selectFrom('published_neighbour')
    .select(['urn', 'neighbour_urn', 'distance'])
    .where('phase', '=', phase)
    .orderBy('urn')
    .orderBy('rank')
    .execute();
  const lists = new Map<number, { urn: number; distance: number | null }[]>();
  for (const { urn, neighbour_urn, distance } of rows) {
    const list = lists.get(urn) ?? [];
    list.push({ urn: neighbour_urn, distance });
    lists.set(urn, list);
  }
  return [...lists].map(([urn, neighbours]) => ({ urn, neighbours }));
}
