import { describe, expect, it } from 'vitest';
import { link, registered } from '../../../test/factories/links.ts';
import { type RegisterEntry, schoolChanges } from './school-change.ts';

const DATES = { agreeWithinDays: 92, opensWithinDays: 1096 };
const AS_AT = '2022-07-06';

function changesInto(
  urn: number,
  links: Parameters<typeof schoolChanges>[0],
  register: Record<number, RegisterEntry> = {},
  asAt = AS_AT,
) {
  const known = new Map(Object.entries(register).map(([key, entry]) => [Number(key), entry]));
  return (schoolChanges(links, known, asAt, DATES).get(urn) ?? []).map(({ from, kind, on, why }) => ({
    from,
    kind,
    on,
    why,
  }));
}

describe('a school that follows one other', () => {
  const pair = [link(2, 1, 'Predecessor', '2019-09-01'), link(1, 2, 'Successor', '2019-08-31')];

  it('is a conversion, told by both schools or by either', () => {
    const change = { from: 1, kind: 'conversion', on: '2019-09-01', why: null };
    expect(changesInto(2, pair)).toEqual([change]);
    expect(changesInto(2, pair.slice(0, 1))).toEqual([change]);
    expect(changesInto(2, pair.slice(1))).toEqual([{ ...change, on: '2019-08-31' }]);
  });

  it('has not happened before its day', () => {
    expect(changesInto(2, pair, {}, '2019-08-31')).toEqual([]);
    expect(changesInto(2, pair, {}, '2019-09-01')).toHaveLength(1);
  });

  it('opened on the day of the register, since a link keeps the day that was planned', () => {
    expect(changesInto(2, pair, { 2: registered({ openDate: '2020-02-01' }) })).toMatchObject([
      { kind: 'conversion', on: '2020-02-01' },
    ]);
  });

  it.each([
    ['no day is published', [link(2, 1, 'Predecessor', null)], {}],
    [
      'date the change differently',
      [link(2, 1, 'Predecessor', '2019-09-01'), link(1, 2, 'Successor', '2018-03-31')],
      {},
    ],
    ['opened at another time', pair, { 2: registered({ openDate: '2011-09-01' }) }],
    ['does not say when the later school opened', pair, { 2: registered() }],
    ['opened after the change', pair, { 1: registered({ openDate: '2020-09-01' }) }],
    ['still open', pair, { 1: registered({ openAsAt: AS_AT }) }],
  ])('is in doubt when the links or the register do not bear it out: %s', (why, links, register) => {
    expect(changesInto(2, links, register)).toMatchObject([
      { from: 1, kind: 'doubtful', why: expect.stringContaining(why) },
    ]);
  });

  it('is a conversion too where the newest register of the earlier school is older than the change', () => {
    const register = { 1: registered({ openAsAt: '2015-11-14' }) };
    expect(changesInto(2, pair, register)).toMatchObject([{ from: 1, kind: 'conversion', why: null }]);
  });

  it('is no change of a school into itself, nor where a link says something else', () => {
    expect(changesInto(2, [link(2, 2, 'Predecessor', '2019-09-01')])).toEqual([]);
    for (const type of [
      'Sixth Form Centre School',
      'Expansion',
      'Closure',
      'Other',
      'Merged - expansion of school capacity',
    ])
      expect(changesInto(2, [link(2, 1, type, '2019-09-01')])).toEqual([]);
  });

  it('is in doubt when each is published as coming from the other', () => {
    const circle = [
      link(1, 2, 'Result of Amalgamation', '2014-08-31'),
      link(2, 1, 'Result of Amalgamation', '2014-09-01'),
    ];
    for (const [urn, from] of [
      [1, 2],
      [2, 1],
    ] as const)
      expect(changesInto(urn, circle)).toMatchObject([{ from, kind: 'doubtful' }]);
  });
});

describe('several schools', () => {
  it('merge when one follows two of them, dated or not', () => {
    const links = [link(3, 1, 'Predecessor', '2019-09-01'), link(3, 2, 'Predecessor', null)];
    expect(changesInto(3, links).map(({ kind }) => kind)).toEqual(['merger', 'merger']);
  });

  it('merge when the link says so, though it names one', () => {
    for (const type of ['Predecessor - merged', 'Predecessor - amalgamated', 'Result of Amalgamation'])
      expect(changesInto(2, [link(2, 1, type, '2019-09-01')])).toMatchObject([{ kind: 'merger' }]);
  });

  it('come of a split when three follow one, or when the link says so', () => {
    const three = [2, 3, 4].map((urn) => link(urn, 1, 'Predecessor', '2019-09-01'));
    for (const urn of [2, 3, 4]) expect(changesInto(urn, three)).toMatchObject([{ from: 1, kind: 'split' }]);
    expect(changesInto(2, [link(1, 2, 'Successor - Split School', '2019-08-31')])).toMatchObject([{ kind: 'split' }]);
  });

  it('are one after another when a link leads past the school between', () => {
    const links = [
      link(2, 1, 'Predecessor', '2012-09-01'),
      link(3, 2, 'Predecessor', '2019-09-01'),
      link(3, 1, 'Predecessor', '2012-09-01'),
    ];
    expect(changesInto(3, links)).toMatchObject([{ from: 2, kind: 'conversion' }]);
    expect(changesInto(2, links)).toMatchObject([{ from: 1, kind: 'conversion' }]);
  });
});
