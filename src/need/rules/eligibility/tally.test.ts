import { describe, expect, it } from 'vitest';
import { cannotBeTold, doesNotMeet, leftOut, meets } from './answer.ts';
import { byRegion, countParts, found, tally } from './tally.ts';

const answers = [
  meets('yes'),
  meets('yes', { inherited: [{ urn: 1, name: 'Old' }] }),
  doesNotMeet('no'),
  cannotBeTold('?', 'No figures'),
  leftOut('out', 'Closed', { wouldMeet: true }),
  leftOut('out', 'Closed', { wouldMeet: false }),
];

const of = (...some: typeof answers) => [
  countParts(
    'Primary',
    some.map((answer) => ({ laCode: 1, laName: 'A', answer })),
  ),
];

describe('a tally', () => {
  it('counts each answer once, and why', () => {
    const { counts, reasons, meetInherited } = tally(answers);
    expect(counts).toEqual({ meets: 2, 'does not meet': 1, 'cannot be told': 1, 'left out': 2 });
    expect(meetInherited).toBe(1);
    expect(reasons).toEqual([
      { state: 'left out', reason: 'Closed', schools: 2, wouldMeet: 1 },
      { state: 'cannot be told', reason: 'No figures', schools: 1, wouldMeet: null },
    ]);
  });

  it('adds up by area and region to England, with schools of no known area last', () => {
    const places = [
      [821, 'Luton'],
      [332, 'Dudley'],
      [null, null],
    ] as const;
    const schools = answers.map((answer, i) => ({ laCode: places[i % 3]![0], laName: places[i % 3]![1], answer }));
    const part = countParts('Primary', schools);
    expect(part.areas.map(({ laName }) => laName)).toEqual(['Dudley', 'Luton', 'Area not known']);
    const regions = byRegion(
      part.areas,
      new Map([
        [821, 'East of England'],
        [332, 'West Midlands'],
      ]),
    );
    expect(regions.map(({ region }) => region)).toEqual(['East of England', 'West Midlands', 'Area not known']);
    for (const state of ['meets', 'does not meet', 'cannot be told', 'left out'] as const) {
      expect(regions.reduce((sum, { counts }) => sum + counts[state], 0)).toBe(part.england.counts[state]);
    }
  });

  it('does not take none found for none, while some cannot be told', () => {
    expect(found(of(doesNotMeet('no'), cannotBeTold('?', 'No figures')))).toBeNull();
    expect(found(of(doesNotMeet('no')))).toBe(0);
    expect(found([])).toBeNull();
    expect(found(of(meets('yes'), cannotBeTold('?', 'No figures')))).toBe(1);
  });
});
