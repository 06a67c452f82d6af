/**
 * Ofsted's overall grade as each publisher writes it, and as we store it. Null: an inspection without an overall
 * grade. "Satisfactory" was the third grade until 2012. GIAS splits Inadequate by the category of concern.
 */
export const OUTCOMES: Readonly<Record<string, string | null>> = {
  '': null,
  'Not reported': null,
  'Insufficient evidence': null,
  Outstanding: 'Outstanding',
  Good: 'Good',
  'Requires improvement': 'Requires improvement',
  'Requires Improvement': 'Requires improvement',
  Satisfactory: 'Satisfactory',
  Inadequate: 'Inadequate',
  'Special Measures': 'Special measures',
  'Serious Weaknesses': 'Serious weaknesses',
};
