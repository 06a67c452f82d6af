import type { Adapter } from '../adapter.ts';
import { always, date, label, name, text, textUnless, whole, wholeOrBlank } from '../fields.ts';
import { headSighting } from '../head-sighting.ts';
import { OUTCOMES } from '../outcomes.ts';
import { PHASES } from '../register-phases.ts';

const NOT_REPORTED = ['Not reported'];

/**
 * The register of open mainstream state-funded schools: the schools that plans are made for. Its pupil numbers are of
 * an unnamed census and its free meals are of one day, so the pupil census is used for both.
 */
export const giasMainstream: Adapter = {
  layout: 'gias-mainstream',
  dataset: 'gias-mainstream',
  stage: 'register',
  recognisedBy: ['urn', 'education_phase', 'head_last_name', 'ofsted_last_insp'],
  year: 'register',
  latestIn: ['last_changed_date'],
  lists: [
    {
      table: 'school',
      key: ['urn'],
      noWhenLeftOut: 'mainstream',
      fields: {
        urn: whole('urn'),
        la_code: whole('la_code', 999),
        la_name: name('la_name'),
        establishment_number: wholeOrBlank('establishment_number', 9999),
        name: name('establishment_name'),
        phase: label('education_phase', PHASES),
        establishment_type: name('establishment_type'),
        type_group: name('establishment_type_group'),
        mainstream: always(true),
        status: name('establishment_status'),
        open_date: date('open_date'),
        close_date: date('close_date'),
        low_age: wholeOrBlank('statutory_low_age', 99),
        high_age: wholeOrBlank('statutory_high_age', 99),
        gender: textUnless('gender', NOT_REPORTED),
        religious_character: textUnless('religious_character', NOT_REPORTED),
        admissions_policy: textUnless('admissions_policy', NOT_REPORTED),
        street: text('street'),
        locality: text('locality'),
        town: text('town'),
        county: text('county'),
        postcode: text('postcode'),
        website: text('school_website'),
        telephone: textUnless('telephone_num', ['0NA']),
        head_title: text('head_title'),
        head_first_name: text('head_first_name'),
        head_last_name: text('head_last_name'),
        head_job_title: text('head_preferred_job_title'),
        urban_rural: text('urban_rural_indicator'),
        easting: wholeOrBlank('easting'),
        northing: wholeOrBlank('northing'),
        lsoa_code: text('lsoa_code'),
        capacity: wholeOrBlank('school_capacity'),
      },
    },
    headSighting({
      urn: 'urn',
      title: 'head_title',
      firstName: 'head_first_name',
      lastName: 'head_last_name',
      jobTitle: 'head_preferred_job_title',
    }),
    {
      table: 'inspection',
      key: ['urn', 'inspected_on'],
      onlyWith: 'outcome',
      fields: {
        urn: whole('urn'),
        inspected_on: date('ofsted_last_insp'),
        scheme: always('overall grade'),
        outcome: label('ofsted_rating', OUTCOMES),
      },
    },
  ],
};
