import { describe, expect, it } from 'vitest';
import { newsItem } from '../../../test/factories/news.ts';
import { secretFrom } from '../../access/secret.ts';
import { digestParts, isDue } from './digest.ts';
import { subscriptionOf, unsubscribeToken } from './unsubscribe-token.ts';
import { monthsBefore, whenWords } from './when-words.ts';

describe('a letter of news', () => {
  it('is due in the round that was chosen, and once a London day', () => {
    const now = new Date('2026-06-30T23:15:00Z');
    const daily = { frequency: 'as it comes', sentAt: null } as const;
    expect(isDue(daily, 'as it comes', now)).toBe(true);
    expect(isDue(daily, 'weekly', now)).toBe(false);
    // In London it is 1 July by then.
    expect(isDue({ ...daily, sentAt: new Date('2026-06-30T22:00:00Z') }, 'as it comes', now)).toBe(true);
    expect(isDue({ ...daily, sentAt: new Date('2026-06-30T23:05:00Z') }, 'as it comes', now)).toBe(false);
  });

  it('has a line for each piece, by kind', () => {
    const closed = newsItem({
      kind: 'closure',
      headline: 'Closed',
      happenedOn: null,
      notBefore: '2026-01-01',
      notAfter: '2026-02-01',
    });
    expect(digestParts([newsItem(), closed])).toEqual([
      { heading: 'Closures', lines: ['Elm School: Closed (between 1 January 2026 and 1 February 2026)'] },
      { heading: 'Inspections', lines: ['Elm School: Inspected: good (on 20 January 2026)'] },
    ]);
  });

  it('is ended by its own link alone', () => {
    const secret = secretFrom('a secret of the tests, long enough');
    const token = unsubscribeToken(secret, 'one');
    expect(subscriptionOf(secret, token)).toBe('one');
    expect(subscriptionOf(secret, token.replace('one', 'two'))).toBeNull();
    expect(subscriptionOf(secretFrom('another secret, as long as the first one'), token)).toBeNull();
    expect(subscriptionOf(secret, '')).toBeNull();
  });
});

describe('when it was', () => {
  it('is a day, a span or an end, in words', () => {
    expect(whenWords({ happenedOn: '2026-01-02', notBefore: null, notAfter: null })).toBe('on 2 January 2026');
    expect(whenWords({ happenedOn: null, notBefore: null, notAfter: '2026-01-02' })).toBe('by 2 January 2026');
    expect(whenWords({ happenedOn: null, notBefore: null, notAfter: null })).toBe('');
  });

  it('counts back in calendar months', () => {
    expect(monthsBefore('2026-03-15', 12)).toBe('2025-03-15');
    expect(monthsBefore('2026-03-31', 1)).toBe('2026-03-03');
  });
});
