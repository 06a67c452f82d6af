import type { Adapter } from '../adapter.ts';
import { date, name, renamed, whole } from '../fields.ts';

/**
 * Trusts and sponsors of open academies. It speaks whole of the academies in it and of no other school, so federations
 * stay as the list of all members has them.
 */
export const giasAcademyGrouplinks: Adapter = {
  layout: 'gias-academy-grouplinks',
  dataset: 'gias-academy-grouplinks',
  stage: 'register',
  recognisedBy: ['URN', 'Linked UID', 'Joined date'],
  year: 'register',
  latestIn: ['Joined date'],
  lists: [
    {
      table: 'group_member',
      key: ['urn', 'group_uid'],
      speaksOnlyOf: 'urn',
      fields: {
        urn: whole('URN'),
        group_uid: whole('Linked UID'),
        group_type: renamed('Group Type', 'group types'),
        group_name: name('Group Name'),
        joined_on: date('Joined date'),
      },
    },
  ],
};
