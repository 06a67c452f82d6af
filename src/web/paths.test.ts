import { describe, expect, it } from 'vitest';
import { navigationAt } from './navigation.ts';
import { paths } from './paths.ts';

describe('addresses', () => {
  it('hold what they are given', () => {
    expect(paths.area(821)).toBe('/areas/821');
    expect(paths.area(821, { sort: 'name', page: 2, phase: undefined })).toBe('/areas/821?sort=name&page=2');
    expect(paths.similarSchools(109_650)).toBe('/schools/109650/similar');
    expect(paths.compare()).toBe('/compare');
    expect(paths.compare([3, 1])).toBe('/compare?urn=3&urn=1');
    expect(paths.plan()).toBe('/plan');
    expect(paths.plan(821)).toBe('/plan/821');
    expect(paths.source(4, 17)).toBe('/sources/4?line=17');
  });

  it('write what people type so that it comes back the same', () => {
    const typed = 'St Mary’s & St John’s, 50% #1';
    const address = new URL(paths.search(typed), 'http://localhost');
    expect(address.searchParams.get('q')).toBe(typed);
    expect([...address.searchParams]).toHaveLength(1);
  });
});

describe('the navigation', () => {
  it.each([
    ['/areas', 'Areas', true],
    ['/areas/821', 'Areas', false],
    ['/schools/109650/similar', 'Schools', false],
    ['/plan/821', 'Plan', false],
  ])('at %s marks %s', (path, text, current) => {
    expect(marked(path)).toEqual([{ text, current }]);
  });

  it.each(['/', '/planets', '/accessibility'])('at %s marks nothing', (path) => {
    expect(marked(path)).toEqual([]);
  });
});

function marked(path: string) {
  return navigationAt(path).flatMap(({ text, current, active }) => (current || active ? [{ text, current }] : []));
}
