import { describe, expect, it } from 'vitest';
import { ORGANISATION_KINDS } from '../access/roles.ts';
import { accessReview, reviewDue } from './rules/access-review.ts';
import { linkedText } from './rules/linked-text.ts';
import type { Member } from './rules/people-list.ts';
import { roleOfKind, rolesOfKind } from './rules/roles-of-kind.ts';
import { emailAddress, personName } from './schema/people.ts';

const member = (name: string, reviewedAt: string): Member => ({
  membershipId: name,
  personId: name,
  name,
  email: null,
  role: 'broker',
  grantedBy: 'invitation',
  since: new Date('2020-01-01'),
  reviewedAt: new Date(reviewedAt),
  lastUsed: null,
});

describe('the access review', () => {
  it('is due so many months after the last, at the end of a shorter month', () => {
    expect(reviewDue(new Date('2026-03-15T10:00:00Z'), 12).toISOString()).toBe('2027-03-15T10:00:00.000Z');
    expect(reviewDue(new Date('2024-02-29T00:00:00Z'), 12).toISOString()).toBe('2025-02-28T00:00:00.000Z');
    expect(reviewDue(new Date('2026-08-31T00:00:00Z'), 6).toISOString()).toBe('2027-02-28T00:00:00.000Z');
  });

  it('puts the longest overdue first', () => {
    const now = new Date('2026-11-21');
    const reviewed = accessReview(
      [member('b', '2026-01-01'), member('a', '2025-11-21'), member('c', '2025-01-01')],
      12,
      now,
    );
    expect(reviewed.map(({ name, isDue }) => [name, isDue])).toEqual([
      ['c', true],
      ['a', true],
      ['b', false],
    ]);
  });
});

describe('the roles of an organisation', () => {
  it('have an administrator in every kind, and no head in an authority', () => {
    for (const kind of ORGANISATION_KINDS) expect(rolesOfKind(kind)).toContain('administrator');
    expect(roleOfKind('local authority', 'headteacher')).toBeNull();
    expect(roleOfKind('school', 'headteacher')).toBe('headteacher');
    expect(roleOfKind('school', 'toString')).toBeNull();
  });
});

describe('what is typed of a person', () => {
  it.each(['a@example.org\r\nBcc: b@example.org', 'a@example.org,b@example.org', 'A <a@example.org>', '', 'a@b'])(
    'refuses the address %j',
    (text) => expect(emailAddress.safeParse(text).success).toBe(false),
  );
  it.each(['A\nB', 'A\u0000', 'A\u2028B', 'A\u202eB', ' ', 'x'.repeat(201)])('refuses the name %j', (text) =>
    expect(personName.safeParse(text).success).toBe(false),
  );
  it('takes names of all kinds', () => {
    expect(personName.parse(' Niamh O’Brien-Søndergård 王 ')).toBe('Niamh O’Brien-Søndergård 王');
    expect(emailAddress.parse(' Niamh@Example.ORG ')).toBe('niamh@example.org');
  });
});

describe('the text of a letter', () => {
  it('links to this site and nowhere else', () => {
    const site = 'https://alongside.example.org';
    expect(linkedText(`Open\n${site}/a?b=c\nor https://alongside.example.org.evil.example/x`, site)).toEqual([
      { text: 'Open\n' },
      { text: `${site}/a?b=c`, href: `${site}/a?b=c` },
      { text: '\nor ' },
      { text: 'https://alongside.example.org.evil.example/x' },
    ]);
  });
});
