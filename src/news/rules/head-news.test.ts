import { describe, expect, it } from 'vitest';
import { newsPolicy } from '../../../test/factories/news.ts';
import { type HeadChange, headNews } from './head-news.ts';

const SCHOOL = { urn: 100_001, name: 'Elm School', laCode: 821 };

function told(change: Partial<HeadChange> = {}) {
  return headNews(
    SCHOOL,
    {
      notBefore: '2021-01-31',
      notAfter: '2021-09-30',
      class: 'certain',
      reason: 'They share neither first name nor surname.',
      left: ['Robert Hill'],
      came: ['Ann Day'],
      first: { answer: 'not seen before', reason: 'No earlier extract held here names a head so.' },
      inheritedFrom: null,
      sources: [
        { importId: 1, line: 5 },
        { importId: 2, line: 8 },
      ],
      ...change,
    },
    newsPolicy,
  );
}

describe('news of heads', () => {
  it('names who came and who was before, and the sightings that it lives by', () => {
    expect(told()).toMatchObject({
      headline: 'New head: Ann Day, after Robert Hill',
      detail: { likely: false, sentences: ['May be a first headship: no earlier extract held here names a head so.'] },
      source: { importId: 2, line: 8 },
      sightings: { before: { urn: 100_001, importId: 1 }, after: { urn: 100_001, importId: 2 } },
    });
  });

  it('says that a likely change is likely, and tells no unclear one', () => {
    expect(told({ class: 'likely' })).toMatchObject({
      headline: 'Likely a new head: Ann Day, after Robert Hill',
      detail: { likely: true },
    });
    expect(told({ class: 'unclear' })).toBeNull();
  });

  it('tells of co-heads and of a post that nobody holds', () => {
    expect(told({ came: ['Ann Day', 'Bo Ray'], left: [] })?.headline).toBe('New heads: Ann Day and Bo Ray');
    expect(told({ came: [], first: null })?.headline).toBe('Robert Hill is no longer named as head');
  });

  it('writes days as people do, and names the school before a conversion', () => {
    const first = {
      answer: 'seen before',
      reason: 'A head of the name Ann Day stood at school 5 on 2020-09-30.',
    } as const;
    const news = told({ first, inheritedFrom: 100_009 });
    expect(news?.detail.sentences.join(' ')).toContain('stood at school 5 on 30 September 2020');
    expect(news?.sightings?.before.urn).toBe(100_009);
  });

  it('is none between extracts years apart', () => {
    expect(told({ notBefore: '2018-06-30' })).toBeNull();
  });
});
