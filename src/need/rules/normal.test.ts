import { describe, expect, it } from 'vitest';
import { chanceBelowLine, normalCdf, publishedEstimate, scoreEstimate } from './normal.ts';

describe('normalCdf', () => {
  it.each([
    [0, 0.5],
    [1.959964, 0.975],
    [-1.644854, 0.05],
    [-3, 0.001349898],
  ])('at %d is %d', (z, expected) => {
    expect(normalCdf(z)).toBeCloseTo(expected, 6);
  });
});

describe('a school mean', () => {
  it('has the limits that schools know: 60 pupils, sd 6.2, give 1.57 either side', () => {
    const { interval } = scoreEstimate(-1.2, 60, 6.2);
    expect(interval[0]).toBeCloseTo(-2.77, 2);
    expect(interval[1]).toBeCloseTo(0.37, 2);
  });

  it('on the line is as likely below as above, and half a width under it 97.5%', () => {
    expect(chanceBelowLine(scoreEstimate(-5, 30, 6), -5)).toBeCloseTo(0.5, 6);
    expect(chanceBelowLine(publishedEstimate(-0.7, -0.9, -0.5), -0.5)).toBeCloseTo(0.975, 5);
  });

  it('keeps the width of limits that belong to another stage of publication, about its own score', () => {
    expect(publishedEstimate(-0.69, -0.91, -0.56).interval[0]).toBeCloseTo(-0.865, 6);
    expect(publishedEstimate(-0.7, -0.91, -0.5).interval).toEqual([-0.91, -0.5]);
  });

  it('without spread is certain', () => {
    expect(chanceBelowLine({ value: -1, standardError: 0, interval: [-1, -1] }, 0)).toBe(1);
    expect(chanceBelowLine({ value: 1, standardError: 0, interval: [1, 1] }, 0)).toBe(0);
  });
});
