import type { Adapter } from '../adapter.ts';
import { date, name, renamed, whole } from '../fields.ts';

/** Which schools belong to which trust, federation or sponsor. A sponsor is not the school's trust. */
export const giasAllGrouplinks: Adapter = {
  layout: 'gias-all-grouplinks',
  dataset: 'gias-all-grouplinks',
  stage: 'register',
  recognisedBy: ['URN', 'Group UID', 'Joined date'],
  year: 'register',
  latestIn: ['Joined date'],
  lists: [
    {
      table: 'group_member',
      key: ['urn', 'group_uid'],
      fields: {
        urn: whole('URN'),
        group_uid: whole('Group UID'),
        group_type: renamed('Group Type', 'group types'),
        group_name: name('Group Name'),
        joined_on: date('Joined date'),
      },
    },
  ],
};
