import { describe, expect, it } from 'vitest';
import { evenCountry } from '../../../test/factories/assessing.ts';
import { ks2Progress, schoolWith } from '../../../test/factories/school-facts.ts';
import { policyById } from '../../policies.ts';
import { minimumStandardsKind, needPolicyKind } from '../schema.ts';
import { disadvantageGap } from './disadvantage-gap.ts';
import type { IndicatorPolicy } from './need-policy.ts';
import { progressOverYears } from './progress-over-years.ts';
import { shareOfPupils } from './share-of-pupils.ts';

const policy = policyById(needPolicyKind, 'england-2022-07');
const standards = policyById(minimumStandardsKind, policy.minimumStandards);
const at = { policy, standards, reference: evenCountry, asAt: '2022-07-06' };

function settings<Code extends IndicatorPolicy['code']>(code: Code, keyStage: 'ks2' | 'ks4') {
  const found = policy.indicators.find((one) => one.code === code && 'keyStage' in one && one.keyStage === keyStage);
  return found as Extract<IndicatorPolicy, { code: Code }>;
}

describe('attainment over several years', () => {
  const indicator = settings('pooled_attainment', 'ks2');
  const judged = (figures: Parameters<typeof schoolWith>[0]) => shareOfPupils(schoolWith(figures), indicator, at);

  it('says what each year gave and how much it counts, and is raised only with enough certainty', () => {
    const result = judged({
      'ks2_rwm_expected:2017': 30,
      'ks2_pupils:2017': 60,
      'ks2_rwm_expected:2016': 40,
      'ks2_pupils:2016': 60,
    });
    expect(result).toMatchObject({
      state: 'raised',
      level: 'far below the floor',
      points: 8,
      year: 2017,
      threshold: 50,
    });
    expect(result.sentence).toMatch(
      /^Reached the expected standard in reading, writing and maths: 30% of 60 pupils in 2017-18 and 40% of 60 pupils in 2016-17\. Taken together, counting 72% for 2017-18 and 28% for 2016-17, the true share is likely to be \d\d% to \d\d%\. Set against 50%, a local line; chance of truly being below it: (9\d|over 99)%\.$/,
    );
    expect(result.otherSources).toHaveLength(1);
  });

  it('is not raised by a few pupils of one bad year', () => {
    const steady = {
      'ks2_rwm_expected:2016': 80,
      'ks2_pupils:2016': 12,
      'ks2_rwm_expected:2015': 78,
      'ks2_pupils:2015': 12,
    };
    const bad = judged({ ...steady, 'ks2_rwm_expected:2017': 50, 'ks2_pupils:2017': 10 });
    expect(bad.state).toBe('clear');
    expect(bad.probability).toBeLessThan(judged({ 'ks2_rwm_expected:2017': 50, 'ks2_pupils:2017': 10 }).probability!);
  });

  it('is missing with the publisher’s reason, and where no range can be given', () => {
    expect(judged({ 'ks2_rwm_expected:2017': 'SUPP', 'ks2_pupils:2017': 4 }).sentence).toBe(
      'Not known: suppressed to protect pupils (2017-18).',
    );
    const alone = { ...at, reference: { ...evenCountry, prior: () => null } };
    const school = schoolWith({ 'ks2_rwm_expected:2017': 30, 'ks2_pupils:2017': 60 });
    expect(shareOfPupils(school, indicator, alone)).toMatchObject({ state: 'missing', points: 0 });
  });
});

describe('progress over several years', () => {
  const indicator = settings('pooled_progress', 'ks2');

  it('says each subject with its range, and of the one that counts every year and its weight', () => {
    const school = schoolWith({
      ...ks2Progress(2018, -6, 0, 0),
      ...ks2Progress(2017, -5, 0, 0),
      'ks2_pupils:2018': 60,
      'ks2_pupils:2017': 60,
    });
    const result = progressOverYears(school, indicator, at);
    expect(result).toMatchObject({ state: 'raised', level: 'below the minimum', measures: ['ks2_reading_progress'] });
    expect(result.sentence).toMatch(
      /^Progress in 2018-19, together with one earlier year, was -5\.8 in reading \(likely range -\d\.\d to -\d\.\d\), 0\.0 in writing .* Reading was -6\.0 in 2018-19 \(which counts \d\d%\) and -5\.0 in 2017-18 \(which counts \d\d%\)\. Reading is below -5\.0, the minimum standard until it ended; chance that it truly is: 8\d%\.$/,
    );
  });

  it('holds one bad year of a few pupils against what earlier years showed', () => {
    const bad = { ...ks2Progress(2018, -5.5, 0, 0), 'ks2_pupils:2018': 12 };
    const before = { ...ks2Progress(2017, 1, 0, 0), 'ks2_pupils:2017': 12 };
    expect(progressOverYears(schoolWith(bad), indicator, at).level).toBe('below the minimum');
    expect(progressOverYears(schoolWith({ ...bad, ...before }), indicator, at).level).not.toBe('below the minimum');
  });
});

const groups = (disadvantaged: number | 'SUPP', other: number) =>
  schoolWith(
    {
      'ks4_stayed_disadvantaged:2019': disadvantaged,
      'ks4_leavers_disadvantaged:2019': 80,
      'ks4_stayed_other:2019': other,
      'ks4_leavers_other:2019': 120,
    },
    { phase: 'Secondary', phaseGroup: 'secondary' },
  );

describe('the gap of disadvantaged pupils', () => {
  const indicator = settings('disadvantage_gap', 'ks4');

  it('is raised where they are far behind the others of the school and do less well than those of the country', () => {
    const result = disadvantageGap(groups(45, 92), indicator, at);
    expect(result).toMatchObject({ state: 'raised', points: 4, threshold: 8, measures: ['ks4_stayed_disadvantaged'] });
    expect(result.sentence).toMatch(
      /^Stayed in education or work for two terms after key stage 4: 45% of 80 disadvantaged pupils and 92% of 120 others in 2019-20\. The gap is likely to be \d\d to \d\d percentage points; chance that it is over 8: over 99%\. Of the country’s disadvantaged pupils 66% did\.$/,
    );
  });

  it('is not raised because the other pupils do very well', () => {
    expect(disadvantageGap(groups(78, 99), indicator, at).state).toBe('clear');
  });

  it('is missing where one of the groups is too small to be published', () => {
    expect(disadvantageGap(groups('SUPP', 92), indicator, at)).toMatchObject({ state: 'missing', points: 0 });
  });
});
