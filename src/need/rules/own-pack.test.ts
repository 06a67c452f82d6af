import { describe, expect, it } from 'vitest';
import { assessing, policy } from '../../../test/factories/assessing.ts';
import { inspected, ks2Progress, schoolWith } from '../../../test/factories/school-facts.ts';
import { assess } from './assess.ts';
import { packed } from './assessment.ts';
import { packInForce, startProblem, stateOf, withEnds } from './own-pack.ts';
import { packMoves } from './pack-moves.ts';
import { replay } from './replay.ts';

const pack = (validFrom: string | null, withdrawnAt: string | null = null) => ({
  validFrom,
  validTo: null,
  withdrawnAt,
  madeAt: '2026-11-01T00:00:00Z',
});

describe('the packs of an organisation', () => {
  const packs = withEnds([
    pack('2026-09-01'),
    pack(null),
    pack('2027-01-01'),
    pack('2026-12-01', '2026-11-21T10:00:00Z'),
  ]);

  it('each end on the day the next begins, whatever was withdrawn', () => {
    expect(packs.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      [null, null],
      ['2027-01-01', null],
      ['2026-12-01', '2027-01-01'],
      ['2026-09-01', '2027-01-01'],
    ]);
  });

  it('are in one state on each day', () => {
    expect(packs.map((one) => stateOf(one, '2026-12-31'))).toEqual(['draft', 'to come', 'withdrawn', 'in force']);
    expect(packs.map((one) => stateOf(one, '2027-01-01'))).toEqual(['draft', 'in force', 'withdrawn', 'superseded']);
    expect(packInForce(packs, '2026-08-31')).toBeNull();
  });

  it('begin today or later, and after every other that is published', () => {
    expect(startProblem(packs, '2026-11-21', '2026-11-22')).toContain('today or later');
    expect(startProblem(packs, '2027-01-01', '2026-11-22')).toContain('2027-01-01');
    expect(startProblem(packs, '2026-12-15', '2026-11-22')).toContain('Withdraw that one');
    expect(startProblem(packs, '2027-01-02', '2026-11-22')).toBeNull();
  });
});

describe('which schools a pack moves', () => {
  const school = schoolWith(
    { ...ks2Progress(2018, -6, 0, -3), 'ks2_pupils:2018': 40 },
    { name: 'Elm School', inspections: [inspected('2021-07-01', 'Requires improvement')] },
  );
  const before = assess(school, assessing);
  const named = { ...before, name: school.name };

  it('is none under the same pack', () => {
    const { moves, stays, counts, days } = packMoves(
      { schools: [named], policy },
      { schools: new Map([[school.urn, before]]), policy },
    );
    expect([moves.length, stays.length]).toEqual([0, 1]);
    expect(stays[0]!.why).toMatch(/^No indicator counts otherwise\. Category/);
    expect(counts.before).toEqual(counts.after);
    expect(days.before).toBe(days.after);
  });

  it('says which indicators changed their points, and why the category is what it becomes', () => {
    const milder = {
      ...policy,
      indicators: policy.indicators
        .filter(({ code }) => code !== 'inspection')
        .map((one) =>
          one.code === 'progress' ? { ...one, steps: one.steps.map((step) => ({ ...step, points: 3 })) } : one,
        ),
      atLeast: [],
    };
    const after = assess(school, { ...assessing, policy: milder });
    const { moves, counts, days } = packMoves(
      { schools: [named], policy },
      { schools: new Map([[school.urn, after]]), policy: milder },
    );
    expect(moves).toMatchObject([{ from: before.category, to: after.category }]);
    expect(moves[0]!.why).toContain('Latest inspection is looked at no more: 20 points fewer.');
    expect(moves[0]!.why).toMatch(/Progress: .+: 3 points, before 16\./);
    expect(moves[0]!.why).toContain(after.because);
    expect([counts.before[before.category], counts.after[after.category]]).toEqual([1, 1]);
    expect(days.before).toBeGreaterThan(days.after);
  });
});

describe('a decision replayed', () => {
  const school = schoolWith({ ...ks2Progress(2018, -6, 0, -3), 'ks2_pupils:2018': 40 });
  const { category, points, indicators } = assess(school, assessing);
  const evidence = JSON.parse(JSON.stringify(indicators.map(packed))) as ReturnType<typeof packed>[];

  it('gives the same points and category from its evidence and pack', () => {
    expect(replay(evidence, policy, { category, points })).toMatchObject({ category, points, same: true });
  });

  it('is seen when evidence or pack were tampered with', () => {
    const altered = evidence.map((one) => (one.state === 'raised' ? { ...one, points: (one.points ?? 0) + 1 } : one));
    expect(replay(altered, policy, { category, points }).same).toBe(false);
    const lines = {
      ...policy,
      categories: policy.categories.map((one) => ({ ...one, fromPoints: one.fromPoints * 10 })),
      atLeast: [],
    };
    expect(replay(evidence, lines, { category, points }).same).toBe(false);
  });
});
