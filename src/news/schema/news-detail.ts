import { z } from 'zod';
import type { NewsDetail } from '../rules/news-item.ts';

/** What a stored piece of news says beyond its headline. Refuses what this version would not write. */
export const newsDetail: z.ZodType<NewsDetail> = z.strictObject({
  likely: z.boolean(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  sentences: z.array(z.string()),
});

/** Changes of head that names do not tell surely: how many, by area code. */
export const unclearHeads = z.record(z.string().regex(/^\d+$/), z.int().min(1));
