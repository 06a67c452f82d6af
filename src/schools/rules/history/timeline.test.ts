import { describe, expect, it } from 'vitest';
import { factsTold } from '../../../opendata/rules/school-state.ts';
import { STATE_FACTS } from '../../../opendata/rules/state-facts.ts';
import { factsAsAt, standingOn } from './as-at.ts';
import { leftOutOf } from './left-out.ts';
import { memberEntries } from './member-entries.ts';
import { type DatedFile, newestFirst } from './registers.ts';
import { stateEntries } from './timeline.ts';
import type { StateValues, ToldState } from './told-state.ts';

const fileOf = (id: number, dataset: string, asAt: string): DatedFile => ({
  id,
  dataset,
  layout: dataset,
  asAt,
  sha256: String(id),
  complete: true,
});
const BLANK = Object.fromEntries(STATE_FACTS.map((fact) => [fact, null])) as unknown as StateValues;
const told = (file: DatedFile, values: Partial<StateValues> = {}): ToldState => ({
  file,
  source: { importId: file.id, line: 2 },
  told: factsTold(file.layout),
  values: {
    ...BLANK,
    name: 'Elm School',
    status: 'Open',
    phase: 'Primary',
    establishment_type: 'Academy converter',
    la_code: 821,
    la_name: 'Luton',
    ...values,
  },
});

const academies = fileOf(1, 'gias-academies', '2021-01-31');
const mainstream = fileOf(2, 'gias-mainstream', '2021-07-06');
const information = fileOf(3, 'school-information', '2021-08-08');
const academiesLater = fileOf(4, 'gias-academies', '2021-09-30');
const inOrder = (...states: ToldState[]) => {
  const files = newestFirst(states.map(({ file }) => file));
  return files.flatMap((file) => states.filter((state) => state.file === file));
};
const changes = (...states: ToldState[]) =>
  stateEntries(inOrder(...states), [])
    .filter(({ what }) => what !== 'First known')
    .map(({ what, from, to }) => [what, from, to]);

describe('what registers say of a school over time', () => {
  it('changes where a later one says otherwise', () => {
    expect(changes(told(academies, { name: 'Vale School' }), told(mainstream))).toEqual([
      ['Name', 'Vale School', 'Elm School'],
    ]);
  });

  it('does not change back and forth where two registers differ and each stays with its own', () => {
    const states = [told(academies), told(mainstream, { name: 'Elm Primary School' }), told(academiesLater)];
    expect(changes(...states)).toEqual([['Name', 'Elm School', 'Elm Primary School']]);
  });

  it('does not change by a fact that a register does not tell or another leaves blank', () => {
    expect(changes(told(mainstream, { capacity: 210 }), told(information))).toEqual([]);
    expect(changes(told(mainstream, { capacity: 210, gender: 'Mixed' }), told(academiesLater))).toEqual([]);
  });

  it('changes to blank within the issues of one register', () => {
    expect(changes(told(academies, { gender: 'Mixed' }), told(academiesLater))).toEqual([
      ['Gender', 'Mixed', 'not given in the register'],
    ]);
  });

  it('goes by the fuller register where two are of one day', () => {
    const same = fileOf(9, 'gias-academies', mainstream.asAt);
    const facts = factsAsAt(inOrder(told(same, { name: 'Vale School' }), told(mainstream)), '2021-12-31');
    expect(facts[0]?.told?.value).toBe('Elm School');
  });
});

describe('whether a school stood open on a day', () => {
  const closed = told(mainstream, { status: 'Closed', open_date: '2012-09-01', close_date: '2020-08-31' });
  const states = inOrder(told(academies, { open_date: '2012-09-01' }), closed);

  it.each([
    ['2012-08-31', 'not yet open'],
    ['2012-09-01', 'open'],
    ['2020-08-30', 'open'],
    // The extract of that day still had it as open; its day of closing, told later, says otherwise.
    ['2021-01-31', 'closed'],
  ])('%s: %s', (day, kind) => expect(standingOn(states, [], day).kind).toBe(kind));

  it('is not known before the first register, when none gives a day of opening', () => {
    expect(standingOn([told(mainstream)], [], '2020-01-01')).toEqual({ kind: 'not known' });
  });

  it('is no more told of a school that the next list of open schools leaves out, unless another register has it', () => {
    const leftOut = leftOutOf([told(academies)], [academies, academiesLater]);
    expect(leftOut).toMatchObject([{ by: { id: 4 } }]);
    expect(standingOn([told(academies)], leftOut, '2021-09-30').kind).toBe('no longer listed');
    expect(standingOn([told(academies)], leftOut, '2021-09-29').kind).toBe('open');
    expect(leftOutOf(inOrder(told(academies), told(mainstream)), [academies, academiesLater])).toEqual([]);
    expect(leftOutOf([told(academies)], [academies, { ...academiesLater, complete: false }])).toEqual([]);
  });
});

const trust = (uid: number, name: string) => ({
  uid,
  groupType: 'Multi-academy trust',
  name,
  joinedOn: '2021-01-15',
  source: { importId: uid, line: 2 },
});

const memberChanges = (...names: (readonly [uid: number, name: string])[][]) =>
  memberEntries(
    names
      .map((members, at) => ({
        file: fileOf(at, 'gias-all-grouplinks', `2021-0${at + 1}-01`),
        members: members.map(([uid, name]) => trust(uid, name)),
      }))
      .toReversed(),
  ).map(({ from, to, note }) => [from, to, note]);

describe('the groups of a school over time', () => {
  it('are joined, left and renamed, and go on by the same name under another number', () => {
    expect(memberChanges([[1, 'A Trust']], [[2, 'B Trust']])).toEqual([
      [null, 'A Trust', 'Joined.'],
      ['A Trust', null, 'Left.'],
      [null, 'B Trust', 'Joined.'],
    ]);
    expect(memberChanges([], [[1, 'A Trust']], [[1, 'B Trust']]).slice(1)).toEqual([
      ['A Trust', 'B Trust', 'The same group under another name.'],
    ]);
    expect(memberChanges([[1, 'A Trust']], [[2, 'THE A TRUST']]).slice(1)).toEqual([]);
  });
});
