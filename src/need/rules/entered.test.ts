import { describe, expect, it } from 'vitest';
import { assessing } from '../../../test/factories/assessing.ts';
import { schoolWith } from '../../../test/factories/school-facts.ts';
import { assess } from './assess.ts';
import { entered } from './entered.ts';
import type { Entry } from './entry.ts';
import type { EnteredIndicator } from './need-policy.ts';

const indicator: EnteredIndicator = {
  code: 'governance',
  label: 'Governance',
  source: 'test',
  phaseGroups: ['primary', 'secondary'],
  question: 'Does the board have the members and the meetings that it needs?',
  clearLevel: 'as it should be',
  steps: [
    { level: 'vacancies', points: 2 },
    { level: 'not quorate', points: 6 },
  ],
  validMonths: 12,
};
const school = schoolWith();

function entry(level: string, on: string, more: Partial<Entry> = {}): Entry {
  return {
    id: '1',
    urn: 100_001,
    code: 'governance',
    level,
    on,
    evidence: 'Clerk’s report to the spring meeting',
    role: 'a service lead',
    at: `${on}T09:00:00Z`,
    ...more,
  };
}

function at(entries: Entry[] | undefined, entriesAsAt?: string) {
  return {
    ...assessing,
    policy: { ...assessing.policy, indicators: [indicator] },
    ...(entries && { entries: new Map([[100_001, entries]]) }),
    ...(entriesAsAt !== undefined && { entriesAsAt }),
  };
}

describe('what people enter', () => {
  it('is left out where only published data is read, and missing where nobody entered anything', () => {
    expect(assess(school, at(undefined)).indicators).toEqual([]);
    expect(assess(school, at([])).indicators).toMatchObject([{ state: 'missing', points: 0 }]);
  });

  it('counts by the newest entry, whatever the order in which they come', () => {
    const older = entry('not quorate', '2022-02-01');
    const newer = entry('vacancies', '2022-05-12', { id: '2' });
    const expected = {
      state: 'raised',
      level: 'vacancies',
      points: 2,
      year: 2022,
      sentence: 'Seen on 12 May 2022 by a service lead: vacancies. Clerk’s report to the spring meeting.',
    };
    expect(entered(school, indicator, at([older, newer]))).toMatchObject(expected);
    expect(entered(school, indicator, at([newer, older]))).toMatchObject(expected);
    const corrected = entry('as it should be', '2022-05-12', { id: '3', at: '2022-05-13T09:00:00Z' });
    expect(entered(school, indicator, at([newer, corrected]))).toMatchObject({ state: 'clear', points: 0 });
  });

  it('is not known when the newest entry is too old, when it is of a later day, or of a level the policy lacks', () => {
    expect(entered(school, indicator, at([entry('not quorate', '2021-07-06')])).state).toBe('raised');
    expect(entered(school, indicator, at([entry('not quorate', '2021-07-05')]))).toMatchObject({
      state: 'missing',
      points: 0,
    });
    const later = [entry('not quorate', '2022-09-01')];
    expect(entered(school, indicator, at(later)).state).toBe('missing');
    expect(entered(school, indicator, at(later, '2022-09-01')).state).toBe('raised');
    expect(entered(school, indicator, at([entry('splendid', '2022-05-01')])).state).toBe('missing');
  });
});
