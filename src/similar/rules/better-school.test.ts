import { describe, expect, it } from 'vitest';
import { mayBePutForward, mostDifferent } from './better-school.ts';
import { featureSpace } from './feature-space.ts';

describe('what differs most', () => {
  const feature = { year: 2021, transform: 'none', scale: { unit: 1 }, source: 'a test' } as const;
  const features = [
    { ...feature, figure: 'roll', label: 'Roll', weight: 1 },
    { ...feature, figure: 'eal_percent', label: 'EAL', weight: 9 },
    { ...feature, figure: 'ehc_percent', label: 'EHC', weight: 1 },
    { ...feature, figure: 'fsm6_percent', label: 'FSM', weight: 1 },
  ] as const;
  const rows = [
    [10, 10, null, 5],
    [12, 11, 4, 5],
  ];
  const space = featureSpace(
    'primary',
    { features, fewestSharedFeatures: 1 },
    rows.map((figures, i) => ({ urn: 1 + i, figures })),
  );
  const pairs = features.map(({ figure, label, year }, j) => ({
    figure,
    label,
    year,
    own: rows[0]![j]!,
    other: rows[1]![j]!,
  }));

  it('is by its part in the distance, without what is alike or not known', () => {
    expect(mostDifferent(space, 0, 1, pairs, 3).map(({ label }) => label)).toEqual(['EAL', 'Roll']);
    expect(mostDifferent(space, 0, 1, pairs, 1)).toHaveLength(1);
  });
});

describe('a school that selects by ability', () => {
  const select = { selective: true };
  const rule = { selectiveApart: true };

  it('is put forward to schools that select, and to others only when the reader asks for it', () => {
    expect(mayBePutForward(rule, select, select, {})).toBe(true);
    expect(mayBePutForward(rule, { selective: false }, select, {})).toBe(false);
    expect(mayBePutForward(rule, { selective: null }, select, {})).toBe(false);
    expect(mayBePutForward(rule, { selective: false }, select, { selective: 'selective' })).toBe(true);
    expect(mayBePutForward({ selectiveApart: false }, { selective: false }, select, {})).toBe(true);
    expect(mayBePutForward(rule, select, { selective: null }, {})).toBe(true);
  });
});
