import { describe, expect, it } from 'vitest';
import { named } from '../../../../test/factories/headship.ts';
import { nameOf } from './head-sighting.ts';

const people = (fields: string) => named(fields).people.map(nameOf);

// Every line stands in an extract so.
describe('one field for two people', () => {
  it.each([
    ['Mrs|Lucy Scott &|Donna Hubbard-Young', ['Lucy Scott', 'Donna Hubbard-Young']],
    ['Mrs|Terri / Nicola|Chudleigh / Coggin', ['Terri Chudleigh', 'Nicola Coggin']],
    ['Mrs|Vicky & Kirsten|Brooks  Kennedy', ['Vicky Brooks', 'Kirsten Kennedy']],
    ["Mrs|Jane|Grundy/Alison Smedley (Friday's)", ['Jane Grundy', 'Alison Smedley']],
    ['Co Headteacher|Jenna Cooke|Jake Howarth-Brown', ['Jenna Cooke', 'Jake Howarth-Brown']],
    ['|Executive Head Lawrence Chapman;|Head of school Mick Truman', ['Lawrence Chapman', 'Mick Truman']],
    ['Mr||S Farar/Mr J Mortimer', ['S Farar', 'J Mortimer']],
    ["|Peter Griffiths & Eimear O'Carroll|.", ['Peter Griffiths', "Eimear O'Carroll"]],
    ['|Megan Minnett & Tatum Ward|Co-Headteachers', ['Megan Minnett', 'Tatum Ward']],
    [
      'Mr|Andrew|Edwards (Executive Headteacher) Mr Matthew Parker (Head of School)',
      ['Andrew Edwards', 'Matthew Parker'],
    ],
    [
      'Co Headteacher|Sukhjeet Rai (Primary) & Gerard Dineen (Secondary)|Rai & Dineen',
      ['Sukhjeet Rai', 'Gerard Dineen'],
    ],
  ])('%s', (fields, expected) => {
    expect(people(fields)).toEqual(expected);
    expect(named(fields).roles).toContain('co-head');
  });
});

describe('one person', () => {
  it.each([
    ['Mr|Graham|Diles (acting from 20/6 to 31/8/22)', 'Graham Diles', ['acting']],
    ['Mr|Timothy|Rome (Interim)', 'Timothy Rome', ['interim']],
    ['Mrs|Karen|Curtin(Interim Headteacher - Maternity Cover)', 'Karen Curtin', ['interim']],
    ['Ms|Acting Head Teacher|Helene Bligh', 'Helene Bligh', ['acting']],
    ['Mr|Michael|Whittingham@Trenthamacademy.Co.Uk', 'Michael Whittingham', []],
    ['Mrs|Mrs Virginia|Beale', 'Virginia Beale', []],
    ['Miss|Sophie|Hayes, BSc (HONS) MA', 'Sophie Hayes', []],
    ['Mr|Phil|Abbott Executive Headteacher', 'Phil Abbott', ['executive']],
    ['|Jacqueline|Lomas/Cecil', 'Jacqueline Lomas-Cecil', []],
    ['Mr|T|Head', 'T Head', []],
    ['Mr|David|Lord', 'David Lord', []],
    ['|Miss|Hill', 'Hill', []],
  ])('%s', (fields, name, roles) => {
    expect([people(fields), named(fields).roles]).toEqual([[name], roles]);
  });

  it('has an earlier surname where brackets give one', () => {
    expect(named('Mrs|Gaynor|Lawson-Mills (née Moore)').people[0]?.formerly).toBe('Moore');
  });
});

describe('nobody', () => {
  it.each(['|Position|Vacant', 'Headteacher|TBC|TBC', '|Tbc|'])('is head by %s', (fields) => {
    expect(named(fields).kind).toBe('vacant');
  });
  it.each(['||', '|none|none', '|Acting Headteacher until Sept 2022|Acting Headteacher until Sept 2022'])(
    'is told by %s',
    (fields) => {
      expect(named(fields).kind).toBe('not told');
    },
  );
});
