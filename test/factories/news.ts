import type { NewsItem } from '../../src/news/rules/news-item.ts';
import type { NewsPolicy } from '../../src/news/rules/news-policy.ts';
import { newsPolicyKind } from '../../src/news/schema/news-policy.ts';
import { policyById } from '../../src/policies.ts';

/** The bundled news policy, so that tests judge the rules as they are used. */
export const newsPolicy: NewsPolicy = policyById(newsPolicyKind, 'england');

/** A made-up piece of news. */
export function newsItem(change: Partial<NewsItem> = {}): NewsItem {
  return {
    id: 1,
    importId: 7,
    urn: 100_001,
    schoolName: 'Elm School',
    laCode: 821,
    areaName: 'Luton',
    kind: 'inspection',
    occasion: '2026-01-20',
    happenedOn: '2026-01-20',
    notBefore: null,
    notAfter: null,
    headline: 'Inspected: good',
    detail: { likely: false, before: null, after: 'Good', sentences: [] },
    source: { importId: 7, line: 3 },
    createdAt: new Date('2026-02-03T04:05:06Z'),
    ...change,
  };
}
