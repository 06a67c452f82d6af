import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { daysAfter } from '../../opendata/rules/london-time.ts';
import { headshipChanges } from '../../schools/queries/headship-changes.ts';
import { headNews } from '../rules/head-news.ts';
import type { DrawnNews, NewsSchool } from '../rules/news-item.ts';
import type { NewsPolicy } from '../rules/news-policy.ts';

/** The news of heads that an import tells, and by area how many changes the names leave unclear. */
export async function headNewsOf(
  db: Kysely<Database>,
  { id, asAt }: { id: number; asAt: string },
  policy: NewsPolicy,
): Promise<{ news: DrawnNews[]; unclear: Map<number, number> }> {
  const news: DrawnNews[] = [];
  const unclear = new Map<number, number>();
  const named = await db.selectFrom('head_sighting').select('urn').where('import_id', '=', id).limit(1).execute();
  if (named.length === 0) return { news, unclear };
  const [{ changes }, schools] = await Promise.all([
    headshipChanges(db, { from: daysAfter(asAt, -1), to: asAt }),
    newsSchools(db),
  ]);
  for (const change of changes) {
    const school = schools.get(change.urn);
    // Of two extracts of one day the later one speaks.
    if (school === undefined || change.sources[1]?.importId !== id) continue;
    if (change.class === 'unclear') unclear.set(school.laCode, (unclear.get(school.laCode) ?? 0) + 1);
    const told = headNews(school, change, policy);
    if (told !== null) news.push(told);
  }
  return { news, unclear };
}

/** Every school of the registers by its URN, as news names it. */
async function newsSchools(db: Kysely<Database>): Promise<Map<number, NewsSchool>> {
  const rows = await db.selectFrom('school').select(['urn', 'name', 'la_code as laCode']).execute();
  return new Map(rows.map((row) => [row.urn, row]));
}
