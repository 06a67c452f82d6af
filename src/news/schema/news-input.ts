import { z } from 'zod';
import { NEWS_KINDS } from '../rules/news-item.ts';

// A filter or page that makes no sense is as good as none: the page answers with what it can show.
export const newsInput = z.object({
  kind: z.enum(NEWS_KINDS).nullable().catch(null).default(null),
  page: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().min(1))
    .catch(1),
});

/** The number of a trust in the register of groups, in an address. */
export const groupUidParam = z
  .string()
  .regex(/^\d{1,7}$/)
  .transform(Number);

/** How often a person wants news by mail, as the form sends it. */
export const newsChoice = z.object({
  frequency: z.enum(['as it comes', 'weekly', 'none'], 'Choose how often you want news by mail'),
});
