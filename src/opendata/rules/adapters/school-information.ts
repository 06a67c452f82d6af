import { type Adapter, type Field, NOT_UNDERSTOOD } from '../adapter.ts';
import { always, date, label, name, text, whole, wholeOrBlank } from '../fields.ts';
import { OUTCOMES } from '../outcomes.ts';
import { phaseOfSchoolInformation } from '../phase-of-school-information.ts';
import { UNTOLD_FACTS } from '../untold-facts.ts';

const FREE_SCHOOL_TYPES = ['Free schools', 'University technical college', 'Studio schools'];

/** This file's groups in the words of GIAS. */
const TYPE_GROUPS: Readonly<Record<string, string>> = {
  'Maintained school': 'Local authority maintained schools',
  Academy: 'Academies',
  'Independent school': 'Independent schools',
  'Special school': 'Special schools',
  College: 'Colleges',
  Other: 'Other types',
};

const typeGroup: Field = {
  from: ['MINORGROUP', 'SCHOOLTYPE'],
  read: (group, type) => {
    if (group === 'Academy' && FREE_SCHOOL_TYPES.includes(type ?? '')) return 'Free Schools';
    return TYPE_GROUPS[group ?? ''] ?? NOT_UNDERSTOOD;
  },
};

const phase: Field = {
  from: ['MINORGROUP', 'ISPRIMARY', 'ISSECONDARY', 'ISPOST16', 'AGELOW', 'AGEHIGH'],
  read: (group = '', primary, secondary, post16, lowAge, highAge) =>
    phaseOfSchoolInformation({
      group,
      primary: primary === '1',
      secondary: secondary === '1',
      post16: post16 === '1',
      lowAge: Number(lowAge),
      highAge: Number(highAge),
    }),
};

/**
 * The register of every other school: special, independent, college, and closed. It never takes the place of what
 * the mainstream register says of a school. Its Ofsted grades are later than the rest of the snapshot.
 */
export const schoolInformation: Adapter = {
  layout: 'school-information',
  dataset: 'school-information',
  stage: 'register',
  recognisedBy: ['URN', 'MINORGROUP', 'SCHSTATUS', 'OFSTEDLASTINSP'],
  year: 'register',
  latestIn: ['OFSTEDLASTINSP'],
  lists: [
    {
      table: 'school',
      key: ['urn'],
      fields: {
        ...UNTOLD_FACTS,
        urn: whole('URN'),
        la_code: whole('LA', 999),
        la_name: name('LANAME'),
        establishment_number: wholeOrBlank('ESTAB', 9999),
        name: name('SCHNAME'),
        phase,
        establishment_type: name('SCHOOLTYPE'),
        type_group: typeGroup,
        mainstream: always(false),
        status: name('SCHSTATUS'),
        open_date: date('OPENDATE'),
        close_date: date('CLOSEDATE'),
        low_age: wholeOrBlank('AGELOW', 99),
        high_age: wholeOrBlank('AGEHIGH', 99),
        gender: text('GENDER'),
        religious_character: text('RELCHAR'),
        admissions_policy: text('ADMPOL'),
        street: text('STREET'),
        locality: text('LOCALITY'),
        town: text('TOWN'),
        postcode: text('POSTCODE'),
      },
    },
    {
      table: 'inspection',
      key: ['urn', 'inspected_on'],
      onlyWith: 'outcome',
      fields: {
        urn: whole('URN'),
        inspected_on: date('OFSTEDLASTINSP'),
        scheme: always('overall grade'),
        outcome: label('OFSTEDRATING', OUTCOMES),
      },
    },
  ],
};
