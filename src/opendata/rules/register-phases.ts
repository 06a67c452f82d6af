/** The phase of a school as GIAS writes it is told in our words by policies/categories/. Nurseries are without a phase here. */
export const PHASES = 'phases';
