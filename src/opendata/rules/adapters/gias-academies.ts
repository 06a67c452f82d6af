import type { Adapter } from '../adapter.ts';
import { headSighting } from '../head-sighting.ts';

/**
 * The extract of open academies and free schools: read for who headed them. It says in no cell which day it is as at;
 * the name of a download ends with the day.
 */
export const giasAcademies: Adapter = {
  layout: 'gias-academies',
  dataset: 'gias-academies',
  stage: 'register',
  recognisedBy: [
    'URN',
    'ReasonEstablishmentOpened (name)',
    'HeadTitle (name)',
    'HeadLastName',
    'HeadPreferredJobTitle',
  ],
  year: 'register',
  lists: [
    headSighting({
      urn: 'URN',
      title: 'HeadTitle (name)',
      firstName: 'HeadFirstName',
      lastName: 'HeadLastName',
      jobTitle: 'HeadPreferredJobTitle',
    }),
  ],
};
