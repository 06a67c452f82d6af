import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { schoolFacts } from '../../schools/queries.ts';
import { headWatches } from '../../schools/queries/head-watches.ts';
import { lineageAsAt } from '../../schools/queries/lineage.ts';
import { perVersion } from '../../schools/queries/per-version.ts';
import { factOf, type FactKey, type PhaseGroup } from '../../schools/rules/facts.ts';
import { asJudged } from '../../schools/rules/inherited.ts';
import type { HeadWatch } from '../../schools/rules/headship/head-watch.ts';
import type { MeasureYear } from '../rules/measures-read.ts';
import { type NationalReference, nationalReference } from '../rules/national-reference.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';

/** Figures of all schools of England in columns, a number a school: a twentieth of the room that their facts take. */
interface Columns {
  groups: PhaseGroup[];
  /** Numbers in the order of `groups`; NaN where there is none. */
  figures: Map<FactKey, Float64Array>;
  reference: NationalReference;
}

/**
 * Does work that compares schools with all of England, as the stored assessment is drawn. Only the figures that are asked for are
 * read, and kept for each version of the data: work that asks for others is done again when these are there. It must be pure.
 */
export async function againstEngland<T>(
  db: Kysely<Database>,
  asAt: string,
  inherited: NeedPolicy['inherited'],
  work: (reference: NationalReference) => T,
): Promise<T> {
  const kept = await columnsOfThisVersion(db);
  const key = `${asAt} ${inherited?.results === true}`;
  let columns = await (kept.get(key) ?? Promise.resolve(null));
  for (;;) {
    const lacking = new Map<string, MeasureYear>();
    const result = work(asking(columns, lacking));
    if (lacking.size === 0) return result;
    // One after another: two packs that ask at the same moment must not read the same figures twice.
    const next = (kept.get(key) ?? Promise.resolve(null)).then((held) =>
      withFigures(db, held, asAt, inherited, [...lacking.values()]),
    );
    kept.set(key, next);
    next.catch(() => {
      if (kept.get(key) === next) kept.delete(key);
    });
    columns = await next;
  }
}

/** The reference of these columns, which notes what it is asked for and lacks, and then answers that nothing is known. */
function asking(columns: Columns | null, lacking: Map<string, MeasureYear>): NationalReference {
  const has = (...figures: MeasureYear[]) => {
    const wanted = figures.filter(([measure, year]) => columns?.figures.has(`${measure}:${year}`) !== true);
    for (const figure of wanted) lacking.set(figure.join(':'), figure);
    return wanted.length === 0 ? columns!.reference : null;
  };
  return {
    prior: (measure, pupils, year) => has([measure, year], [pupils, year])?.prior(measure, pupils, year) ?? null,
    shareLower: (group, measure, year, value) => has([measure, year])?.shareLower(group, measure, year, value) ?? null,
    median: (group, measure, year) => has([measure, year])?.median(group, measure, year) ?? null,
  };
}

/** What extracts tell of heads, of all schools, kept for each version of the data. */
export async function englandHeads(db: Kysely<Database>, asAt: string): Promise<ReadonlyMap<number, HeadWatch>> {
  const kept = await headsOfThisVersion(db);
  const held = kept.get(asAt) ?? headWatches(db, asAt);
  kept.set(asAt, held);
  held.catch(() => kept.delete(asAt));
  return held;
}

const columnsOfThisVersion = perVersion(async () => new Map<string, Promise<Columns | null>>());
const headsOfThisVersion = perVersion(async () => new Map<string, Promise<ReadonlyMap<number, HeadWatch>>>());

async function withFigures(
  db: Kysely<Database>,
  held: Columns | null,
  asAt: string,
  inherited: NeedPolicy['inherited'],
  measures: readonly MeasureYear[],
): Promise<Columns> {
  const wanted = measures.filter(([measure, year]) => held?.figures.has(`${measure}:${year}`) !== true);
  if (held !== null && wanted.length === 0) return held;
  const lineage = await lineageAsAt(db, asAt);
  const schools = (await schoolFacts(db, { asAt, measures: wanted, lineage })).map((school) =>
    asJudged(school, inherited),
  );
  const figures = new Map(held?.figures);
  for (const [measure, year] of wanted) {
    figures.set(
      `${measure}:${year}`,
      Float64Array.from(schools, (school) => factOf(school, measure, year)?.value ?? Number.NaN),
    );
  }
  const groups = schools.map(({ phaseGroup }) => phaseGroup);
  return {
    groups,
    figures,
    reference: nationalReference(groups.map((phaseGroup, i) => ({ phaseGroup, facts: { get: figureAt(figures, i) } }))),
  };
}

function figureAt(figures: ReadonlyMap<FactKey, Float64Array>, school: number) {
  return (key: FactKey) => {
    const value = figures.get(key)?.[school];
    return value === undefined || Number.isNaN(value) ? undefined : { value };
  };
}
