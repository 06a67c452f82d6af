import { definePermission } from '../access/permission.ts';

/** Who answers for the evidence that a service works with: published data is one for the whole site (decision 022). */
const BRINGERS = [{ kinds: ['local authority', 'trust', 'hub'], roles: ['service lead', 'broker'] }] as const;

export const importData = definePermission({
  verb: 'opendata.import',
  title: 'import published files',
  about: 'site',
  class: 'organisation',
  who: BRINGERS,
});

export const readImports = definePermission({
  verb: 'opendata.read-imports',
  title: 'read what your organisation imported',
  about: 'site',
  class: 'organisation',
  who: BRINGERS,
});

/** The organisation stands on everybody's page; the person for those who act for the same organisation, whatever their role. */
export const readImporter = definePermission({
  verb: 'opendata.read-importer',
  title: 'read who of your organisation imported a file',
  about: 'site',
  class: 'organisation',
  who: 'signed-in',
});
