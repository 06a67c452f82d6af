/**
 * The facts of a school that a state of it holds: what a register tells, but for its head, who is kept by day in
 * head_sighting, and whether it is in the mainstream register, which is of the register and not of the school.
 */
export const STATE_FACTS = [
  'la_code',
  'la_name',
  'establishment_number',
  'name',
  'phase',
  'establishment_type',
  'type_group',
  'status',
  'open_date',
  'close_date',
  'low_age',
  'high_age',
  'gender',
  'religious_character',
  'admissions_policy',
  'street',
  'locality',
  'town',
  'county',
  'postcode',
  'website',
  'telephone',
  'urban_rural',
  'easting',
  'northing',
  'lsoa_code',
  'capacity',
] as const;

export type StateFact = (typeof STATE_FACTS)[number];
