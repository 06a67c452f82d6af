import { describe, expect, it } from 'vitest';
import { deedText, deedTitles } from './deed-titles.ts';
import { detailText, subjectText, trailRow, TRAIL_COLUMNS, whoText } from './trail-entry.ts';

const titles = deedTitles([{ readPlan: { verb: 'plan.read', title: 'read the plan of an area' }, aFunction: () => 1 }]);

describe('an entry of the audit trail in words', () => {
  it('says the deed by the title of its permission, of the house, or as it is called', () => {
    expect(deedText(titles, 'plan.read')).toBe('read the plan of an area');
    expect(deedText(titles, 'sign-in.password')).toBe('sign in with a password');
    expect(deedText(titles, 'sign-in.new-way')).toBe('sign in: new way');
  });

  it('says who did it, and of mail to whom it went', () => {
    const ada = { person: 'Ada', personId: 'x' };
    expect(whoText({ ...ada, action: 'plan.read' })).toBe('Ada');
    expect(whoText({ ...ada, action: 'mail.send' })).toBe('The house, to Ada');
    expect(whoText({ person: null, personId: 'x', action: 'plan.read' })).toBe('person x');
    expect(whoText({ person: null, personId: null, action: 'retention.apply' })).toBe('The house');
  });

  it('says what it is about, with particulars, and fills every column of the file', () => {
    expect(subjectText({ subjectKind: 'school', subjectId: '109726' })).toBe('school 109726');
    expect(subjectText({ subjectKind: 'site', subjectId: null })).toBe('the site');
    expect(detailText({ reason: 'not yours', tried: 2, roles: ['a', 'b'], none: null })).toBe(
      'reason: not yours; tried: 2; roles: a, b; none: null',
    );
    const entry = {
      seq: 1,
      at: new Date(0),
      personId: null,
      person: null,
      role: null,
      action: 'plan.read',
      outcome: 'done' as const,
      subjectKind: 'area',
      subjectId: '821',
      detail: {},
      ip: null,
    };
    const row = trailRow(entry, titles);
    expect(row).toHaveLength(TRAIL_COLUMNS.length);
    expect(row.slice(0, 2)).toEqual([1, '1970-01-01T00:00:00.000Z']);
  });
});
