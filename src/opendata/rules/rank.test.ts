import { describe, expect, it } from 'vitest';
import { outranks, type Ranked } from './rank.ts';

const ks4: Ranked = { dataset: 'ks4', year: 2018, stage: 'final', asAt: '2019-08-31' };

describe('outranks', () => {
  it('lets final stand against revised, and revised against provisional, whatever their days', () => {
    const revised: Ranked = { ...ks4, stage: 'revised', asAt: '2020-01-01' };
    const provisional: Ranked = { ...ks4, stage: 'provisional', asAt: '2021-01-01' };
    expect(outranks(ks4, revised, 'observation')).toBe(true);
    expect(outranks(revised, provisional, 'observation')).toBe(true);
    expect(outranks(provisional, ks4, 'observation')).toBe(false);
  });

  it('lets the newer stand at the same stage, and neither on the same day', () => {
    const newer: Ranked = { ...ks4, asAt: '2019-09-01' };
    expect(outranks(newer, ks4, 'observation')).toBe(true);
    expect(outranks(ks4, newer, 'observation')).toBe(false);
    expect(outranks(ks4, ks4, 'observation')).toBe(false);
  });

  it('does not weigh figures of different years or datasets', () => {
    expect(outranks(ks4, { ...ks4, year: 2017, stage: 'provisional' }, 'observation')).toBe(false);
    expect(outranks(ks4, { ...ks4, dataset: 'ks5', stage: 'provisional' }, 'observation')).toBe(false);
  });

  it('lets the mainstream register stand against a later list of schools, but not on inspections', () => {
    const register: Ranked = { dataset: 'gias-mainstream', year: null, stage: 'register', asAt: '2022-07-06' };
    const information: Ranked = { dataset: 'school-information', year: null, stage: 'register', asAt: '2022-12-08' };
    expect(outranks(register, information, 'school')).toBe(true);
    expect(outranks(information, register, 'school')).toBe(false);
    expect(outranks(information, register, 'inspection')).toBe(true);
  });
});
