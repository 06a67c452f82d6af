import { describe, expect, it } from 'vitest';
import { type JudgedImport, standingOf } from './standing.ts';

let id = 0;
const file = (dataset: string, asAt: string, change: Partial<JudgedImport> = {}): JudgedImport => ({
  id: (id += 1),
  dataset,
  year: null,
  asAt,
  bundled: false,
  standing: 'ground',
  ...change,
});

describe('how an import stands to what was held', () => {
  it('is the ground when it is the first of its dataset or bundled', () => {
    const first = file('ofsted-mi', '2015-05-31');
    const bundled = file('ofsted-mi', '2020-01-31', { bundled: true });
    expect(standingOf(first, [first, bundled])).toBe('ground');
    expect(standingOf(bundled, [first, bundled])).toBe('ground');
  });

  it('is news when it follows one of its dataset, whatever came after it', () => {
    const held = file('gias-academies', '2021-01-31');
    const one = file('gias-academies', '2021-09-30');
    const later = file('gias-academies', '2021-12-31');
    expect(standingOf(one, [held, one, later])).toBe('told');
  });

  it('is older when a later one of its dataset came before it, by day or by year', () => {
    const held = file('gias-academies', '2021-09-30');
    const one = file('gias-academies', '2021-01-31');
    expect(standingOf(one, [held, one])).toBe('older');
    const year2018 = file('ks2', '2019-08-31', { year: 2018 });
    const year2017 = file('ks2', '2018-08-31', { year: 2017 });
    expect(standingOf(year2017, [year2018, year2017])).toBe('older');
  });

  it('is late when another register was later already', () => {
    const held = file('gias-academies', '2021-01-31');
    const register = file('gias-mainstream', '2022-07-06');
    const one = file('gias-academies', '2021-09-30');
    expect(standingOf(one, [held, register, one])).toBe('late');
  });

  it('follows the first issue of a year: ground again, or told again', () => {
    const first = file('ks4', '2018-08-31', { year: 2017 });
    const provisional = file('ks4', '2019-08-31', { year: 2018 });
    const final = file('ks4', '2019-08-31', { year: 2018 });
    expect(standingOf(final, [first, provisional, final])).toBe('ground');
    expect(standingOf(final, [first, { ...provisional, standing: 'told' }, final])).toBe('told');
  });
});
