import { describe, expect, it } from 'vitest';
import { agreed } from '../../../../test/factories/agreements.ts';
import { readMoney, readTime } from '../../schema/agreement/agreement-forms.ts';
import { dayBetween } from '../life/day-between.ts';
import { beginAgreement } from './agreement-policy.ts';
import { canonicalText, saysTheSame, shortHash } from './canonical.ts';
import { compareVersions } from './compare.ts';
import { nextObjectiveKey } from './content.ts';
import { missingOf } from './missing.ts';
import { brokerageText, poundsText } from './money-words.ts';
import { baselineText } from './sections.ts';
import { isSettled, signersOf, versionInForce } from './signing.ts';
import { standingOf } from './standing.ts';

const days = (typed: string) => readTime({ days: typed, frequency: '' }, { starts: null, ends: null }, {});
const policy = { objectives: { least: 1, most: 2 } };
const beginsWith = { confidentiality: 'c', bodyTold: 'b', exit: 'e', dataProtection: 'd' };

describe('what an agreement lacks', () => {
  it('names each part by itself, and each objective', () => {
    const begun = beginAgreement({ beginsWith }, { halfDays: 12, startsOn: null, endsOn: null });
    expect(missingOf(begun, policy).map(({ words }) => words)).toEqual([
      'What the help is for: how it improves the school and what the head needs of it are missing.',
      'Objectives: at least 1 is needed, and there are none.',
      'Days and period: the first day, the last day and how often are missing.',
      'Rate and who pays: the rate, whether VAT is added, who pays, the broker’s share and the backfill of the home school are missing.',
      'Working together: access is missing.',
    ]);
    const [objective] = agreed().objectives;
    const objectives = [objective!, { ...objective!, key: 2, target: '' }, { ...objective!, key: 3, baseline: null }];
    expect(missingOf(agreed({ objectives }), policy).map(({ words }) => words)).toEqual([
      'Objectives: there are 3, and at most 2 are agreed.',
      'Objective 2: the target is missing.',
      'Objective 3: the baseline is missing.',
    ]);
    expect(missingOf(agreed(), policy)).toEqual([]);
  });
});

describe('the text that is signed', () => {
  it('is the same whatever order the keys come back in, and another for another placement, number or word', () => {
    const content = agreed();
    const text = canonicalText({ placement: '2026-014', version: 2, content });
    const turned = Object.fromEntries(Object.entries(content).toReversed()) as typeof content;
    expect(canonicalText({ content: turned, version: 2, placement: '2026-014' })).toBe(text);
    expect(saysTheSame(content, turned)).toBe(true);
    expect(canonicalText({ placement: '2026-014', version: 3, content })).not.toBe(text);
    expect(canonicalText({ placement: '2026-015', version: 2, content })).not.toBe(text);
    expect(shortHash('abcdef0123456789')).toBe('abcd ef01 2345');
  });
});

describe('two versions side by side', () => {
  it('says of each fact whether it was changed, added or taken out, and follows objectives by their key', () => {
    const before = agreed();
    const [first] = before.objectives;
    const after = agreed({
      objectives: [{ ...first!, key: 2, aim: 'Another' }],
      time: { ...before.time, halfDays: 15 },
    });
    const sections = compareVersions(before, after);
    expect(sections.map(({ title, changed }) => `${title}: ${changed}`)).toEqual([
      'What the help is for: same',
      'Objective 1: added',
      'Objective 1 of the earlier version: taken out',
      'Days and period: changed',
      'Rate and who pays: same',
      'Working together: same',
      'Exit and data protection: same',
    ]);
    const days = sections.find(({ key }) => key === 'time')!.rows[0];
    expect(days).toEqual({ name: 'Days', before: '6 days', after: '7½ days', changed: 'changed' });
    expect(nextObjectiveKey(after.objectives, [1, 4])).toBe(5);
  });
});

describe('signatures', () => {
  it('ask the board where the head is the leader, and settle a version when all four have signed it', () => {
    expect(signersOf({ leaderHeadsHome: true })).toContain('home board');
    expect(signersOf({ leaderHeadsHome: false })).not.toContain('home board');
    const one = (['service', 'leader', 'supported head', 'home head'] as const).map((part) => ({ version: 1, part }));
    expect(isSettled(one.slice(1), 1)).toBe(false);
    expect(isSettled(one, 1)).toBe(true);
    expect(versionInForce([...one, { version: 2, part: 'leader' }])).toBe(1);
    expect(versionInForce([])).toBeNull();
  });

  it('say how each version stands', () => {
    const how = { inForce: 1, newestSent: 3, state: 'under way' } as const;
    const of = (number: number, isSent = true) => standingOf({ number, isSent }, how);
    expect([1, 2, 3].map((number) => of(number))).toEqual([
      'In force',
      'Replaced before all had signed',
      'Being signed',
    ]);
    expect(of(4, false)).toBe('Draft');
    expect(standingOf({ number: 1, isSent: true }, { inForce: null, newestSent: 1, state: 'contracting' })).toBe(
      'Taken back',
    );
  });
});

describe('amounts and days', () => {
  it('are read exactly, to the penny, the hundredth of a percent and the half day', () => {
    const money = { vat: 'yes', payer: 'fund', fund: 'A grant', backfill: '' };
    const read = (more: Record<string, string>) => readMoney({ ...money, ...more });
    expect(read({ rate: '£1,350.05', brokerage: 'added', percent: '12.5%' })).toMatchObject({
      ok: true,
      value: { ratePence: 135_005, vat: true, fund: 'A grant', brokerage: { way: 'added', basisPoints: 1250 } },
    });
    expect(read({ rate: '350', brokerage: 'flat', flat: '400' })).toMatchObject({
      ok: false,
      errors: { flat: /no more/ },
    });
    expect(read({ rate: '350.555' })).toMatchObject({ ok: false, errors: { rate: /pounds and pence/ } });
    expect(read({ rate: '350', brokerage: 'inside' })).toMatchObject({ ok: false, errors: { percent: /Enter/ } });
    expect(readMoney({ payer: 'school', fund: 'left over' })).toMatchObject({
      ok: true,
      value: { fund: '', ratePence: null },
    });
    expect(days('2.5')).toMatchObject({ ok: true, value: { halfDays: 5 } });
    for (const wrong of ['2.25', '0', '-1', 'six']) expect(days(wrong)).toMatchObject({ ok: false });
  });

  it('are written as people write them', () => {
    expect(poundsText(135_005)).toBe('£1,350.05');
    expect(brokerageText({ way: 'inside', basisPoints: 1500 })).toBe('15% within the rate');
    expect(brokerageText({ way: 'flat', pence: 5000 })).toBe('£50.00 for each day, within the rate');
    expect(dayBetween('2026-11-01', '2027-07-20', 0.5)).toBe('2027-03-11');
    const published = {
      kind: 'published',
      measure: 'ks2_rwm_expected',
      label: 'Expected standard',
      year: 2018,
    } as const;
    const source = { importId: 11, line: 731 };
    expect(baselineText({ ...published, value: 52, text: '52%', source })).toBe(
      '52%: Expected standard, 2018 to 2019, published (file 11, line 731)',
    );
    expect(baselineText({ ...published, value: null, text: 'suppressed', source })).toContain(
      'No figure published (suppressed)',
    );
  });
});
