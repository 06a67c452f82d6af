import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { newsItem } from '../../../test/factories/news.ts';
import { atomFeed, updatedAt } from './atom-feed.ts';

const PLACE = {
  about: { kind: 'area', laCode: 821, name: 'Luton' } as const,
  drawnAt: new Date('2026-01-01T00:00:00Z'),
  self: 'https://alongside.example.org/areas/821/news.atom',
  page: 'https://alongside.example.org/areas/821/news',
  schoolAt: (urn: number) => `https://alongside.example.org/schools/${urn}`,
  siteUrl: 'https://alongside.example.org',
};

/** What a strict parser with namespaces reads: the text of each element by its path, in order. Throws when it is not well-formed. */
function parsed(xml: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const path: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, uri }) => {
    expect(uri).toBe('http://www.w3.org/2005/Atom');
    path.push(local);
    found.set(path.join('/'), [...(found.get(path.join('/')) ?? []), '']);
  });
  parser.on('text', (text) => {
    const list = found.get(path.join('/'));
    if (list !== undefined) list[list.length - 1] += text;
  });
  parser.on('closetag', () => void path.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

describe('the feed', () => {
  it('is well-formed Atom with all that Atom asks for, whatever schools are called', () => {
    const evil = newsItem({ schoolName: 'Elm & <Ash> "High"\u0000\uD800 School', headline: 'Inspected: ]]> good' });
    const feed = parsed(atomFeed({ ...PLACE, items: [evil, newsItem({ occasion: '2025-12-01' })] }));
    for (const one of ['id', 'title', 'updated', 'author/name', 'link'])
      expect(feed.has(`feed/${one}`), one).toBe(true);
    for (const one of ['id', 'title', 'updated', 'summary', 'link']) {
      expect(feed.get(`feed/entry/${one}`), one).toHaveLength(2);
    }
    expect(feed.get('feed/entry/title')?.[0]).toBe('Elm & <Ash> "High" School: Inspected: ]]> good');
    expect(feed.get('feed/entry/updated')?.[0]).toBe('2026-02-03T04:05:06.000Z');
  });

  it('names entries by what they are about, each its own, so that they stay when the database is made anew', () => {
    const items = [newsItem(), newsItem({ id: 99, kind: 'trust', occasion: '2026-01-20 A Trust' })];
    expect(parsed(atomFeed({ ...PLACE, items })).get('feed/entry/id')).toEqual([
      'tag:alongside.example.org,2026:news/100001/inspection/2026-01-20',
      'tag:alongside.example.org,2026:news/100001/trust/2026-01-20%20A%20Trust',
    ]);
  });

  it('changed with its newest entry, or when news was last drawn', () => {
    const old = newsItem({ createdAt: new Date('2026-01-02T00:00:00Z') });
    expect(updatedAt({ ...PLACE, items: [old, newsItem()] })).toEqual(newsItem().createdAt);
    expect(updatedAt({ ...PLACE, items: [] })).toEqual(PLACE.drawnAt);
  });
});
