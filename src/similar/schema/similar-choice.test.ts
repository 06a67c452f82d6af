import { describe, expect, it } from 'vitest';
import { ownFeaturesAsAt } from '../queries/feature-sets.ts';
import { choiceQuery, similarChoice } from './similar-choice.ts';

const own = ownFeaturesAsAt('2022-07-06');

describe('the choice in an address', () => {
  it('comes back from its own address, whatever it is', () => {
    const given = {
      set: 'own',
      k: '30',
      km: '25',
      measure: 'ks4_progress8',
      sort: 'distance',
      within: '50',
      area: '821',
      faith: 'Church of England',
      rollFrom: '200',
      sex: 'same',
      'w.roll': '0',
      'w.eal_percent': '4',
      's.eal_percent': 'range',
    };
    const choice = similarChoice(given, own);
    const query = Object.fromEntries(Object.entries(choiceQuery(choice)).map(([key, value]) => [key, String(value)]));
    expect(query).toEqual(given);
    expect(similarChoice(query, own)).toEqual(choice);
  });

  it('that makes no sense is as good as none, and what is as usual is left out', () => {
    const given = {
      k: '61',
      km: '-3',
      measure: 'happiness',
      sort: 'up',
      place: 'seaside',
      rollTo: '1e9',
      region: '',
      set: '../x',
      'w.roll': '3',
      'w.password': '3',
    };
    expect(choiceQuery(similarChoice(given, own))).toEqual({});
    const weights = similarChoice({ set: 'own', 'w.roll': '6', 'w.password': '3', 'w.ehc_percent': '2' }, own).own;
    expect(weights).toEqual([{ figure: 'ehc_percent', weight: 2, scale: 'standard deviation' }]);
  });
});
