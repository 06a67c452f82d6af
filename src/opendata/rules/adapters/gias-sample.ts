import type { Adapter, Field } from '../adapter.ts';
import { always, label, name, text, textUnless, whole, wholeOrBlank } from '../fields.ts';
import { headSighting } from '../head-sighting.ts';
import { PHASES } from '../register-phases.ts';
import { UNTOLD_FACTS } from '../untold-facts.ts';

const NOTHING_SAID = ['Not applicable'];

/** A sample of the register with heads, as the Department's school profile service holds it. All in it were open. */
function giasSample(layout: string, recognisedBy: readonly string[], status: Field): Adapter {
  return {
    layout,
    dataset: 'gias-sample',
    stage: 'register',
    recognisedBy: ['URN', 'PhaseOfEducationName', 'HeadLastName', 'UrbanRuralName', ...recognisedBy],
    year: 'register',
    lists: [
      {
        table: 'school',
        key: ['urn'],
        fields: {
          ...UNTOLD_FACTS,
          urn: whole('URN'),
          la_code: whole('LAId', 999),
          la_name: name('LAName'),
          establishment_number: wholeOrBlank('EstablishmentNumber', 9999),
          name: name('EstablishmentName'),
          phase: label('PhaseOfEducationName', PHASES),
          establishment_type: name('TypeOfEstablishmentName'),
          type_group: name('EstablishmentTypeGroupName'),
          mainstream: always(false),
          status,
          low_age: wholeOrBlank('AgeRangeLow', 99),
          high_age: wholeOrBlank('AgeRangeHigh', 99),
          gender: text('GenderName'),
          religious_character: text('ReligiousCharacterName'),
          admissions_policy: textUnless('AdmissionsPolicyName', NOTHING_SAID),
          street: text('Street'),
          locality: text('Locality'),
          town: text('Town'),
          county: text('County'),
          postcode: text('Postcode'),
          website: text('Website'),
          telephone: text('TelephoneNum'),
          head_title: text('HeadTitle'),
          head_first_name: text('HeadFirstName'),
          head_last_name: text('HeadLastName'),
          head_job_title: text('HeadPreferredJobTitle'),
          urban_rural: text('UrbanRuralName'),
          easting: wholeOrBlank('Easting'),
          northing: wholeOrBlank('Northing'),
          capacity: wholeOrBlank('TotalCapacity'),
        },
      },
      headSighting({
        urn: 'URN',
        title: 'HeadTitle',
        firstName: 'HeadFirstName',
        lastName: 'HeadLastName',
        jobTitle: 'HeadPreferredJobTitle',
      }),
    ],
  };
}

/** August 2026: with the status of each school, since some had closed. */
export const giasSampleWithStatus = giasSample(
  'gias-sample',
  ['EstablishmentStatusName', 'TrustId'],
  name('EstablishmentStatusName'),
);

/** March 2026: open schools only, so without a status. */
export const giasSampleOpen = giasSample('gias-sample-open', ['TrustsId'], always('Open'));
