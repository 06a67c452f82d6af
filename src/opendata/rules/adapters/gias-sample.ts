import type { Adapter } from '../adapter.ts';
import { headSighting } from '../head-sighting.ts';

/** The fields of the register that the Department's school profiles use, for a sample of schools: read for who headed them. */
export const giasSample: Adapter = {
  layout: 'gias-sample',
  dataset: 'gias-sample',
  stage: 'register',
  recognisedBy: ['URN', 'LAId', 'TypeOfEstablishmentId', 'HeadTitle', 'HeadLastName'],
  year: 'register',
  lists: [
    headSighting({
      urn: 'URN',
      title: 'HeadTitle',
      firstName: 'HeadFirstName',
      lastName: 'HeadLastName',
      jobTitle: 'HeadPreferredJobTitle',
    }),
  ],
};
