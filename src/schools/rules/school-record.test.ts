import { describe, expect, it } from 'vitest';
import { MEASURE_CODES } from '../../opendata/rules/measures.ts';
import {
  comparedPhase,
  isOpen,
  linkDirection,
  responsibleBody,
  type SchoolGroup,
  type SchoolIdentity,
  shownGroups,
  yearsOf,
} from './school-record.ts';
import { SCHOOL_SECTIONS } from './school-sections.ts';

const group = (groupType: string, name: string): SchoolGroup => ({
  uid: 1,
  name,
  groupType,
  joinedOn: null,
  source: { importId: 1, line: 2 },
  neighbours: [],
});
const identity = (change: Partial<SchoolIdentity>) => ({ laName: 'Luton', ...change }) as SchoolIdentity;

describe('the responsible body', () => {
  const groups = [group('School sponsor', 'Sponsor'), group('Multi-academy trust', 'Trust')];

  it('is the trust of an academy or free school, never its sponsor', () => {
    expect(responsibleBody(identity({ typeGroup: 'Academies' }), groups)).toBe('Trust');
    expect(responsibleBody(identity({ typeGroup: 'Free Schools' }), groups)).toBe('Trust');
  });

  it('is the local authority of a maintained school, also of one with a foundation trust', () => {
    const maintained = identity({ typeGroup: 'Local authority maintained schools' });
    expect(responsibleBody(maintained, [group('Trust', 'Foundation')])).toBe('Luton (local authority)');
  });

  it('is not known of an academy without a trust, and none of others', () => {
    expect(responsibleBody(identity({ typeGroup: 'Academies' }), [])).toBeNull();
    expect(responsibleBody(identity({ typeGroup: 'Independent schools' }), [])).toBeNull();
  });
});

describe('groups', () => {
  it('show a sponsor last, and not when it is the trust by the same name', () => {
    const trust = group('Multi-academy trust', 'CHILTERN LEARNING TRUST');
    expect(shownGroups([group('School sponsor', 'Chiltern Learning Trust'), trust])).toEqual([trust]);
    const other = group('School sponsor', 'A university');
    expect(shownGroups([other, trust])).toEqual([trust, other]);
  });
});

describe('links', () => {
  it.each([
    ['Predecessor', 'predecessor'],
    ['Predecessor - merged', 'predecessor'],
    ['Result of Amalgamation', 'predecessor'],
    ['Successor - Split School', 'successor'],
    ['Sixth Form Centre Link', 'other'],
    ['Merged - change in age range', 'other'],
  ])('%s: %s', (type, direction) => {
    expect(linkDirection(type)).toBe(direction);
  });
});

describe('a school', () => {
  it('is open also when it is proposed to close', () => {
    expect(isOpen('Open, but proposed to close')).toBe(true);
    expect(isOpen('Closed')).toBe(false);
  });

  it('is compared with schools of its phase when it is mainstream, else with none', () => {
    expect(comparedPhase({ mainstream: true, phase: 'All-through' })).toBe('secondary');
    expect(comparedPhase({ mainstream: false, phase: 'Primary' })).toBeNull();
    expect(comparedPhase({ mainstream: true, phase: '16 plus' })).toBeNull();
  });

  it('has the years of its records, oldest first, with those that hold a reason and no number', () => {
    const source = { importId: 1, line: 2 };
    const facts = new Map([
      ['roll:2021', { value: 210, missing: null, year: 2021, source }],
      ['roll:2017', { value: null, missing: 'SUPP', year: 2017, source }],
      ['ehc_percent:2018', { value: 2, missing: null, year: 2018, source }],
    ] as const);
    expect(yearsOf(facts, ['roll'])).toEqual([2017, 2021]);
  });
});

describe('the sections of a page', () => {
  it('show every measure that can be loaded, but the subjects behind the combined share', () => {
    const shown = new Set(SCHOOL_SECTIONS.flatMap(({ measures }) => measures));
    expect(MEASURE_CODES.filter((code) => !shown.has(code))).toEqual([
      'ks2_reading_expected',
      'ks2_writing_expected',
      'ks2_maths_expected',
    ]);
  });
});
