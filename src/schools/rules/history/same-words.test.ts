import { describe, expect, it } from 'vitest';
import { sameCategory, sameName } from './same-words.ts';

describe('a name in two registers', () => {
  // Pairs as two published registers have them.
  it.each([
    ['Whaddon CofE  School', 'Whaddon CofE School'],
    [
      'St Johns Walham Green Church of England Primary School',
      "St John's Walham Green Church of England Primary School",
    ],
    ["The Saint Mary's Catholic Voluntary Academy", 'St. Mary’s Catholic Voluntary Academy'],
    ['Bramley Vale Primary and Nursery School', 'Bramley Vale Primary & Nursery School'],
    ['Trinity Academy, Halifax', 'TRINITY ACADEMY HALIFAX'],
    ['Colwall CofE Primary School', 'Colwall Church of England Primary School'],
    ['Sacré Coeur School', 'Sacre Coeur School'],
  ])('%s is %s', (one, other) => expect(sameName(one, other)).toBe(true));

  it.each([
    ['Riverview Primary School', 'River View Primary School'],
    ['Great Academy Ashton', 'Dixons Ashton Academy'],
    ['Tapton School', 'Tapton School & Sixth Form'],
  ])('%s is not %s', (one, other) => expect(sameName(one, other)).toBe(false));
});

describe('a category in two registers', () => {
  it('is the same whatever the case, and only then', () => {
    expect(sameCategory('Academy Converter', 'Academy converter')).toBe(true);
    expect(sameCategory('Free schools', 'Free schools special')).toBe(false);
  });
});
