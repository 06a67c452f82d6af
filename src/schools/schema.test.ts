import { describe, expect, it } from 'vitest';
import { areaInput, compareInput, englandInput, searchInput, sourceInput, urnParam } from './schema.ts';

describe('what comes in with an address', () => {
  it('is taken as meant when it makes sense', () => {
    expect(searchInput.parse({ q: 'luton', phase: 'Primary', area: '821', closed: 'yes', page: '2' })).toEqual({
      q: 'luton',
      phase: 'Primary',
      area: 821,
      closed: 'yes',
      page: 2,
    });
  });

  it('is left aside where it makes none, so that the page still answers', () => {
    const nonsense = { q: 'luton', phase: 'x', area: '', closed: 'no', page: '-1' };
    expect(searchInput.parse(nonsense)).toEqual({
      q: 'luton',
      phase: undefined,
      area: undefined,
      closed: undefined,
      page: 1,
    });
    expect(areaInput.parse({ sort: '1;--', dir: 'up', phase: '' })).toEqual({
      sort: 'name',
      dir: 'asc',
      phase: undefined,
    });
    expect(englandInput.parse({})).toEqual({ phase: 'primary', measure: undefined, sort: 'name', dir: 'asc' });
    expect(sourceInput.parse({ line: '1e99' })).toEqual({ line: undefined });
  });

  it('names each compared school once, and only by URN', () => {
    expect(compareInput.parse({ urn: ['100001', '100001', 'x', '100002'], add: undefined }).urn).toEqual([
      100_001, 100_002,
    ]);
  });

  it.each(['', 'abc', '12345', '1e5', '100000.5', '1234567'])('%j is no URN', (text) => {
    expect(urnParam.safeParse(text).success).toBe(false);
  });
});
