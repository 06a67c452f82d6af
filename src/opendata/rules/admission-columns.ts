import type { FigureColumn } from './adapter.ts';

/** The columns of applications and offers that the Department publishes for one year of entry, and the measures they are held as. */
export function admissionColumns(entry: 'reception' | 'year7'): readonly FigureColumn[] {
  return [
    ['total_number_places_offered', `${entry}_places_offered`],
    ['number_1st_preference_offers', `${entry}_first_offers`],
    ['times_put_as_any_preferred_school', `${entry}_applications`],
    ['times_put_as_1st_preference', `${entry}_first_preferences`],
    ['all_applications_from_another_LA', `${entry}_from_other_areas`],
    ['offers_to_applicants_from_another_LA', `${entry}_offers_to_other_areas`],
  ];
}
