import type { Organisation, Role } from '../../src/access/roles.ts';
import type { TestDatabase } from '../database/harness.ts';
import { type Member, memberIn, organisationIn } from './people.ts';
import { addArea, addHead, addImport, addSchool } from './register.ts';

/** Those who take part in a designation round of Luton's: its service, another's, the head of Elm with the board, and another head. */
export const PARTS_IN_STORY = {
  lead: 'service lead',
  broker: 'broker',
  adviser: 'adviser',
  other: 'service lead',
  dudley: 'service lead',
  head: 'headteacher',
  board: 'governor or trustee',
  secondHead: 'headteacher',
} as const satisfies Record<string, Role>;

export type Who = keyof typeof PARTS_IN_STORY;

export interface DesignationPeople {
  importId: number;
  luton: Organisation;
  people: Record<Who, Member>;
  organisations: Record<Who, Organisation>;
}

/** Elm (100001) and Oak (100002) in Luton, and everybody of the story. */
export async function designationPeople({ db }: TestDatabase): Promise<DesignationPeople> {
  const importId = await addImport(db);
  await addArea(db, importId, 821, 'Luton');
  await addSchool(db, { urn: 100_001, import_id: importId, name: 'Elm Primary' });
  await addSchool(db, { urn: 100_002, import_id: importId, name: 'Oak Primary' });
  await addHead(db, importId, 100_001, 'Ann Day');
  const luton = await organisationIn(db, 'local authority', 821);
  const of: [Who, Organisation, string][] = [
    ['lead', luton, 'Lea Lead'],
    ['broker', luton, 'Bo Broker'],
    ['adviser', luton, 'Ad Viser'],
    ['other', luton, 'Oda Other'],
    ['dudley', await organisationIn(db, 'local authority', 332), 'Du Dley'],
    ['head', await organisationIn(db, 'school', 100_001), 'Ann Day'],
    ['board', await organisationIn(db, 'governing board', 100_001), 'Gov Ernor'],
    ['secondHead', await organisationIn(db, 'school', 100_002), 'Sam Second'],
  ];
  const people = {} as DesignationPeople['people'];
  const organisations = {} as DesignationPeople['organisations'];
  for (const [who, organisation, name] of of) {
    organisations[who] = organisation;
    people[who] = await memberIn(db, organisation, PARTS_IN_STORY[who], { name });
  }
  return { importId, luton, people, organisations };
}
