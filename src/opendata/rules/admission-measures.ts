const COUNT = { unit: 'count', better: 'neither', decimals: 0 } as const;

/**
 * Applications and offers of places for the two years in which most children start a school, as the Department publishes them
 * for national offer day. Part of MEASURES.
 */
export const ADMISSION_MEASURES = {
  reception_places_offered: { id: 110, label: 'Places offered in reception', ...COUNT },
  reception_first_offers: { id: 111, label: 'Places in reception offered to a first preference', ...COUNT },
  reception_applications: { id: 112, label: 'Applications for reception, at any preference', ...COUNT },
  reception_first_preferences: { id: 113, label: 'Applications for reception as first preference', ...COUNT },
  reception_from_other_areas: { id: 114, label: 'Applications for reception from another authority', ...COUNT },
  reception_offers_to_other_areas: { id: 115, label: 'Places in reception offered to another authority', ...COUNT },
  year7_places_offered: { id: 116, label: 'Places offered in year 7', ...COUNT },
  year7_first_offers: { id: 117, label: 'Places in year 7 offered to a first preference', ...COUNT },
  year7_applications: { id: 118, label: 'Applications for year 7, at any preference', ...COUNT },
  year7_first_preferences: { id: 119, label: 'Applications for year 7 as first preference', ...COUNT },
  year7_from_other_areas: { id: 120, label: 'Applications for year 7 from another authority', ...COUNT },
  year7_offers_to_other_areas: { id: 121, label: 'Places in year 7 offered to another authority', ...COUNT },
} as const;
