import { type Adapter, type Field, NOT_UNDERSTOOD } from '../adapter.ts';
import { parseDate } from '../dates.ts';
import {
  always,
  closed,
  date,
  label,
  name,
  renamed,
  text,
  textUnless,
  toldBy,
  whole,
  wholeOrBlank,
} from '../fields.ts';
import { headSighting } from '../head-sighting.ts';
import { NOT_SCHOOLS_HERE } from '../not-schools-here.ts';
import { OUTCOMES } from '../outcomes.ts';
import { PHASES } from '../register-phases.ts';
import { isMainstream } from '../registers.ts';

const NOTHING_SAID = ['Not applicable'];

const TYPE = 'TypeOfEstablishment (name)';
const STATUS = 'EstablishmentStatus (name)';
const PHASE = 'PhaseOfEducation (name)';
const RATING = 'OfstedRating (name)';
const INSPECTED = 'OfstedLastInsp';

const mainstream = toldBy([TYPE, PHASE, STATUS], (words, type = '', phase = '', status = '') =>
  isMainstream({ type, phase: words(PHASES, phase) ?? '', status }),
);

/** A place that is not known is written as nought. */
function coordinate(column: string): Field {
  return {
    from: [column],
    read: (cell = '') => (/^0*$/.test(cell) ? null : /^\d{1,7}$/.test(cell) ? cell : NOT_UNDERSTOOD),
  };
}

/** The grade of an inspection with a day; some that were long ago have lost theirs. */
const outcome = toldBy([RATING, INSPECTED], (words, rating = '', day = '') =>
  parseDate(day) === null ? null : closed(words, OUTCOMES, rating),
);

/**
 * The extract of all establishments, full width: every school open or closed, once a day. Ofsted's columns were taken
 * out when overall grades ended. Its pupil numbers are of the census day in each row, which is seldom that of the year.
 */
export const giasAll: Adapter = {
  layout: 'gias-all',
  dataset: 'gias-all',
  stage: 'register',
  recognisedBy: ['URN', 'EstablishmentTypeGroup (name)', STATUS, 'UrbanRural (name)', 'HeadLastName', 'CloseDate'],
  mayLack: [INSPECTED, RATING, 'LSOA (code)'],
  year: 'register',
  latestIn: ['LastChangedDate'],
  passOver: { column: TYPE, is: NOT_SCHOOLS_HERE },
  lists: [
    {
      table: 'school',
      key: ['urn'],
      noWhenLeftOut: 'mainstream',
      fields: {
        urn: whole('URN'),
        la_code: whole('LA (code)', 999),
        la_name: name('LA (name)'),
        establishment_number: wholeOrBlank('EstablishmentNumber', 9999),
        name: name('EstablishmentName'),
        phase: label(PHASE, PHASES),
        establishment_type: renamed(TYPE, 'establishment types'),
        type_group: name('EstablishmentTypeGroup (name)'),
        mainstream,
        status: name(STATUS),
        open_date: date('OpenDate'),
        close_date: date('CloseDate'),
        low_age: wholeOrBlank('StatutoryLowAge', 99),
        high_age: wholeOrBlank('StatutoryHighAge', 99),
        gender: textUnless('Gender (name)', NOTHING_SAID),
        religious_character: text('ReligiousCharacter (name)'),
        admissions_policy: textUnless('AdmissionsPolicy (name)', NOTHING_SAID),
        street: text('Street'),
        locality: text('Locality'),
        town: text('Town'),
        county: textUnless('County (name)', ['Not recorded']),
        postcode: text('Postcode'),
        website: text('SchoolWebsite'),
        telephone: text('TelephoneNum'),
        head_title: textUnless('HeadTitle (name)', NOTHING_SAID),
        head_first_name: text('HeadFirstName'),
        head_last_name: text('HeadLastName'),
        head_job_title: text('HeadPreferredJobTitle'),
        urban_rural: text('UrbanRural (name)'),
        easting: coordinate('Easting'),
        northing: coordinate('Northing'),
        lsoa_code: text('LSOA (code)'),
        capacity: wholeOrBlank('SchoolCapacity'),
      },
    },
    headSighting(
      {
        urn: 'URN',
        title: 'HeadTitle (name)',
        firstName: 'HeadFirstName',
        lastName: 'HeadLastName',
        jobTitle: 'HeadPreferredJobTitle',
      },
      STATUS,
    ),
    {
      table: 'inspection',
      key: ['urn', 'inspected_on'],
      onlyWith: 'outcome',
      fields: {
        urn: whole('URN'),
        inspected_on: date(INSPECTED),
        scheme: always('overall grade'),
        outcome,
      },
    },
  ],
};
