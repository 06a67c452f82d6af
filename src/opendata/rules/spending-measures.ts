const POUNDS = { unit: 'pounds', better: 'neither', decimals: 0 } as const;

/** Pounds for each pupil by what they were spent on, as consistent financial reporting groups them. Part of MEASURES. */
export const SPENDING_MEASURES = {
  grant_per_pupil: { id: 90, label: 'Grant funding for each pupil', ...POUNDS },
  self_generated_per_pupil: { id: 91, label: 'Self-generated income for each pupil', ...POUNDS },
  income_per_pupil: { id: 92, label: 'Income for each pupil', ...POUNDS },
  teaching_per_pupil: { id: 93, label: 'Spent on teaching staff for each pupil', ...POUNDS },
  supply_per_pupil: { id: 94, label: 'Spent on supply teachers for each pupil', ...POUNDS },
  support_staff_per_pupil: { id: 95, label: 'Spent on education support staff for each pupil', ...POUNDS },
  premises_per_pupil: { id: 96, label: 'Spent on premises for each pupil', ...POUNDS },
  back_office_per_pupil: { id: 97, label: 'Spent on the back office for each pupil', ...POUNDS },
  catering_per_pupil: { id: 98, label: 'Spent on catering for each pupil', ...POUNDS },
  other_staff_per_pupil: { id: 99, label: 'Spent on other staff for each pupil', ...POUNDS },
  energy_per_pupil: { id: 100, label: 'Spent on energy for each pupil', ...POUNDS },
  resources_per_pupil: { id: 101, label: 'Spent on learning resources for each pupil', ...POUNDS },
  ict_per_pupil: { id: 102, label: 'Spent on ICT for learning for each pupil', ...POUNDS },
  bought_in_per_pupil: { id: 103, label: 'Spent on bought-in professional services for each pupil', ...POUNDS },
  other_spending_per_pupil: { id: 104, label: 'Other spending for each pupil', ...POUNDS },
  expenditure_per_pupil: { id: 105, label: 'Expenditure for each pupil', ...POUNDS },
} as const;
