import { describe, expect, it } from 'vitest';
import { type AroundStates, type ComparedState, type RegisterState, stateChanges } from './state-changes.ts';

const state = (change: Partial<RegisterState> = {}): RegisterState => ({
  urn: 100_001,
  laCode: 821,
  laName: 'Luton',
  name: 'Elm School',
  establishmentType: 'Community school',
  status: 'Open',
  openDate: null,
  closeDate: null,
  asAt: '2021-01-31',
  source: { importId: 1, line: 2 },
  ...change,
});
const later = (change: Partial<RegisterState> = {}) =>
  state({ asAt: '2021-09-30', source: { importId: 2, line: 5 }, ...change });
const around: AroundStates = {
  previousDay: '2021-01-31',
  authorityChanges: [],
  predecessors: new Map([[100_002, [{ urn: 100_001, name: 'Elm School' }]]]),
};
const changes = (compared: ComparedState, known = around) => stateChanges([compared], [], '2021-09-30', known);
const between = { notBefore: '2021-01-31', notAfter: '2021-09-30' };

describe('what a register says otherwise than before', () => {
  it('is a new name, with the row that has it', () => {
    const before = state();
    expect(changes({ now: later({ name: 'Elm Tree School' }), before, own: before })).toEqual([
      {
        urn: 100_001,
        laCode: 821,
        schoolName: 'Elm Tree School',
        kind: 'renamed',
        before: 'Elm School',
        after: 'Elm Tree School',
        on: null,
        ...between,
        source: { importId: 2, line: 5 },
      },
    ]);
  });

  it('is none where the same register said so before and only another did not', () => {
    const before = state({ name: 'Elm Primary School', asAt: '2021-05-31' });
    expect(changes({ now: later(), before, own: state() })).toEqual([]);
  });

  it('is a closing on the day that is given, by status or by the day alone', () => {
    const before = state({ closeDate: '2021-08-31' });
    expect(changes({ now: later({ closeDate: '2021-08-31' }), before, own: before })).toMatchObject([
      { kind: 'closed', before: 'Open', after: 'Closed', on: '2021-08-31', ...between },
    ]);
    const closed = later({ status: 'Closed', closeDate: '2020-08-31' });
    // A day before the earlier extract corrects it and does not date what changed since.
    expect(changes({ now: closed, before, own: null })).toMatchObject([{ kind: 'closed', after: 'Closed', on: null }]);
    expect(changes({ now: later({ closeDate: '2022-08-31' }), before, own: before })).toEqual([]);
  });

  it('is an opening of a school seen first, only where its day lies after the extract before', () => {
    const first = { before: null, own: null };
    expect(changes({ now: later({ openDate: '2021-04-01' }), ...first })).toMatchObject([
      { kind: 'opened', before: null, after: 'Community school', on: '2021-04-01', ...between },
    ]);
    expect(changes({ now: later({ openDate: '2020-04-01' }), ...first })).toEqual([]);
    expect(changes({ now: later(), ...first })).toEqual([]);
    const nothingBefore = { ...around, previousDay: null };
    expect(changes({ now: later({ openDate: '2021-04-01' }), ...first }, nothingBefore)).toEqual([]);
  });

  it('is an opening of a school that was proposed', () => {
    const before = state({ status: 'Proposed to open' });
    expect(changes({ now: later({ openDate: '2021-09-01' }), before, own: before })).toMatchObject([
      { kind: 'opened', on: '2021-09-01' },
    ]);
  });

  it('is one change where a school gave way to another: the opening of the later one', () => {
    const closed = { now: later({ status: 'Closed' }), before: state(), own: state() };
    const opened = { now: later({ urn: 100_002, openDate: '2021-09-01' }), before: null, own: null };
    expect(stateChanges([closed, opened], [], '2021-09-30', around)).toMatchObject([
      { urn: 100_002, kind: 'opened', before: 'Elm School' },
    ]);
  });

  it('is a closing of what a later list of all open schools leaves out, by the row that had it', () => {
    expect(stateChanges([], [state()], '2021-09-30', around)).toMatchObject([
      {
        kind: 'closed',
        before: 'Open',
        after: 'no longer listed',
        on: null,
        ...between,
        source: { importId: 1, line: 2 },
      },
    ]);
  });

  it('is another authority, but for a change of the authorities themselves', () => {
    const now = later({ laCode: 940, laName: 'North Northamptonshire' });
    const before = state({ laCode: 928, laName: 'Northamptonshire' });
    const change = {
      on: '2021-04-01',
      from: { code: 928, name: 'Northamptonshire' },
      to: [{ code: 940, name: 'North Northamptonshire' }],
      source: 'An order',
    };
    expect(changes({ now, before, own: before })).toMatchObject([{ kind: 'authority changed' }]);
    expect(changes({ now, before, own: before }, { ...around, authorityChanges: [change] })).toEqual([]);
  });
});
