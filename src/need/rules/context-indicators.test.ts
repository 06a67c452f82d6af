import { describe, expect, it } from 'vitest';
import { assessing, settings } from '../../../test/factories/assessing.ts';
import { schoolWith } from '../../../test/factories/school-facts.ts';
import { disadvantage } from './disadvantage.ts';
import { fallingRoll } from './falling-roll.ts';
import { finance } from './finance.ts';
import { newHead } from './new-head.ts';
import { persistentAbsence } from './persistent-absence.ts';

describe('persistent absence', () => {
  const indicator = settings('persistent_absence');
  const at = (value: number) =>
    persistentAbsence(schoolWith({ 'persistent_absence:2018': value }), indicator, assessing);

  it('is set against the country: the highest tenth and the highest thirtieth', () => {
    expect(at(89.9)).toMatchObject({ state: 'clear', points: 0 });
    expect(at(92)).toMatchObject({ state: 'raised', level: 'highest tenth' });
    expect(at(98)).toMatchObject({ state: 'raised', level: 'highest thirtieth', measures: ['persistent_absence'] });
    expect(at(92).sentence).toBe(
      '92.0% of pupils missed a tenth of sessions or more in 2018-19: higher than in 92% of primary schools (their median was 50.0%).',
    );
  });

  it('is missing with the reason given', () => {
    expect(persistentAbsence(schoolWith({ 'persistent_absence:2018': 'NE' }), indicator, assessing).sentence).toBe(
      'No absence: no entries (2018-19).',
    );
  });
});

describe('disadvantaged context', () => {
  const indicator = settings('disadvantage');

  it('is raised by either figure, and says that it is no judgement', () => {
    const meals = disadvantage(schoolWith({ 'fsm6_percent:2021': 93 }), indicator, assessing);
    expect(meals).toMatchObject({ state: 'raised', value: 93 });
    expect(meals.sentence).toMatch(/This is context, not a judgement on the school\.$/);
    const poor = disadvantage(schoolWith({ 'fsm6_percent:2021': 20 }, { idaciDecile: 1 }), indicator, assessing);
    expect(poor.sentence).toContain('its neighbourhood is in the poorest tenth of England');
    expect(disadvantage(schoolWith({}, { idaciDecile: 2 }), indicator, assessing).state).toBe('clear');
  });

  it('is missing when both are', () => {
    expect(disadvantage(schoolWith({ 'fsm6_percent:2021': 'SUPP' }), indicator, assessing)).toMatchObject({
      state: 'missing',
      points: 0,
    });
  });
});

describe('falling roll', () => {
  const indicator = settings('falling_roll');
  const roll = (before: number, now: number) =>
    fallingRoll(schoolWith({ 'roll:2018': before, 'roll:2021': now }), indicator);

  it('has steps at a tenth and a fifth', () => {
    expect(roll(200, 181).state).toBe('clear');
    expect(roll(200, 180)).toMatchObject({ state: 'raised', level: 'by a tenth', threshold: 180 });
    expect(roll(200, 160)).toMatchObject({ level: 'by a fifth' });
    expect(roll(200, 160).sentence).toBe('160 pupils on roll in 2021-22, 200 in 2018-19: a fall of 20%.');
  });

  it('does not blame a small school for a few pupils', () => {
    expect(roll(50, 36).state).toBe('clear');
    expect(roll(50, 35).state).toBe('raised');
  });

  it('needs both years', () => {
    expect(fallingRoll(schoolWith({ 'roll:2021': 10 }), indicator)).toMatchObject({ state: 'missing', points: 0 });
  });
});

describe('in-year deficit', () => {
  const indicator = settings('finance');
  const accounts = (balance: number, change = {}) =>
    finance(schoolWith({ 'income:2016': 1_000_000, 'in_year_balance:2016': balance }, change), indicator, assessing);

  it('is a share of income, and says how old it is', () => {
    expect(accounts(-50_000)).toMatchObject({ state: 'raised', value: -5, threshold: -5 });
    expect(accounts(-50_000).sentence).toBe(
      'Spent £50,000 more than its income (5.0%) in 2016-17, the newest year published here and 5 years old.',
    );
    expect(accounts(-49_000).state).toBe('clear');
    expect(accounts(12_345).sentence).toContain('£12,345 less than its income');
  });

  it('of an academy is missing, never nought', () => {
    expect(accounts(-500_000, { academy: true })).toMatchObject({ state: 'missing', points: 0, value: null });
  });
});

describe('a head new in post', () => {
  const indicator = settings('new_head');
  const opened = (openDate: string | null, establishmentType: string) =>
    newHead(schoolWith({}, { openDate, establishmentType }), indicator, assessing);

  it('is known only of a school that is new itself', () => {
    expect(opened('2020-09-01', 'Free schools')).toMatchObject({ state: 'raised', year: 2020 });
    expect(opened('2020-08-31', 'Free schools').state).toBe('missing');
    expect(opened(null, 'Community school').sentence).toBe("The head's start date is not published.");
  });

  it('is not known of a school that changed its form', () => {
    expect(opened('2021-04-01', 'Academy converter')).toMatchObject({ state: 'missing', points: 0 });
    expect(opened('2021-04-01', 'Academy converter').sentence).toContain('present form in April 2021');
  });
});
