import { describe, expect, it } from 'vitest';
import { policiesOf } from '../../../policies.ts';
import { deliveryKind, powersKind } from '../../schema/delivery/policies.ts';
import { readEscalation } from '../../schema/delivery/escalation-form.ts';
import { concernState, type StepKind } from './concern.ts';
import { EMPTY_NOTE, missingOfNote, type NoteContent } from './note.ts';
import { powersOf, whyNotYet } from './powers.ts';
import { byObjective, type ProgressEntry } from './progress.ts';
import { penceIn, poundsText } from './training.ts';
import { isUntold, noteStanding } from './visit.ts';

const whole: NoteContent = {
  ...EMPTY_NOTE,
  metWith: 'a',
  focus: 'b',
  evidence: 'c',
  judgement: 'd',
  strengths: 'e',
  areas: 'f',
  brokered: 'none',
  noNext: true,
};

const entry = (key: string, seenOn: string) =>
  ({ objective: { key, title: key }, seenOn, at: new Date(0) }) as ProgressEntry;
const state = (...kinds: StepKind[]) => concernState({ steps: kinds.map((kind) => ({ kind })) });

describe('a note of visit', () => {
  it('names each part that is missing, and each action before it that it says nothing of', () => {
    expect(missingOfNote(whole, [])).toEqual({});
    const before = [
      { id: 'x', what: 'Read aloud' },
      { id: 'y', what: 'Phonics' },
    ];
    const told = { ...whole, progress: [{ actionId: 'x', what: 'Read aloud', words: 'Begun' }] };
    expect(missingOfNote(told, before)).toEqual({ 'progress-y': 'Say what became of “Phonics”' });
    expect(Object.keys(missingOfNote(EMPTY_NOTE, before))).toHaveLength(10);
    const half = { actionId: null, what: 'Do', who: '' as const, dueOn: null };
    const inPlan = { actionId: 'z', what: 'Old', who: 'leader' as const, dueOn: null };
    expect(Object.keys(missingOfNote({ ...whole, actions: [inPlan, half] }, []))).toEqual([
      'action-1-who',
      'action-1-due-day',
    ]);
  });

  it('is late the day after it was due, and stands as what was said of it last', () => {
    const visit = { state: 'held', noteDueOn: '2026-11-20' } as const;
    expect(noteStanding(visit, null, '2026-11-20')).toBe('not written');
    expect(noteStanding(visit, null, '2026-11-21')).toBe('late');
    expect(noteStanding(visit, [], '2026-11-21')).toBe('sent');
    expect(noteStanding(visit, ['disputed', 'moderated'], '2026-11-21')).toBe('disputed');
    expect(noteStanding(visit, ['disputed', 'answered', 'confirmed'], '2026-11-21')).toBe('confirmed');
    expect(noteStanding({ ...visit, state: 'not held' }, null, '2026-12-01')).toBe('none yet');
    expect(isUntold({ state: 'planned', endsOn: '2026-11-20' }, '2026-11-20')).toBe(true);
    expect(isUntold({ state: 'planned', endsOn: '2026-11-21' }, '2026-11-20')).toBe(false);
  });
});

it('money is read and written pence exact', () => {
  expect(['1,250.5', '£12.05', '3', '0.07'].map(penceIn)).toEqual([125_050, 1205, 300, 7]);
  expect(['', '1.234', '-4', 'ten'].map(penceIn)).toEqual([null, null, null, null]);
  expect([125_050, 7].map(poundsText)).toEqual(['£1,250.50', '£0.07']);
});

it('progress is told by objective, oldest first, with objectives that are no longer agreed last', () => {
  const told = byObjective(
    [{ key: 'b', title: 'B' }],
    [entry('a', '2026-01-01'), entry('b', '2026-03-01'), entry('b', '2026-02-01')],
  );
  expect(told.map(({ objective, entries }) => [objective.key, entries.map(({ seenOn }) => seenOn)])).toEqual([
    ['b', ['2026-02-01', '2026-03-01']],
    ['a', ['2026-01-01']],
  ]);
});

describe('a concern', () => {
  it('stands where its steps have brought it', () => {
    expect(state()).toBe('open');
    expect(state('answered')).toBe('open');
    expect(state('escalated', 'answered')).toBe('waiting for approval');
    expect(state('escalated', 'approved', 'power')).toBe('escalated');
    expect(state('escalated', 'not approved')).toBe('open');
    expect(state('escalated', 'approved', 'lifted')).toBe('lifted');
  });

  it('is escalated only with something ticked in every group: one error for each that misses', () => {
    const groups = policiesOf(deliveryKind)[0]!.escalation;
    const read = readEscalation({ 'check-evidence': ['dated', 'invented'], reason: 'x', details: 'y' }, groups);
    expect(read.ok ? {} : read.errors).toEqual(
      Object.fromEntries(groups.slice(1).map(({ code, missing }) => [`check-${code}`, missing])),
    );
  });
});

describe('powers of a service', () => {
  const [policy] = policiesOf(powersKind);

  it('over a maintained school follow on a warning notice, or on a judgement of the school', () => {
    const set = powersOf(policy!, 'local authority', 'maintained');
    const open = (used: string[], inCategory = false) =>
      set.powers.filter((power) => whyNotYet(set, power, used, inCategory) === null).map(({ code }) => code);
    expect(open([])).toEqual(['s60']);
    expect(open(['s60'])).toEqual(['s60', 's63', 's64', 's65', 's66']);
    expect(open([], true)).toEqual(['s60', 's63', 's64', 's65', 's66']);
  });

  it('over an academy are none of the Act: only words to the trust, and then to the Department', () => {
    const set = powersOf(policy!, 'local authority', 'academy');
    expect(set.powers.map(({ code }) => code)).toEqual(['trust', 'department']);
    expect(whyNotYet(set, set.powers[1]!, [], true)).toBe('Speak to the trust must come first');
  });
});
