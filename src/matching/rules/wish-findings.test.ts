import { describe, expect, it } from 'vitest';
import { headOf, needFor, placedSchool, roundPolicy } from '../../../test/factories/matching.ts';
import { journeyBetween } from './pairing.ts';
import { planProblem } from './plan-problem.ts';
import type { ProblemOptions } from './problem-options.ts';
import type { Leader, Need } from './sides.ts';

const needs = [1, 2, 3].map((urn) => needFor(placedSchool(urn)));
const title = (name: string) => ({ title: `Head of ${name}`, days: 18, pencePerDay: 40_000 });
const leaders = [headOf(placedSchool(100), title('Ash')), headOf(placedSchool(101), title('Oak'))];
const of = (needUrn: number, homeUrn: number) => ({ needKey: `${needUrn}:lead`, leaderKey: `head:${homeUrn}` });

function findings(options: ProblemOptions, from: { needs?: Need[]; leaders?: Leader[] } = {}) {
  const result = planProblem(from.needs ?? needs, from.leaders ?? leaders, () => null, roundPolicy, options);
  return { ok: result.ok, told: result.findings.map(({ code, sentence, mend }) => [code, sentence, mend]) };
}

describe('what contradicts itself is told before anything is solved', () => {
  it.each<[string, ProblemOptions, string[]]>([
    [
      'locks beyond days and schools',
      { wishes: { locks: [of(1, 100), of(2, 100), of(3, 100)] } },
      [
        'too few days',
        'Head of Ash has 18 days, and what is locked or stands takes 27 days: School 1, School 2 and School 3.',
        'Set 27 days for this leader if they agree, or undo a pair.',
      ],
    ],
    [
      'days set below a placement that stands',
      { standing: [of(1, 100)], wishes: { days: [{ leaderKey: 'head:100', days: 4.5 }] } },
      [
        'too few days',
        'Head of Ash has 4.5 days, and what is locked or stands takes 9 days: School 1.',
        'Set 9 days for this leader if they agree, or undo a pair.',
      ],
    ],
    [
      'a pair locked and forbidden',
      { wishes: { locks: [of(1, 100)], forbids: [of(1, 100)] } },
      [
        'forbidden',
        'The locked pair of School 1 and Head of Ash is also forbidden.',
        'Undo the one or the other: undo the lock, or no longer forbid the pair.',
      ],
    ],
    [
      'one need with two leaders',
      { wishes: { locks: [of(1, 100)] }, standing: [of(1, 101)] },
      [
        'two leaders',
        'The need of School 1 is placed with Head of Oak and Head of Ash, and one need has one leader.',
        'Keep one of them and undo the others; if the school needs two leaders, give it two needs.',
      ],
    ],
    [
      'a lock of a need left out',
      { wishes: { locks: [of(1, 100)], leftOut: ['1:lead'] } },
      [
        'left out and placed',
        'The need of School 1 is left out of the plan, and has a locked pair with Head of Ash.',
        'Take the need in again, or undo the lock.',
      ],
    ],
    [
      'a lock with a leader who withdrew',
      { wishes: { locks: [of(1, 107)] } },
      [
        'unknown leader',
        'A locked pair is with the leader head:107, whom this plan does not have.',
        'Add the leader, or undo the lock.',
      ],
    ],
    [
      'a placement whose need is gone',
      { standing: [of(7, 100)] },
      [
        'unknown need',
        'An approved placement is of the need 7:lead, which this plan does not have.',
        'Add the need, or end the placement.',
      ],
    ],
    [
      'a budget below what is locked',
      {
        wishes: { locks: [of(1, 100)] },
        budgets: [{ name: 'The money of Luton', scope: { kind: 'area', laCode: 821 }, pounds: 3000 }],
      },
      [
        'budget too small',
        'The money of Luton is £3,000, and what is locked or stands costs £3,600: School 1, a lead head.',
        'Raise it to £3,600 at least, or undo a pair.',
      ],
    ],
  ])('%s', (_what, options, told) => {
    const found = findings(options);
    expect(found.ok).toBe(false);
    expect(found.told).toContainEqual(told);
  });

  it('names a lock of a pair that cannot be, with everything in its way', () => {
    const refused = headOf(placedSchool(100), { released: false, role: 'specialist' });
    const found = findings({ wishes: { locks: [of(1, 100)] } }, { leaders: [refused] });
    expect(found.ok).toBe(false);
    expect(found.told).toEqual([
      [
        'impossible',
        expect.stringMatching(
          /^School 1 and Headteacher, .* are locked, and cannot be a pair\. The school needs a lead head.* cannot release/,
        ),
        expect.stringMatching(/^Undo the lock, or: Ask this leader for a specialist need.* Ask again/),
      ],
    ]);
  });

  it('lets a placement stand whatever has come in its way since, and takes nobody else for its need', () => {
    const refused = headOf(placedSchool(100, { easting: null }), { released: false, days: 9 });
    const result = planProblem(needs, [refused, leaders[1]!], () => null, roundPolicy, { standing: [of(1, 100)] });
    if (!result.ok) throw new Error('blocked');
    const { needAt, leaderAt, candidates, instance, placed } = result.problem;
    const need = needAt.get('1:lead')!;
    expect(candidates[need]!.candidates.map(({ leader }) => leader)).toEqual([leaderAt.get('head:100')]);
    // Nobody can measure the journey: it is taken to be as long as a primary leader's may be.
    const [here, there] = [{ urban: false }, { urban: false, easting: 530_000 }].map((at, k) => placedSchool(k, at));
    const longest = journeyBetween(needFor(here!), headOf(there!), roundPolicy);
    expect(candidates[need]!.candidates[0]!.pairing.minutes).toBe(longest?.minutes);
    expect([instance.fixed[need], placed[need]]).toEqual([leaderAt.get('head:100'), 'standing']);
  });

  it('keeps locks that fit, however many leaders are cheaper', () => {
    const near = [1, 2, 3].map((k) => headOf(placedSchool(110 + k)));
    const far = headOf(placedSchool(100, { easting: 520_000 }));
    const narrow = { ...roundPolicy, mostCandidates: 1 };
    const result = planProblem(needs, [...near, far], () => null, narrow, { wishes: { locks: [of(1, 100)] } });
    if (!result.ok) throw new Error('blocked');
    const { needAt, leaderAt, instance, candidates } = result.problem;
    expect(instance.fixed[needAt.get('1:lead')!]).toBe(leaderAt.get('head:100'));
    expect(candidates[needAt.get('2:lead')!]!.candidates).toHaveLength(1);
  });
});

describe('what is empty is told, and plans nobody', () => {
  const dear = { name: 'The budget', scope: { kind: 'round' as const }, pounds: 100 };
  it.each<[string, Parameters<typeof findings>, string[]]>([
    ['no needs', [{}, { needs: [] }], ['no needs']],
    ['all needs left out', [{ wishes: { leftOut: needs.map(({ key }) => key) } }], ['no needs']],
    ['no leaders', [{}, { leaders: [] }], ['no leaders']],
    ['nobody who could', [{}, { leaders: [headOf(placedSchool(100, { easting: 700_000 }))] }], ['nobody possible']],
    ['money for nobody', [{ budgets: [dear] }], ['budget for nobody']],
  ])('%s', (_what, asked, codes) => {
    const found = findings(...asked);
    expect(found.ok).toBe(true);
    expect(found.told.map(([code]) => code)).toEqual(codes);
  });

  it('says why nobody could', () => {
    const refused = headOf(placedSchool(100), { released: false });
    expect(findings({}, { leaders: [refused] }).told[0]?.[1]).toBe(
      'No leader (of 1) can meet any need (of 3): most often for release refused (3).',
    );
  });
});
