import type { Field, ListLayout } from './adapter.ts';
import { text, whole } from './fields.ts';

/** What a layout calls the columns that name a school and its head. */
export interface HeadColumns {
  urn: string;
  title: string;
  firstName: string;
  lastName: string;
  jobTitle: string;
}

/**
 * The head of each school as one extract names them. A school without a name has a row too: nobody was named that day.
 * Where the extract lists closed schools beside the others, its `status` column leaves them out.
 */
export function headSighting(columns: HeadColumns, status?: string): ListLayout {
  const urn = whole(columns.urn);
  const ofOpenSchool: Field | undefined =
    status === undefined
      ? undefined
      : {
          from: [columns.urn, status],
          read: (cell = '', said = '') => (said.startsWith('Open') ? urn.read(cell) : null),
        };
  return {
    table: 'head_sighting',
    key: ['urn'],
    ...(ofOpenSchool && { onlyWith: 'urn' }),
    fields: {
      urn: ofOpenSchool ?? urn,
      title: text(columns.title),
      first_name: text(columns.firstName),
      last_name: text(columns.lastName),
      job_title: text(columns.jobTitle),
    },
  };
}
