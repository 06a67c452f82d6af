import type { Adapter } from '../adapter.ts';
import { date, name, whole } from '../fields.ts';

/**
 * Predecessors and successors: a school that becomes an academy gets a new URN. The bundled copy is later than the
 * rest of the snapshot: every link is stored with its date, and a reader of an earlier day leaves out later ones.
 */
export const giasLinks: Adapter = {
  layout: 'gias-links',
  dataset: 'gias-links',
  stage: 'register',
  recognisedBy: ['URN', 'LinkURN', 'LinkType'],
  year: 'register',
  lists: [
    {
      table: 'school_link',
      key: ['urn', 'linked_urn', 'link_type'],
      fields: {
        urn: whole('URN'),
        linked_urn: whole('LinkURN'),
        link_type: name('LinkType'),
        linked_name: name('LinkName'),
        established_on: date('LinkEstablishedDate'),
      },
    },
  ],
};
