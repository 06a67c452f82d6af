import { describe, expect, it } from 'vitest';
import { policyAsAt } from '../../../policies.ts';
import { inspectionSchemeKind } from '../../schema/inspection-scheme.ts';
import { type CategoryCheck, reportCardCategory, type ReportCard } from './report-card-category.ts';

const policy = policyAsAt(inspectionSchemeKind, '2026-04-30');
const LEADERSHIP = 'Leadership and governance';
const WHOLE = Object.fromEntries(
  policy.areas.map(({ name, always }) => [name, always ? 'Expected standard' : 'Not applicable']),
);

interface Case {
  leadership?: string | null;
  inclusion?: string | null;
  safeguarding?: string | null;
  published?: string | null;
}

/** A card at the expected standard but for what is given; null is left out of it. */
function check({ leadership, inclusion, safeguarding = 'Met', published = 'none' }: Case): CategoryCheck {
  const grades: Record<string, string | null> = {
    ...WHOLE,
    ...(leadership === undefined ? {} : { [LEADERSHIP]: leadership }),
    ...(inclusion === undefined ? {} : { Inclusion: inclusion }),
  };
  const card: ReportCard = {
    judgements: Object.entries(grades).flatMap(([area, grade]) => (grade === null ? [] : [{ area, grade }])),
    safeguarding,
    categoryOfConcern: published,
  };
  const found = reportCardCategory(card, policy);
  if (found === null) throw new Error('The policy has no table of categories');
  return found;
}

const URGENT = 'Urgent improvement';
const SM = 'special measures';
const RSI = 'requires significant improvement';

describe('the table of categories', () => {
  it.each([
    [URGENT, URGENT, 'Met', SM],
    [URGENT, URGENT, 'Not met', SM],
    [URGENT, 'Needs attention', 'Not met', SM],
    [URGENT, 'Exceptional', 'Met', RSI],
    ['Exceptional', URGENT, 'Met', RSI],
    ['Exceptional', URGENT, 'Not met', RSI],
    ['Needs attention', 'Strong standard', 'Not met', RSI],
    ['Expected standard', 'Expected standard', 'Met', 'none'],
  ])('leadership %s, inclusion %s, safeguarding %s: %s', (leadership, inclusion, safeguarding, category) => {
    const code = { [SM]: 'SM', [RSI]: 'RSI', none: 'none' }[category]!;
    const found = check({ leadership, inclusion, safeguarding, published: code });
    expect(found).toMatchObject({ byTable: category, verdict: 'agrees', missing: [] });
    expect(found.monitoring).toBe(category === 'none' ? 'not expected' : 'expected');
  });

  it('says why in words', () => {
    const { sentences } = check({ leadership: URGENT, inclusion: URGENT, published: 'SM' });
    expect(sentences).toEqual([
      'By the table: special measures, because leadership and governance is graded urgent improvement and so is another area.',
      'The published category, special measures, agrees.',
      'Ofsted is expected to monitor the school.',
    ]);
  });

  it('lets the published outcome stand where it differs', () => {
    const found = check({ leadership: URGENT, inclusion: URGENT, published: 'RSI' });
    expect(found).toMatchObject({ byTable: SM, verdict: 'differs' });
    expect(found.sentences[1]).toBe(
      'The published category, requires significant improvement, differs. The published one stands.',
    );
    expect(check({ published: 'SM' }).monitoring).toBe('expected');
  });

  it('cannot tell of safeguarding that is not met alone and without a category: the inspection may have been suspended', () => {
    const found = check({ safeguarding: 'Not met' });
    expect(found).toMatchObject({ byTable: RSI, verdict: 'cannot be told' });
    expect(found.sentences[0]).toMatch(/It is not, if the inspection was suspended .* within 3 months/);
    expect(found.sentences[1]).toMatch(/the file does not say which inspections were suspended/);
  });

  it('brings monitoring for an area that needs attention', () => {
    expect(check({ inclusion: 'Needs attention' })).toMatchObject({ byTable: 'none', monitoring: 'expected' });
  });
});

describe('a card with parts missing', () => {
  it.each([
    ['an area', { inclusion: null }, ['Inclusion']],
    ['an area not judged that always is', { inclusion: 'Not applicable' }, ['Inclusion']],
    ['a grade that the scale does not have', { inclusion: 'Good' }, ['Inclusion']],
    ['leadership', { leadership: null }, [LEADERSHIP]],
    ['safeguarding', { safeguarding: null }, ['safeguarding']],
    ['safeguarding in the words of another scheme', { safeguarding: 'Yes' }, ['safeguarding']],
  ])('%s: neither none nor a category', (_, parts: Case, missing) => {
    const found = check(parts);
    expect(found).toMatchObject({ byTable: null, verdict: 'cannot be told', missing });
    expect(found.sentences[0]).toMatch(/^By the table it could be .+ or .+ (is|are) missing\.$/);
  });

  it('is told all the same where every way to fill the gap leads to one category', () => {
    expect(check({ leadership: URGENT, inclusion: URGENT, safeguarding: null, published: 'SM' })).toMatchObject({
      byTable: SM,
      verdict: 'agrees',
    });
    expect(check({ leadership: URGENT, inclusion: null, safeguarding: 'Not met', published: 'SM' }).byTable).toBe(SM);
  });

  it('differs where no way to fill the gap leads to the published category', () => {
    expect(check({ leadership: null, inclusion: URGENT, published: 'none' }).verdict).toBe('differs');
    expect(check({ leadership: null, inclusion: URGENT, published: 'RSI' }).verdict).toBe('cannot be told');
  });

  it('is not compared without a published category, or with one that is not known', () => {
    expect(check({ published: null })).toMatchObject({ byTable: 'none', verdict: 'cannot be told' });
    expect(check({ published: 'SWK' })).toMatchObject({ verdict: 'cannot be told' });
  });

  it('cannot tell of monitoring when an area that may need attention is missing', () => {
    expect(check({ inclusion: null }).monitoring).toBe('cannot be told');
  });
});

describe('a scheme without categories', () => {
  it('has nothing to check', () => {
    const older = policyAsAt(inspectionSchemeKind, '2025-01-10');
    expect(older.scheme).toBe('judgements only');
    expect(reportCardCategory({ judgements: [], safeguarding: null, categoryOfConcern: null }, older)).toBeNull();
  });
});
