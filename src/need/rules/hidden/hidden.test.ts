import { describe, expect, it } from 'vitest';
import { schoolWith } from '../../../../test/factories/school-facts.ts';
import { policiesOf, policyAsAt } from '../../../policies.ts';
import { kindsOf, type Place, placeOf } from '../../../schools/rules/places.ts';
import { placePolicyKind } from '../../../schools/schema/place-policy.ts';
import { hiddenPolicyKind } from '../../schema/hidden-policy.ts';
import { hiddenCsv } from './hidden-csv.ts';
import { hiddenFinding, type HiddenTold } from './hidden-finding.ts';
import { hiddenReference } from './hidden-reference.ts';
import { hiddenList, type HiddenSchool } from './hidden-school.ts';

const policy = policyAsAt(hiddenPolicyKind, '2022-07-06');
const measure = policy.measures.find(({ phaseGroup }) => phaseGroup === 'secondary')!;
const places = policyAsAt(placePolicyKind, '2022-07-06');

/** A secondary school of that many leavers in each group, with the shares of those who stayed; `year` is the newest. */
function school(of: [percent: number, pupils: number], others: [percent: number, pupils: number], year = 2019) {
  return schoolWith(
    {
      [`ks4_stayed_disadvantaged:${year}`]: of[0],
      [`ks4_leavers_disadvantaged:${year}`]: of[1],
      [`ks4_stayed_other:${year}`]: others[0],
      [`ks4_leavers_other:${year}`]: others[1],
      [`ks4_stayed:${year}`]: 94,
    },
    { phaseGroup: 'secondary' },
  );
}

/** Sixty schools whose shares vary as England's do. */
const country = Array.from({ length: 60 }, (_, at) => school([62 + ((at * 7) % 37), 40], [80 + ((at * 7) % 20), 120]));
const reference = hiddenReference(country, measure);

function told(...given: Parameters<typeof school>): HiddenTold {
  const finding = hiddenFinding(school(...given), measure, reference, policy);
  if (finding.state !== 'told') throw new Error(finding.reason);
  return finding;
}

const width = ({ gap: { interval } }: HiddenTold) => interval[1] - interval[0];

describe('what can be told of the disadvantaged pupils of a school', () => {
  it('is that they are behind where the gap is large and the pupils are many', () => {
    const finding = told([45, 80], [97, 160]);
    expect(finding.behind).toEqual(['others', 'England']);
    expect(finding.gap.points).toBeGreaterThan(20);
    expect(finding.gap.interval[0]).toBeGreaterThan(10);
    expect(finding.averageHides).toBe(true);
  });

  it('is less sure of the same shares of a few pupils', () => {
    const few = told([60, 6], [97, 30]);
    const many = told([60, 60], [97, 120]);
    expect(few.gap.chance).toBeLessThan(many.gap.chance);
    expect(few.gap.interval[0]).toBeLessThan(many.gap.interval[0]);
  });

  it('never says more where disadvantaged pupils do better', () => {
    const chances = [60, 70, 80, 90, 100].map((percent) => told([percent, 40], [97, 120]));
    for (const [at, finding] of chances.entries()) {
      expect(finding.gap.chance).toBeLessThanOrEqual(chances[at - 1]?.gap.chance ?? 1);
      expect(finding.level.chance).toBeLessThanOrEqual(chances[at - 1]?.level.chance ?? 1);
    }
    expect(chances.at(-1)?.behind).toEqual([]);
  });

  it('is more certain with a year more that says the same', () => {
    const one = school([75, 30], [97, 100]);
    const before = school([75, 30], [97, 100], 2018);
    const both = { ...one, facts: new Map([...one.facts, ...before.facts]) };
    const pooled = hiddenFinding(both, measure, reference, policy);
    if (pooled.state !== 'told') throw new Error('told');
    const single = told([75, 30], [97, 100]);
    expect(pooled.years).toEqual([2019, 2018]);
    expect(pooled.pupils).toBe(60);
    expect(width(pooled)).toBeLessThan(width(single));
  });

  it('is nothing where the figure is suppressed, the row is lacking, or no file holds it: never zero, and never good or bad', () => {
    const suppressed = schoolWith({ 'ks4_stayed_disadvantaged:2019': 'SUPP', 'ks4_leavers_disadvantaged:2019': 3 });
    expect(hiddenFinding(suppressed, measure, reference, policy)).toEqual({ state: 'cannot be told', reason: 'SUPP' });
    const none = schoolWith();
    expect(hiddenFinding(none, measure, reference, policy)).toEqual({ state: 'cannot be told', reason: 'no record' });
    expect(hiddenFinding(none, measure, hiddenReference([none], measure), policy)).toEqual({
      state: 'cannot be told',
      reason: 'no file',
    });
    const few = hiddenFinding(school([0, 5], [97, 100]), measure, reference, policy);
    expect(few).toEqual({ state: 'cannot be told', reason: 'too few pupils' });
  });
});

describe('the kinds of place of a school', () => {
  const at = { urban: true, idaciDecile: 9, phaseGroup: 'secondary', fsm6Percent: 9, coastMetres: 20_000 } as const;

  it('need both signs of affluence, and a distance for the coast', () => {
    expect(kindsOf(placeOf(at, places))).toEqual(['affluent']);
    expect(kindsOf(placeOf({ ...at, fsm6Percent: 30 }, places))).toEqual([]);
    expect(kindsOf(placeOf({ ...at, urban: false, coastMetres: 5500 }, places))).toEqual([
      'affluent',
      'rural',
      'coastal',
    ]);
    expect(placeOf({ ...at, coastMetres: 5501 }, places).coastal).toBe(false);
  });

  it('are not known where no file tells, unless another figure settles it', () => {
    const unknown = placeOf({ ...at, urban: null, fsm6Percent: null, coastMetres: null }, places);
    expect(unknown).toEqual({ affluent: null, rural: null, coastal: null, coastMetres: null });
    expect(placeOf({ ...at, idaciDecile: 3, fsm6Percent: null }, places).affluent).toBe(false);
  });
});

describe('the list', () => {
  const coastal: Place = { affluent: false, rural: false, coastal: true, coastMetres: 900 };
  const listed = (name: string, finding: HiddenSchool['finding'], place = coastal): HiddenSchool => ({
    urn: 100_001,
    name,
    laCode: 821,
    laName: 'Luton',
    phaseGroup: 'secondary',
    easting: null,
    northing: null,
    place,
    fsm6Percent: 20.5,
    finding,
  });
  const schools = [
    listed('Ash', told([60, 12], [97, 40])),
    listed('Beech', told([60, 80], [97, 160])),
    listed('Cedar', told([95, 40], [96, 100])),
    listed('Dogwood', { state: 'cannot be told', reason: 'SUPP' }),
    listed('Elm, inland', told([50, 80], [97, 160]), { ...coastal, coastal: false }),
  ];

  it('begins with the surest large gap, and leaves out schools of other places', () => {
    const { behind, notBehind, untold } = hiddenList(schools);
    expect([...behind, ...notBehind, ...untold].map(({ name }) => name)).toEqual(['Beech', 'Ash', 'Cedar', 'Dogwood']);
    expect(hiddenList(schools, 'rural')).toEqual({ behind: [], notBehind: [], untold: [] });
  });

  it('as a file says why nothing can be told', () => {
    const lines = hiddenCsv(schools).trim().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(new Set(lines.map((line) => line.replaceAll(/"[^"]*"/g, '').split(',').length))).toEqual(new Set([19]));
    expect(lines.at(-1)).toContain('Dogwood');
    expect(lines.at(-1)).toMatch(/suppress/i);
  });
});

describe('the policy files', () => {
  it('can be read, and say where each line comes from', () => {
    for (const { source, measures } of policiesOf(hiddenPolicyKind)) {
      expect(source.length).toBeGreaterThan(20);
      expect(measures.every(({ linesSource, driftSource }) => linesSource.length > 20 && driftSource.length > 20)).toBe(
        true,
      );
    }
  });

  it('are refused when a year stands before a newer one', () => {
    const { id: _, ...file } = policy;
    const bad = { ...file, measures: [{ ...measure, years: [2017, 2018] }] };
    expect(hiddenPolicyKind.schema.safeParse(bad).error?.issues[0]?.message).toBe('the newest year comes first');
  });
});
