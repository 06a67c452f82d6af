import { expect, it } from 'vitest';
import { type DemonstrationPerson, groupsOf } from './demonstration-groups.ts';

const person = (key: string, kind: DemonstrationPerson['organisation']['kind'], name: string, urn: number | null) => ({
  key,
  name: `Demonstration: ${key}`,
  organisation: { kind, name: `Demonstration: ${name}`, urn },
});

it('invented people stand by where they work, a school and its board together', () => {
  const groups = groupsOf([
    person('broker', 'local authority', 'Luton', null),
    person('lead', 'trust', 'trust', null),
    person('governor', 'governing board', 'board of Stopsley Primary School', 109_553),
    person('adviser', 'local authority', 'Luton', null),
    person('head', 'school', 'Stopsley Primary School', 109_553),
  ]);
  expect(groups.map(({ title, people }) => [title, people.map(({ key }) => key)])).toEqual([
    ['Local authority: Luton', ['broker', 'adviser']],
    ['Trust', ['lead']],
    ['Stopsley Primary School', ['governor', 'head']],
  ]);
});
