import type { Adapter } from '../adapter.ts';
import { date, firstDate, name, renamed, text, whole } from '../fields.ts';

/**
 * Trusts, federations and sponsors, open and closed. The bundled copy is later than the rest of the snapshot: every
 * group is stored with its dates, and a reader of an earlier day leaves out the groups that opened after it.
 */
export const giasGroups: Adapter = {
  layout: 'gias-groups',
  dataset: 'gias-groups',
  stage: 'register',
  recognisedBy: ['Group UID', 'Group Status', 'Head of Group Title'],
  year: 'register',
  lists: [
    {
      table: 'school_group',
      key: ['uid'],
      fields: {
        uid: whole('Group UID'),
        name: name('Group Name'),
        group_type: renamed('Group Type', 'group types'),
        status: name('Group Status'),
        companies_house_number: text('Companies House Number'),
        open_date: firstDate('Open date', 'Incorporated on (open date)'),
        closed_date: date('Closed Date'),
      },
    },
  ],
};
