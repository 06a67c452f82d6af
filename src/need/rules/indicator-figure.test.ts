import { describe, expect, it } from 'vitest';
import { assessing, settings } from '../../../test/factories/assessing.ts';
import { inspected, ks2Progress, schoolWith } from '../../../test/factories/school-facts.ts';
import { attainment } from './attainment.ts';
import { indicatorFigure } from './indicator-figure.ts';
import { inspection } from './inspection.ts';
import { progress } from './progress.ts';

const shown = (figure: ReturnType<typeof indicatorFigure>) => {
  if (figure === null) return null;
  const { format: _format, scale: _scale, ...words } = figure;
  return words;
};

describe('the numbers of an indicator', () => {
  it('of a small cohort come with the range and the chance of truly being below the line', () => {
    const school = schoolWith({ 'ks2_rwm_expected:2017': 40, 'ks2_pupils:2017': 20 });
    const result = attainment(school, settings('attainment'), assessing);
    const [low, high] = result.interval ?? [0, 0];
    expect(shown(indicatorFigure(result, 'Primary'))).toEqual({
      name: 'Reaching the expected standard in reading, writing and maths, 2017-18',
      figure: '40%',
      line: { name: 'Minimum standard', text: '65%' },
      range: `${low.toFixed(0)}% to ${high.toFixed(0)}%`,
      chance: expect.stringMatching(/^\d\d%$/),
      chanceName: 'Chance of truly being below the line',
    });
    expect(low).toBeLessThan(40);
    expect(high).toBeGreaterThan(40);
  });

  it('name the subject at fault when progress is raised, and the lowest when it is not', () => {
    const pupils = { 'ks2_pupils:2017': 60 };
    const low = progress(schoolWith({ ...ks2Progress(2018, 0, 0, -6), ...pupils }), settings('progress'), assessing);
    expect(shown(indicatorFigure(low, 'Primary'))).toMatchObject({
      name: 'Maths progress, 2018-19',
      figure: '-6.0',
      line: { name: 'Line', text: '-5.0' },
      range: '-7.4 to -4.6',
    });
    const fine = progress(schoolWith({ ...ks2Progress(2018, 1, 2, 3), ...pupils }), settings('progress'), assessing);
    expect(shown(indicatorFigure(fine, 'Primary'))).toMatchObject({
      name: 'Lowest progress of the three subjects, 2018-19',
      figure: '1.0',
      line: null,
      chance: null,
      chanceName: 'Chance of truly being below the line',
    });
  });

  it('are written as key stage 4 writes them for a secondary school', () => {
    const school = schoolWith(
      { 'ks4_progress8:2018': -0.69, 'ks4_progress8_lower:2018': -0.88, 'ks4_progress8_upper:2018': -0.5 },
      { phase: 'Secondary', phaseGroup: 'secondary' },
    );
    const result = progress(school, settings('progress', 'ks4'), assessing);
    expect(shown(indicatorFigure(result, 'Secondary'))).toEqual({
      name: 'Progress 8, 2018-19',
      figure: '-0.69',
      line: { name: 'Line', text: '-0.50' },
      range: '-0.88 to -0.50',
      chance: '98%',
      chanceName: 'Chance of truly being below the line',
    });
  });

  it('are none where an indicator rests on no number, or none is known', () => {
    const school = schoolWith({}, { inspections: [inspected('2021-07-01', 'Inadequate')] });
    expect(indicatorFigure(inspection(school, settings('inspection'), assessing), 'Primary')).toBeNull();
    expect(indicatorFigure(attainment(schoolWith(), settings('attainment'), assessing), 'Primary')).toBeNull();
  });
});
