/**
 * Ofsted's overall grade as each publisher writes it is told in our words by policies/categories/. Null: an inspection without an overall
 * grade.
 */
export const OUTCOMES = 'ofsted grades';
