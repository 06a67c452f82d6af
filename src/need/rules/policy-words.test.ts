import { describe, expect, it } from 'vitest';
import { assessing, policy, settings } from '../../../test/factories/assessing.ts';
import { standardOf } from './minimum-standards.ts';
import { policiesOf } from '../../policies.ts';
import { needPolicyKind } from '../schema.ts';
import { indicatorWords, inheritedRule, ruleWords, standardWords } from './policy-words.ts';

const { standards } = assessing;
const words = (indicator: Parameters<typeof indicatorWords>[0]) => indicatorWords(indicator, standards);

const when = (idaciDecile: number) => words({ ...settings('disadvantage'), idaciDecile }).steps[0]?.when;

describe('a policy in words', () => {
  it('says every number of points that the policy gives, mildest first', () => {
    for (const indicator of policiesOf(needPolicyKind).flatMap(({ indicators }) => indicators)) {
      const said = words(indicator).steps.map(({ points }) => points);
      const byExtracts = indicator.code === 'new_head' ? (indicator.headship?.steps ?? []) : [];
      const given = [
        ...byExtracts.map(({ points }) => points),
        ...('steps' in indicator ? indicator.steps.map(({ points }) => points) : []),
        ...('points' in indicator ? [indicator.points] : []),
      ];
      expect(said).toEqual(indicator.code === 'minimum_standard' ? [indicator.doubtfulPoints, ...given] : given);
      expect(said).toEqual(said.toSorted((a, b) => a - b));
    }
  });

  it('says which schools an indicator looks at', () => {
    expect(words(settings('progress')).schools).toBe('Primary schools');
    expect(words(settings('progress', 'ks4')).schools).toBe('Secondary schools');
    expect(words(settings('inspection')).schools).toBe('All schools');
    expect(words({ ...settings('inspection'), phaseGroups: ['secondary'] }).schools).toBe('Secondary schools');
  });

  it('takes lines, years and chances from the policy', () => {
    const progress = words({
      ...settings('progress'),
      years: [2018],
      steps: [{ level: 'low', points: 3, standard: 'ks2-floor', certainty: 0.8 }],
    });
    expect(progress.what).toBe('Progress scores of 2018-19, each subject with its 95% range.');
    expect(progress.steps).toEqual([
      {
        when: 'low: reading under -5 or writing under -7 or maths under -5, with a chance of at least 80% of truly being below',
        points: 3,
      },
    ]);
    expect(words({ ...settings('falling_roll'), steps: [{ level: 'x', points: 9, fallPercent: 15 }] }).steps).toEqual([
      { when: 'a fall of 15% or more', points: 9 },
    ]);
    expect(
      words({ ...settings('persistent_absence'), steps: [{ level: 'x', points: 1, abovePercentile: 0.967 }] }).steps,
    ).toEqual([{ when: 'higher than in 96.7% of them', points: 1 }]);
  });

  it('leaves the neighbourhood out where the policy does not look at it', () => {
    expect(when(0)).toBe('higher than in 90% of them');
    expect(when(1)).toContain('a neighbourhood in the poorest tenth for');
    expect(when(2)).toContain('a neighbourhood in the second poorest tenth or a poorer one for');
  });

  it('says what a minimum standard asked', () => {
    expect(standardWords(standardOf(standards, 'ks2-floor'))).toBe(
      'at least 65% of pupils reaching the expected standard in reading, writing and maths, or progress of at least -5 in reading, -7 in writing and -5 in maths. It was not applied to fewer than 11 pupils',
    );
    expect(standardWords(standardOf(standards, 'ks4-floor'))).toBe(
      'Progress 8 of at least -0.5 or a 95% range that reaches 0. It was not applied to fewer than 6 pupils',
    );
  });

  it('makes a sentence of every rule', () => {
    for (const rule of policy.atLeast) {
      expect(ruleWords(rule)).toBe(`At least category ${rule.category} when ${rule.reason}.`);
    }
  });
});

describe('what counts of a record under an earlier number', () => {
  it('is said as the policy has it', () => {
    expect(inheritedRule(undefined)).toBe('Only what is published under the present number of a school counts.');
    const nothing = { results: false, inspections: false, source: 'test' };
    expect(inheritedRule(nothing)).toBe('Only what is published under the present number of a school counts.');
    expect(inheritedRule({ ...nothing, results: true, inspections: true })).toContain('the results and inspections of');
    expect(inheritedRule({ ...nothing, inspections: true })).toContain('own, the inspections of');
  });
});
