import { type Adapter, type Field, NOT_UNDERSTOOD } from '../adapter.ts';
import { always, date, label, name, renamed, text, textUnless, whole, wholeOrBlank } from '../fields.ts';
import { headSighting } from '../head-sighting.ts';
import { PHASES } from '../register-phases.ts';
import { UNTOLD_FACTS } from '../untold-facts.ts';

/** GIAS counts university technical colleges and studio schools with the free schools. */
const typeGroup: Field = {
  from: ['TypeOfEstablishment (name)'],
  read: (type = '') => {
    if (/^(free schools|university technical college|studio schools)/i.test(type)) return 'Free Schools';
    return /^academy/i.test(type) ? 'Academies' : NOT_UNDERSTOOD;
  },
};

const NOTHING_SAID = ['Not applicable'];

/** The extract of open academies and free schools, 2015 on. It has no places, capacity or inspections. */
export const giasAcademies: Adapter = {
  layout: 'gias-academies',
  dataset: 'gias-academies',
  stage: 'register',
  recognisedBy: ['URN', 'TypeOfEstablishment (name)', 'ReasonEstablishmentOpened (name)', 'HeadLastName'],
  // The extract of all establishments has every column that this one has.
  notWith: ['EstablishmentTypeGroup (name)'],
  year: 'register',
  lists: [
    {
      table: 'school',
      key: ['urn'],
      fields: {
        ...UNTOLD_FACTS,
        urn: whole('URN'),
        la_code: whole('LA (code)', 999),
        la_name: name('LA (name)'),
        establishment_number: wholeOrBlank('EstablishmentNumber', 9999),
        name: name('EstablishmentName'),
        phase: label('PhaseOfEducation (name)', PHASES),
        establishment_type: renamed('TypeOfEstablishment (name)', 'establishment types'),
        type_group: typeGroup,
        mainstream: always(false),
        status: name('EstablishmentStatus (name)'),
        open_date: date('OpenDate'),
        low_age: wholeOrBlank('StatutoryLowAge', 99),
        high_age: wholeOrBlank('StatutoryHighAge', 99),
        gender: textUnless('Gender (name)', NOTHING_SAID),
        religious_character: text('ReligiousCharacter (name)'),
        admissions_policy: textUnless('AdmissionsPolicy (name)', NOTHING_SAID),
        street: text('Street'),
        locality: text('Locality'),
        town: text('Town'),
        county: text('County (name)'),
        postcode: text('Postcode'),
        website: text('SchoolWebsite'),
        telephone: text('TelephoneNum'),
        head_title: text('HeadTitle (name)'),
        head_first_name: text('HeadFirstName'),
        head_last_name: text('HeadLastName'),
        head_job_title: text('HeadPreferredJobTitle'),
      },
    },
    headSighting({
      urn: 'URN',
      title: 'HeadTitle (name)',
      firstName: 'HeadFirstName',
      lastName: 'HeadLastName',
      jobTitle: 'HeadPreferredJobTitle',
    }),
  ],
};
