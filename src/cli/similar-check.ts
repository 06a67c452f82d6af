import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { registerAsAt } from '../opendata/queries/register-as-at.ts';
import { similarPolicyAsAt } from '../similar/queries.ts';
import { checkPublished, type PublishedCheck } from '../similar/queries/published-check.ts';
import { CommandError } from './command-error.ts';
import { answer } from './output.ts';

/** What `similar --check --json` prints. */
export interface SimilarCheckAnswer {
  asAt: string;
  checks: PublishedCheck[];
}

/**
 * `bin/alongside similar --check`: each set beside the Department's published lists of similar schools, as Markdown. Throws
 * CommandError when no register or no such list is loaded.
 */
export async function checkSimilar(db: Kysely<Database>, json: true | undefined): Promise<void> {
  const asAt = await registerAsAt(db);
  if (asAt === null) throw new CommandError('No register of schools is loaded: load the published data first');
  const checks = await checkPublished(db, similarPolicyAsAt(asAt), asAt);
  if (checks.length === 0)
    throw new CommandError(
      'No list of similar schools is loaded: import the files of similar schools that docs/datasets.md describes',
    );
  answer({ asAt, checks } satisfies SimilarCheckAnswer, json, () => checkText(checks));
}

/** The checks as a Markdown table, one line a set and phase. */
export function checkText(checks: readonly PublishedCheck[]): string {
  const head = [
    '| phase | set | schools compared | lists | neighbours comparable | in both | share | rank correlation | distance: median error | greatest |',
    '|---|---|---|---|---|---|---|---|---|---|',
  ];
  const lines = checks.map((check) => {
    const { phase, set, schools, lists, comparedLists, neighbours, comparable, shared } = check;
    return `| ${phase} | ${set.set} | ${schools} | ${comparedLists} of ${lists} | ${comparable} of ${neighbours} | ${shared} | ${share(shared, comparable)} | ${check.rankCorrelation?.toFixed(3) ?? 'none'} | ${error(check.distanceError?.median)} | ${error(check.distanceError?.most)} |`;
  });
  return [...head, ...lines].join('\n');
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)}%`;
}

// Below a billionth it is rounding, and says only that the two are the same.
function error(value: number | undefined): string {
  if (value === undefined) return 'none';
  return value < 1e-9 ? 'under 0.000000001' : value.toFixed(3);
}
