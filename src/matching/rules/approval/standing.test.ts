import { describe, expect, it } from 'vitest';
import { aroundWhatStands } from './around.ts';
import { type Change, type ChangeKind, standingOf } from './standing.ts';

const school = (urn: number) => ({ urn, name: `School ${urn}` });

function line(needUrn: number, homeUrn: number | null, at: string) {
  return {
    needKey: `${needUrn}:lead`,
    leaderKey: homeUrn === null ? null : `head:${homeUrn}`,
    days: 9,
    at,
    pair: { supported: school(needUrn), home: school(homeUrn ?? 0) },
  };
}

function change(kind: ChangeKind, about: Partial<Change>, at = '2026-02-01'): Change {
  return { kind, leaderKey: null, urn: null, needKey: null, on: at, reason: 'it is so', ...about, at };
}

const lines = [line(1, 11, '2026-01-01'), line(2, 12, '2026-01-01'), line(3, 12, '2026-01-01')];
const keys = (found: readonly { needKey: string; leaderKey: string }[]) =>
  found.map(({ needKey, leaderKey }) => `${needKey} ${leaderKey}`);

const left = (kind: ChangeKind, about: Partial<Change>) => keys(standingOf(lines, [change(kind, about)]));

describe('what stands after approval', () => {
  it('is every approved pair while nothing happens', () => {
    expect(keys(standingOf(lines, []))).toEqual(['1:lead head:11', '2:lead head:12', '3:lead head:12']);
  });

  it('ends with the leader, the release, or either school', () => {
    expect(left('leader withdraws', { leaderKey: 'head:12' })).toEqual(['1:lead head:11']);
    expect(left('release withdrawn', { leaderKey: 'head:11' })).toEqual(['2:lead head:12', '3:lead head:12']);
    expect(left('school closes', { urn: 2 })).toEqual(['1:lead head:11', '3:lead head:12']);
    expect(left('school closes', { urn: 12 })).toEqual(['1:lead head:11']);
    expect(left('urgent need', { urn: 1, needKey: '1:lead' })).toHaveLength(3);
  });

  it('takes the newest line of a need, and a change only when it came after', () => {
    const withdraws = change('leader withdraws', { leaderKey: 'head:12' });
    const again = [...lines, line(2, 11, '2026-03-01'), line(3, 12, '2026-03-01')];
    expect(keys(standingOf(again, [withdraws]))).toEqual(['1:lead head:11', '2:lead head:11', '3:lead head:12']);
    expect(keys(standingOf([...lines, line(1, null, '2026-03-01')], []))).toEqual(['2:lead head:12', '3:lead head:12']);
  });
});

describe('a new plan around what stands', () => {
  const now = {
    needs: [1, 2, 3, 4, 5].map((urn) => ({ key: `${urn}:lead`, urn })),
    leaders: [11, 12, 13].map((urn) => ({ key: `head:${urn}`, urn })),
    everApproved: lines.map(({ needKey, leaderKey, pair }) => ({
      needKey,
      leaderKey: leaderKey!,
      supportedUrn: pair.supported.urn,
      homeUrn: pair.home.urn,
    })),
  };
  const around = (changes: Change[]) =>
    aroundWhatStands({ ...now, waiting: [], changes, standing: standingOf(lines, changes) });

  it('opens what lost its leader and what is newly urgent, and nothing else', () => {
    const found = around([
      change('leader withdraws', { leaderKey: 'head:12' }),
      change('urgent need', { urn: 5, needKey: '5:lead' }),
    ]);
    expect(found).toEqual({
      standing: ['1:lead'],
      open: ['2:lead', '3:lead', '5:lead'],
      leadersGone: ['head:12'],
      needsGone: [],
      leftOut: ['4:lead'],
    });
  });

  it('keeps open what was put forward and still waits for approval', () => {
    const changes = [change('leader withdraws', { leaderKey: 'head:12' })];
    const found = aroundWhatStands({ ...now, changes, standing: standingOf(lines, changes), waiting: ['4:lead'] });
    expect(found).toMatchObject({ open: ['2:lead', '3:lead', '4:lead'], leftOut: ['5:lead'] });
  });

  it('asks for nobody for a school that closes, and for nothing of a leader whose school does', () => {
    expect(around([change('school closes', { urn: 2 })])).toMatchObject({ needsGone: ['2:lead'], open: [] });
    expect(around([change('school closes', { urn: 11 })])).toMatchObject({
      open: ['1:lead'],
      leadersGone: ['head:11'],
    });
  });

  it('leaves out nothing twice: each need is in one place', () => {
    const found = around([change('school closes', { urn: 3 }), change('release withdrawn', { leaderKey: 'head:11' })]);
    const places = [...found.standing, ...found.open, ...found.needsGone, ...found.leftOut];
    expect(places.toSorted()).toEqual(now.needs.map(({ key }) => key));
  });
});
