import { describe, expect, it } from 'vitest';
import { type HeadshipCorrection, saidWords, standingCorrections } from './correction.ts';

const said = (change: Partial<HeadshipCorrection>): HeadshipCorrection => ({
  id: 'one',
  urn: 100_001,
  notBefore: '2019-01-31',
  notAfter: '2019-06-30',
  organisationId: 'luton',
  organisation: 'Luton',
  fromSchool: false,
  publishedClass: 'likely',
  says: 'same person',
  happenedOn: null,
  firstHeadship: null,
  standing: null,
  reason: 'She married',
  by: 'A',
  role: 'broker',
  at: '2026-01-01T10:00:00.000Z',
  ...change,
});

describe('corrections of a change of head', () => {
  it('stand as the newest of each organisation on each change', () => {
    const all = [
      said({ id: 'newer', at: '2026-02-01T10:00:00.000Z', says: 'another person' }),
      said({ id: 'older' }),
      said({ id: 'school', organisationId: 'school', fromSchool: true }),
      said({ id: 'other change', notAfter: '2019-10-01' }),
    ];
    expect(standingCorrections(all).map(({ id }) => id)).toEqual(['newer', 'school', 'other change']);
  });

  it('stand no longer when withdrawn, and again when said again', () => {
    const withdrawn = said({ id: 'withdrawn', says: 'withdrawn', at: '2026-02-01T10:00:00.000Z' });
    expect(standingCorrections([said({}), withdrawn])).toEqual([]);
    const again = said({ id: 'again', at: '2026-03-01T10:00:00.000Z' });
    expect(standingCorrections([said({}), withdrawn, again])).toEqual([again]);
  });

  it('are told in words', () => {
    expect(saidWords(said({}))).toBe('The same person: the head did not change');
    expect(
      saidWords(said({ says: 'another person', happenedOn: '2019-04-23', firstHeadship: true, standing: 'interim' })),
    ).toBe('Another person: the head changed, on 23 April 2019; their first headship; interim');
  });
});
