import type { ListLayout } from './adapter.ts';
import { text, whole } from './fields.ts';

/** What a layout calls the columns that name a school and its head. */
export interface HeadColumns {
  urn: string;
  title: string;
  firstName: string;
  lastName: string;
  jobTitle: string;
}

/** The head of each school as one extract names them. A school without a name has a row too: nobody was named that day. */
export function headSighting(columns: HeadColumns): ListLayout {
  return {
    table: 'head_sighting',
    key: ['urn'],
    fields: {
      urn: whole(columns.urn),
      title: text(columns.title),
      first_name: text(columns.firstName),
      last_name: text(columns.lastName),
      job_title: text(columns.jobTitle),
    },
  };
}
