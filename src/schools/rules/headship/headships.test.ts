import { describe, expect, it } from 'vitest';
import { headshipPolicy, named } from '../../../../test/factories/headship.ts';
import { firstHeadship, type NamedBefore } from './first-headship.ts';
import { headshipsFrom } from './headships.ts';
import { lineageOf } from './lineage.ts';
import { turnoverOf } from './turnover.ts';

const sightings = (told: readonly (readonly [asAt: string, fields: string, urn?: number])[]) =>
  told.map(([asAt, fields, urn = 1], i) => ({ urn, asAt, named: named(fields), source: { importId: i + 1, line: 2 } }));

const story = (told: Parameters<typeof sightings>[0]) =>
  headshipsFrom(1, sightings(told), headshipPolicy).map(({ person, began, ended, firstSeen, lastSeen }) => [
    person?.last ?? 'vacant',
    began && `${began.notBefore} ${began.notAfter} ${began.class}`,
    `${firstSeen} ${lastSeen}`,
    ended && `${ended.notBefore} ${ended.notAfter} ${ended.class}`,
  ]);

describe('headships from a series of extracts', () => {
  it('begin and end between extracts, and the first and last are open', () => {
    expect(
      story([
        ['2019-01-31', 'Mr|Rob|Hill'],
        ['2019-06-30', 'Mr|Robert|Hill'],
        ['2019-10-01', 'Ms|Ann|Day'],
      ]),
    ).toEqual([
      ['Hill', null, '2019-01-31 2019-06-30', '2019-06-30 2019-10-01 certain'],
      ['Day', '2019-06-30 2019-10-01 certain', '2019-10-01 2019-10-01', null],
    ]);
  });

  it('go on for the co-head who stays', () => {
    expect(
      story([
        ['2021-09-30', 'Mrs|Karen Canham|& Mr Aaron Reid'],
        ['2021-12-31', 'Mr|Aaron|Reid'],
      ]),
    ).toEqual([
      ['Canham', null, '2021-09-30 2021-09-30', '2021-09-30 2021-12-31 certain'],
      ['Reid', null, '2021-09-30 2021-12-31', null],
    ]);
  });

  it('have a vacancy between them when the extracts say so, and pass over an extract that tells nothing', () => {
    expect(
      story([
        ['2019-01-31', 'Mr|Rob|Hill'],
        ['2019-06-30', '||'],
        ['2019-10-01', '|Position|Vacant'],
        ['2020-09-30', '|Tbc|'],
        ['2021-01-31', 'Ms|Ann|Day'],
      ]),
    ).toEqual([
      ['Hill', null, '2019-01-31 2019-01-31', '2019-01-31 2019-10-01 certain'],
      ['vacant', '2019-01-31 2019-10-01 certain', '2019-10-01 2020-09-30', '2020-09-30 2021-01-31 certain'],
      ['Day', '2020-09-30 2021-01-31 certain', '2021-01-31 2021-01-31', null],
    ]);
  });

  it('are inherited from a predecessor', () => {
    const [only] = headshipsFrom(
      1,
      sightings([
        ['2019-01-31', 'Mr|Rob|Hill', 9],
        ['2020-09-30', 'Mr|Rob|Hill'],
      ]),
      headshipPolicy,
    );
    expect(only).toMatchObject({ inheritedFrom: 9, firstSeen: '2019-01-31', lastSeen: '2020-09-30' });
  });
});

describe('a school and where it came from', () => {
  it('is one line, the predecessor only before the school itself, and never round in a circle', () => {
    const told = new Map([
      [1, [{ urn: 1, asAt: '2020-09-30' }]],
      [
        9,
        [
          { urn: 9, asAt: '2019-01-31' },
          { urn: 9, asAt: '2021-01-31' },
        ],
      ],
    ]);
    expect(
      lineageOf(
        1,
        told,
        new Map([
          [1, 9],
          [9, 1],
        ]),
      ),
    ).toEqual([
      { urn: 9, asAt: '2019-01-31' },
      { urn: 1, asAt: '2020-09-30' },
    ]);
  });
});

const before = (...told: (readonly [urn: number, fields: string])[]): NamedBefore[] =>
  told.map(([urn, fields]) => ({ urn, asAt: '2019-01-31', person: named(fields).people[0]! }));

const asked = (...told: (readonly [number, string])[]) =>
  firstHeadship(named('Ms|Ann|Day').people[0]!, before(...told), headshipPolicy).answer;

describe('a first headship', () => {
  it('is one when no earlier extract has the name', () => {
    expect(asked([2, 'Ms|Jo|Day'], [3, 'Ms|Ann|Hill'])).toBe('not seen before');
  });
  it('is none when one has it', () => {
    expect(asked([2, 'Mrs|Anne|Day'])).toBe('seen before');
  });
  it('is unclear with initials, and with a name of many', () => {
    expect(asked([2, 'Ms|A|Day'])).toBe('unclear');
    expect(asked([2, 'Ms|Ann|Day'], [3, 'Ms|Ann|Day'], [4, 'Ms|Ann|Day'])).toBe('unclear');
  });
});

describe('turnover', () => {
  it('relates changes to the years between extracts', () => {
    const year = { notBefore: '2019-01-31', notAfter: '2020-01-31' };
    expect(
      turnoverOf([
        { ...year, class: 'certain' },
        { ...year, class: 'same' },
        { ...year, class: 'unclear' },
      ]),
    ).toEqual({
      same: 1,
      certain: 1,
      likely: 0,
      unclear: 1,
      schoolYears: 3,
      perHundredSchoolYears: 33.4,
    });
    expect(turnoverOf([]).perHundredSchoolYears).toBeNull();
  });
});
