import { halfDaysInWords, halfDaysTyped } from '../calendar/half-days.ts';
import { describe, expect, it } from 'vitest';
import { csvText } from '../schools/rules/csv-text.ts';
import { policyAsAt } from '../policies.ts';
import { entryChanges } from './rules/register/changes.ts';
import { monthsAfter, standingDesignations, type Designation } from './rules/register/designation.ts';
import type { LeaderDetails } from './rules/register/leader.ts';
import { comingTerms, isStale, termLedgers } from './rules/register/ledger.ts';
import type { ListedLeader } from './rules/register/listed.ts';
import { READ_COLUMNS, registerRows, TOLD_COLUMNS } from './rules/register/register-file.ts';
import { conflictWords, countsOn, interestsOn, type Standing } from './rules/register/standing.ts';
import { INTEREST_KINDS } from './rules/interests.ts';
import { interestPolicyKind } from './schema/interest-policy.ts';
import { readRegister, type RowFault } from './schema/register/read-register.ts';
import { supportPolicyKind } from './schema/support-policy.ts';

const TODAY = '2026-11-22';
const policy = policyAsAt(supportPolicyKind, TODAY);
const interests = policyAsAt(interestPolicyKind, TODAY);
const AUTUMN = { schoolYear: 2026, term: 'autumn' } as const;

const details: LeaderDetails = {
  name: 'Ada Leader',
  email: 'ada@example.org',
  homeUrn: 100_001,
  phases: ['primary'],
  fields: ['phonics'],
  contexts: ['coastal town'],
  furthestMinutes: null,
  mostSchools: 2,
  partnership: null,
};

describe('days of a leader', () => {
  it('are the newest offer less what is promised or used of it, and unknown where nothing was offered', () => {
    const offers = [
      { ...AUTUMN, halfDays: 10, on: '2026-09-01' },
      { ...AUTUMN, halfDays: 8, on: '2026-10-01' },
    ];
    const noted = [
      { ...AUTUMN, kind: 'promised', halfDays: 6 },
      { ...AUTUMN, kind: 'given back', halfDays: 2 },
      { ...AUTUMN, kind: 'used', halfDays: 5 },
    ] as const;
    const [autumn, spring] = termLedgers([AUTUMN, { schoolYear: 2026, term: 'spring' }], offers, noted);
    expect(autumn).toMatchObject({ offered: 8, promised: 4, used: 5, left: 3, confirmedOn: '2026-10-01' });
    expect(spring).toMatchObject({ offered: null, promised: 0, left: null, confirmedOn: null });
  });

  it('are stale when nobody confirmed them for longer than the policy lets them count, or ever', () => {
    expect(isStale('2026-07-25', TODAY, 120)).toBe(false);
    expect(isStale('2026-07-24', TODAY, 120)).toBe(true);
    expect(isStale(null, TODAY, 120)).toBe(true);
  });

  it('are asked about for this term and the two after it, over the turn of the school year', () => {
    expect(comingTerms('2027-05-01')).toEqual([
      { schoolYear: 2026, term: 'summer' },
      { schoolYear: 2027, term: 'autumn' },
      { schoolYear: 2027, term: 'spring' },
    ]);
  });

  it('are read and said in half days', () => {
    expect(['2.5', '2½', '½', '0', '.5', '3.0'].map(halfDaysTyped)).toEqual([5, 5, 1, 0, 1, 6]);
    expect(['2.3', '-1', '', 'two', '1e3'].map(halfDaysTyped)).toEqual([null, null, null, null, null]);
    expect([0, 1, 2, 5, -3].map(halfDaysInWords)).toEqual(['none', '½ day', '1 day', '2½ days', '−1½ days']);
  });
});

const namedOne = (id: string, supersedes: string | null) =>
  ({ id, supersedes: supersedes === null ? null : { id: supersedes, words: 'w' } }) as Designation;

const standing = (change: Partial<Standing>): Standing => ({
  id: 'i',
  kind: 'inspector',
  urn: 100_002,
  trustUid: null,
  words: 'w',
  since: null,
  until: null,
  about: null,
  by: null,
  at: '2026-01-01T00:00:00Z',
  withdrawn: null,
  ...change,
});

describe('designations', () => {
  it('stand until another takes their place, and are reviewed after whole months', () => {
    const { standing, earlier } = standingDesignations([
      namedOne('c', 'b'),
      namedOne('b', 'a'),
      namedOne('a', null),
      namedOne('d', null),
    ]);
    expect([standing.map(({ id }) => id), earlier.map(({ id }) => id)]).toEqual([
      ['c', 'd'],
      ['b', 'a'],
    ]);
    expect([monthsAfter('2024-02-29', 48), monthsAfter('2025-08-31', 6)]).toEqual(['2028-02-29', '2026-02-28']);
  });
});

describe('other standing', () => {
  it('keeps a leader from a school while it lasts and for a time after, and no longer once taken back', () => {
    expect(countsOn(standing({}), interests, TODAY)).toBe(true);
    expect(countsOn(standing({ until: '2023-11-22' }), interests, TODAY)).toBe(true);
    expect(countsOn(standing({ until: '2023-11-21' }), interests, TODAY)).toBe(false);
    const takenBack = standing({ withdrawn: { by: null, at: TODAY, why: 'w' } });
    const whole = standing({ urn: null });
    expect(interestsOn([standing({}), takenBack, whole], interests, TODAY)).toEqual([
      { kind: 'inspector', urn: 100_002, trustUid: null },
    ]);
  });

  it('has its rule in words for every kind', () => {
    for (const kind of INTEREST_KINDS) expect(conflictWords(interests, kind)).toMatch(/^[A-Z].+\.$/);
    expect(conflictWords(interests, 'inspector')).toContain('for 3 years after it ended');
  });
});

describe('an entry', () => {
  it('tells what is otherwise than it was', () => {
    const before = { ...details, status: 'active', statusWhy: null } as const;
    const now = { ...before, fields: [], furthestMinutes: 30, status: 'paused', statusWhy: 'w' } as const;
    expect(entryChanges(before, now)).toEqual([
      { part: 'Fields', before: 'phonics', now: 'none' },
      { part: 'Longest journey, minutes one way', before: 'none', now: '30' },
      { part: 'Status', before: 'Active', now: 'Paused' },
    ]);
  });
});

const faultsOf = (csv: string): RowFault[] => {
  const read = readRegister(csv, policy, TODAY);
  return read.ok ? [] : read.faults;
};

describe('a register from a file', () => {
  it('is read as it was written, designations and days that begin like a formula included', () => {
    const designation = {
      role: 'local-leader',
      body: '=Luton',
      designatedOn: '2024-03-27',
      evidence: 'Three schools\nhelped',
      reviewOn: '2028-03-27',
      status: 'in force',
      ruleSet: 'local',
      supersedes: null,
    } as const;
    const [ledger] = termLedgers([AUTUMN], [{ ...AUTUMN, halfDays: 5, on: TODAY }], []);
    const leader = {
      ...details,
      homeName: 'A School',
      status: 'active',
      ledger: ledger!,
      confirmedOn: TODAY,
      designations: [
        { ...designation, id: 'a', by: null, at: TODAY },
        { ...designation, role: 'specialist', reviewOn: '2027-01-01', id: 'b', by: null, at: TODAY },
      ],
    } as unknown as ListedLeader & { designations: Designation[] };
    const rows = registerRows([leader], policy);
    expect(rows[0]!.slice(-TOLD_COLUMNS.length)).toEqual([
      'A School',
      'Active',
      'autumn term 2026-27',
      2.5,
      0,
      0,
      2.5,
      { day: TODAY },
    ]);
    const cells = rows.map((row) => row.map((cell) => (typeof cell === 'object' && cell !== null ? cell.day : cell)));
    const read = readRegister(csvText([...READ_COLUMNS, ...TOLD_COLUMNS], cells), policy, TODAY);
    expect(read).toEqual({
      ok: true,
      leaders: [
        {
          row: 2,
          details,
          designations: [designation, { ...designation, role: 'specialist', reviewOn: '2027-01-01' }],
        },
      ],
    });
  });

  it('takes few columns, British days and a review after the months of the role', () => {
    const read = readRegister(
      'home urn,NAME,Role,Designating body,Designated on\n100001,Ada,Local leader of education,Luton,27/03/2024\n,,,,\n',
      policy,
      TODAY,
    );
    expect(read).toMatchObject({
      ok: true,
      leaders: [{ details: { name: 'Ada', mostSchools: 1 }, designations: [{ reviewOn: '2028-03-27' }] }],
    });
  });

  it('tells every fault by row and column', () => {
    const faults = faultsOf(
      [
        'Name,Home URN,Email,Fields,Most schools at once,Role,Designating body,Designated on,Review on',
        'Ada,12,not an address,phonics; latin,0,headteacher,,32/01/2024,2025-13-01',
        ',100001,,,,,,,',
        'Bo,100002,b@example.org,,,specialist,Luton,2027-01-01,',
        'Bo,100003,b@example.org,,,,,,',
      ].join('\n'),
    );
    expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 Email',
      '2 Home URN',
      '2 Fields',
      '2 Most schools at once',
      '2 Role',
      '2 Designating body',
      '2 Designated on',
      '2 Review on',
      '3 Name',
      '4 Designated on',
      '5 null',
    ]);
    expect(faults.find(({ column }) => column === 'Fields')?.message).toContain('(latin)');
  });

  it('names what is wrong with its head, and refuses what is no CSV or too long', () => {
    expect(faultsOf('Name,Name,Shoe size\nAda,Ada,3\n').map(({ message }) => message)).toEqual([
      'There is no column "Home URN"',
      'The column "Name" is there twice',
      expect.stringContaining('"Shoe size" is not known'),
    ]);
    expect(faultsOf('Name,Home URN\n')[0]?.message).toContain('no row');
    expect(faultsOf('Name,Home URN\n"Ada,100001')[0]?.message).toContain('quotation mark');
    const long = `Name,Home URN\n${'Ada,100001\n'.repeat(2001)}`;
    expect(faultsOf(long)).toEqual([expect.objectContaining({ row: 2002, message: expect.stringContaining('2,000') })]);
  });
});
