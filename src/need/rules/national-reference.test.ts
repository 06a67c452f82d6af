import { describe, expect, it } from 'vitest';
import { schoolWith } from '../../../test/factories/school-facts.ts';
import { nationalReference, shareOf } from './national-reference.ts';

describe('the country as a reference', () => {
  const schools = [
    schoolWith({ 'persistent_absence:2018': 5 }),
    schoolWith({ 'persistent_absence:2018': 8 }),
    schoolWith({ 'persistent_absence:2018': 8 }),
    schoolWith({ 'persistent_absence:2018': 20 }),
    schoolWith({ 'persistent_absence:2018': 'SUPP' }),
    schoolWith({ 'persistent_absence:2018': 30 }, { phase: 'Secondary', phaseGroup: 'secondary' }),
  ];
  const reference = nationalReference(schools);

  it('counts the share of the phase with a lower figure, missing ones left out', () => {
    expect(reference.shareLower('primary', 'persistent_absence', 2018, 8)).toBe(0.25);
    expect(reference.shareLower('primary', 'persistent_absence', 2018, 20)).toBe(0.75);
    expect(reference.shareLower('primary', 'persistent_absence', 2018, 99)).toBe(1);
  });

  it('knows the middle figure of each phase, and that there is none', () => {
    expect(reference.median('primary', 'persistent_absence', 2018)).toBe(8);
    expect(reference.median('secondary', 'persistent_absence', 2018)).toBe(30);
    expect(reference.median('primary', 'persistent_absence', 2017)).toBeNull();
    expect(reference.shareLower('primary', 'persistent_absence', 2017, 1)).toBeNull();
  });

  it('fits no prior to a handful of schools', () => {
    expect(reference.prior('ks2_rwm_expected', 'ks2_pupils', 2017)).toBeNull();
  });

  it('turns a rounded percentage back into whole pupils', () => {
    expect(shareOf(67, 30)).toEqual({ pupils: 30, successes: 20 });
    expect(shareOf(100, 7)).toEqual({ pupils: 7, successes: 7 });
  });
});
