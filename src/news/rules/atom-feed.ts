import { KIND_TITLES, type NewsItem } from './news-item.ts';
import { type NewsAbout, nameOf } from './news-list.ts';
import { whenWords } from './when-words.ts';

interface Feed {
  about: NewsAbout;
  /** The newest first. */
  items: readonly NewsItem[];
  /** When news was last drawn; stands where there is none yet. */
  drawnAt: Date;
  /** Addresses of the feed itself, of the page with the same, and of a school. */
  self: string;
  page: string;
  schoolAt: (urn: number) => string;
  /** The site's address, for ids that stay: its host names who gave them. */
  siteUrl: string;
}

/** When the feed changed last: with its newest entry. */
export function updatedAt({ items, drawnAt }: Pick<Feed, 'items' | 'drawnAt'>): Date {
  const [first, ...rest] = items;
  if (first === undefined) return drawnAt;
  return rest.reduce((latest, { createdAt }) => (createdAt > latest ? createdAt : latest), first.createdAt);
}

/** News as an Atom feed. Source: RFC 4287; ids by RFC 4151 (tag URIs), made of what the news is about, so that they outlive the database. */
export function atomFeed(feed: Feed): string {
  const { about, items, self, page, siteUrl } = feed;
  const name = nameOf(about);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<id>${escaped(tag(siteUrl, subjectOf(about)))}</id>`,
    `<title>${escaped(`News of schools in ${name}`)}</title>`,
    `<subtitle>${escaped(`What newly published data says of schools in ${name}`)}</subtitle>`,
    `<updated>${updatedAt(feed).toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    '<author><name>Alongside</name></author>',
    '<rights>Contains public sector information licensed under the Open Government Licence v3.0.</rights>',
    ...items.map((item) => entry(item, feed)),
    '</feed>\n',
  ].join('\n');
}

function entry(item: NewsItem, { siteUrl, schoolAt }: Feed): string {
  const moment = item.createdAt.toISOString();
  const when = whenWords(item);
  const summary = [`${item.headline}${when === '' ? '' : ` (${when})`}.`, ...item.detail.sentences].join(' ');
  return [
    '<entry>',
    `<id>${escaped(tag(siteUrl, `${item.urn}/${item.kind}/${encodeURIComponent(item.occasion)}`))}</id>`,
    `<title>${escaped(`${item.schoolName}: ${item.headline}`)}</title>`,
    `<published>${moment}</published>`,
    `<updated>${moment}</updated>`,
    `<link rel="alternate" type="text/html" href="${escaped(schoolAt(item.urn))}"/>`,
    `<category term="${item.kind}" label="${escaped(KIND_TITLES[item.kind])}"/>`,
    `<summary>${escaped(summary)}</summary>`,
    '</entry>',
  ].join('\n');
}

function subjectOf(about: NewsAbout): string {
  if (about.kind === 'England') return 'england';
  return about.kind === 'area' ? `areas/${about.laCode}` : `trusts/${about.groupUid}`;
}

function tag(siteUrl: string, what: string): string {
  return `tag:${new URL(siteUrl).hostname},2026:news/${what}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML: what would be markup is written as an entity, and what XML cannot hold is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (character) => (/[\t\n]/.test(character) ? ' ' : ''))
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character]!);
}
