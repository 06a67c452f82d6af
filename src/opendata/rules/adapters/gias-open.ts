import type { Adapter } from '../adapter.ts';
import { always, label, name, text, whole, wholeOrBlank } from '../fields.ts';
import { NOT_SCHOOLS_HERE } from '../not-schools-here.ts';
import { PHASES } from '../register-phases.ts';
import { UNTOLD_FACTS } from '../untold-facts.ts';

/**
 * Every open establishment in reduced columns, without address, dates or head. Its pupil numbers and free meals are of
 * no named day, so the pupil census is used for both.
 */
export const giasOpen: Adapter = {
  layout: 'gias-open',
  dataset: 'gias-open',
  stage: 'register',
  recognisedBy: ['urn', 'establishment_type_group', 'education_phase', 'pcon_code', 'latitude'],
  year: 'register',
  passOver: { column: 'establishment_type', is: NOT_SCHOOLS_HERE },
  lists: [
    {
      table: 'school',
      key: ['urn'],
      fields: {
        ...UNTOLD_FACTS,
        urn: whole('urn'),
        la_code: whole('la_code', 999),
        la_name: name('la_name'),
        establishment_number: wholeOrBlank('establishment_number', 9999),
        name: name('establishment_name'),
        phase: label('education_phase', PHASES),
        establishment_type: name('establishment_type'),
        type_group: name('establishment_type_group'),
        mainstream: always(false),
        status: always('Open'),
        easting: wholeOrBlank('easting'),
        northing: wholeOrBlank('northing'),
        lsoa_code: text('lsoa_code'),
      },
    },
  ],
};
