import { londonIsoDay } from '../../opendata/rules/london-time.ts';
import { KIND_TITLES, NEWS_KINDS, type NewsItem } from './news-item.ts';
import { whenWords } from './when-words.ts';

/** How often somebody gets news by mail: after an import with news, at most once a day; or on Mondays. */
export const FREQUENCIES = ['as it comes', 'weekly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Whether a letter may go now: the weekly round comes once a week, the other ones every hour, and one letter a day is enough. */
export function isDue(
  { frequency, sentAt }: { frequency: Frequency; sentAt: Date | null },
  round: Frequency,
  now: Date,
): boolean {
  return frequency === round && (sentAt === null || londonIsoDay(sentAt) !== londonIsoDay(now));
}

/** The body of a letter of news, by kind; each line names a school. */
export function digestParts(items: readonly NewsItem[]): { heading: string; lines: string[] }[] {
  return NEWS_KINDS.flatMap((kind) => {
    const lines = items.filter((item) => item.kind === kind).map(lineOf);
    return lines.length === 0 ? [] : [{ heading: KIND_TITLES[kind], lines }];
  });
}

function lineOf(item: NewsItem): string {
  const when = whenWords(item);
  return `${item.schoolName}: ${item.headline}${when === '' ? '' : ` (${when})`}`;
}
