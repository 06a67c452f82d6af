import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { headshipPolicy, named } from '../../test/factories/headship.ts';
import { placeTurnover, type Watched } from '../schools/rules/headship/place-turnover.ts';
import { headshipsFrom } from '../schools/rules/headship/headships.ts';
import { headshipChangesText, headshipsText } from './headship-text.ts';
import { headshipTurnoverText } from './headship-turnover.ts';

const days = ['2019-06-30', '2019-10-01'];
const headships = headshipsFrom(
  136_651,
  ['Mr|Rob|Hill', 'Ms|Ann|Day (Acting)'].map((fields, i) => ({
    urn: 136_651,
    asAt: days[i]!,
    named: named(fields),
    source: { importId: i + 1, line: 8 },
  })),
  headshipPolicy,
).toReversed();
const turnover = { same: 0, certain: 1, likely: 0, unclear: 0, schoolYears: 0.3, perHundredSchoolYears: null };
const files = new Map(days.map((asAt, i) => [i + 1, { title: 'Heads', stage: 'register' as const, asAt }]));

describe('headships as text', () => {
  const told = {
    urn: 136_651,
    policy: headshipPolicy,
    days,
    headships: headships.map((headship) => ({ ...headship, first: null })),
    turnover,
    stretches: [],
  };

  it('say who, between which days, how surely, and from which files', () => {
    const text = headshipsText('A School', told, files, { colour: false });
    expect(text).toContain('Ann Day (acting) [1]');
    expect(text).toContain('Began after 2019-06-30 and by 2019-10-01; still named on 2019-10-01.');
    expect(text).toContain('Certain. Rob Hill and Ann Day share neither first name nor surname.');
    expect(text).toContain('[1] Heads, as at 2019-10-01, line 8');
    for (const line of text.split('\n')) expect(stripVTControlCharacters(line).length).toBeLessThanOrEqual(100);
  });

  it('say so when no file names a head', () => {
    const none = headshipsText(null, { ...told, days: [], headships: [] }, files, { colour: false });
    expect(none).toContain('None of the published files held here names a head of this school.');
  });
});

describe('changes as text', () => {
  it('are a table with the turnover above', () => {
    const change = {
      urn: 136_651,
      schoolName: 'A School with a name that is rather long for a column',
      notBefore: days[0]!,
      notAfter: days[1]!,
      class: 'certain' as const,
      reason: 'x',
      left: ['Rob Hill'],
      came: [],
      first: null,
      inheritedFrom: null,
      sources: [],
    };
    const told = { from: days[0]!, to: days[1]!, policy: headshipPolicy, schools: 1, turnover, changes: [change] };
    const text = headshipChangesText({ code: 821, name: 'Luton' }, told, { colour: false });
    expect(text).toContain('Luton: changes of head that extracts after 2019-06-30 and up to 2019-10-01 show');
    expect(text).toContain('Changes: 1 certain, 0 likely, 0 unclear.');
    expect(text).toMatch(/2019-06-30 {2}2019-10-01 {2}certain {2}Rob Hill, then nobody/);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe('turnover as text', () => {
  const [one, two] = ['2019-06-30', '2020-06-30'] as const;
  const school = (verdict: 'same' | 'certain'): Watched => ({
    days: [one, two],
    stretches: [{ notBefore: one, notAfter: two, class: verdict }],
    changes: [],
  });

  it('is a line an extract and one for all, with what it rests on', () => {
    const place = placeTurnover([school('certain'), school('same'), { days: [two], stretches: [], changes: [] }]);
    const text = headshipTurnoverText(null, place, { colour: false });
    expect(text).toContain('2 dated extracts; 2 schools of which two or more tell, 1 school seen in only one');
    expect(text).toMatch(/2020-06-30 +2 +1 +0 +0 +1 +0 +49\.9/);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('says what is needed where there is nothing to compare', () => {
    const none = headshipTurnoverText(null, placeTurnover([]), { colour: false });
    expect(none).toContain('It takes two dated extracts of the same schools.');
  });
});
