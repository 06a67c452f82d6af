import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { figureText } from '../../../schools/rules/figure-words.ts';
import { nationalFrame } from '../../../schools/queries/national-frame.ts';
import { type Phase, phaseGroupOf } from '../../../schools/rules/facts.ts';
import type { Baseline, PublishedBaseline } from '../../rules/agreement/content.ts';
import type { Comparator } from '../../rules/life/impact.ts';
import { publishedFigures } from '../agreement/published-figures.ts';

/**
 * The newest published figure of the measure that a baseline was taken from, and the mean of England's schools of the phase in the same
 * year. Null where the baseline is the school's own; the comparator is null where no mean is held.
 */
export async function publishedAtEnd(
  db: Kysely<Database>,
  urn: number,
  baseline: Baseline | null,
): Promise<{ newest: PublishedBaseline; comparator: Comparator | null } | null> {
  if (baseline?.kind !== 'published') return null;
  const newest = (await publishedFigures(db, urn)).find(({ measure }) => measure === baseline.measure);
  if (newest === undefined) return null;
  const school = await db.selectFrom('school').select('phase').where('urn', '=', urn).executeTakeFirst();
  const phase = school === undefined ? null : phaseGroupOf(school.phase as Phase);
  const frame = await nationalFrame(db);
  const mean = phase === null ? undefined : frame.average('England', phase, newest.measure, newest.year);
  if (mean === undefined) return { newest, comparator: null };
  const { label, measure, year } = newest;
  const comparator = { of: `England, ${phase} schools (mean of ${mean.schools.toLocaleString('en-GB')})`, label, year };
  return { newest, comparator: { ...comparator, text: figureText(mean.value, measure) } };
}
