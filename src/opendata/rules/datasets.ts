export interface Dataset {
  title: string;
  publisher: string;
  licence: string;
  /** What must stand beside anything drawn from it, beyond the licence; null when the licence is enough. */
  attribution: string | null;
}

const OGL = 'Open Government Licence v3.0';
const DFE = 'Department for Education';

/** Every national dataset that an adapter reads. The keys are stored with each import. */
export const DATASETS = {
  'gias-mainstream': {
    title: 'Get information about schools: open mainstream state-funded schools',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'school-information': {
    title: 'Performance tables: school information',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'gias-groups': {
    title: 'Get information about schools: trusts, federations and sponsors',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'gias-links': {
    title: 'Get information about schools: predecessors and successors',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'gias-all-grouplinks': {
    title: 'Get information about schools: members of trusts, federations and sponsors',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'ofsted-inspection-history': {
    title: 'Inspection reports: overall grade of every inspection',
    publisher: 'Ofsted',
    licence: OGL,
    attribution: null,
  },
  'gias-academies': {
    title: 'Get information about schools: open academies and free schools',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'gias-open': {
    title: 'Get information about schools: open establishments, reduced',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'gias-sample': {
    title: 'Get information about schools: the schools of the profile service',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'gias-all': {
    title: 'Get information about schools: all establishments',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'gias-academy-grouplinks': {
    title: 'Get information about schools: trusts and sponsors of academies',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'ofsted-mi': {
    title: 'Management information: latest inspections of each school',
    publisher: 'Ofsted',
    licence: OGL,
    attribution: null,
  },
  'ofsted-mi-of-year': {
    title: 'Management information: every inspection of a period',
    publisher: 'Ofsted',
    licence: OGL,
    attribution: null,
  },
  'school-details': {
    title: 'Performance tables: schools with their latest inspection',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'ks4-destinations': {
    title: 'Performance tables: destinations after key stage 4',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  cfr: {
    title: 'Consistent financial reporting: spending for each pupil',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'school-capital': { title: 'School capital allocations', publisher: DFE, licence: OGL, attribution: null },
  ks2: { title: 'Performance tables: key stage 2', publisher: DFE, licence: OGL, attribution: null },
  ks4: { title: 'Performance tables: key stage 4', publisher: DFE, licence: OGL, attribution: null },
  ks5: { title: 'Performance tables: 16 to 18', publisher: DFE, licence: OGL, attribution: null },
  census: { title: 'Performance tables: pupil census', publisher: DFE, licence: OGL, attribution: null },
  absence: { title: 'Performance tables: pupil absence', publisher: DFE, licence: OGL, attribution: null },
  workforce: { title: 'Performance tables: school workforce', publisher: DFE, licence: OGL, attribution: null },
  'maintained-finance': {
    title: 'Consistent financial reporting: maintained schools',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'iod2019-by-school-postcode': {
    title: 'English indices of deprivation 2019, by school postcode',
    publisher: 'Ministry of Housing, Communities and Local Government',
    licence: OGL,
    attribution: null,
  },
  coastline: {
    title: 'Coastline of Great Britain',
    publisher: 'Office for National Statistics',
    licence: OGL,
    attribution: 'Contains OS data © Crown copyright and database right 2022',
  },
  'boundaries-la-england': {
    title: 'Upper tier local authority boundaries, England',
    publisher: 'Office for National Statistics',
    licence: OGL,
    attribution: 'Contains OS data © Crown copyright and database right 2022',
  },
  admissions: {
    title: 'Applications and offers of places, with progress measures',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'academy-finance': {
    title: 'Academies accounts return: totals of academies',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'trust-ks2': { title: 'Performance tables: key stage 2 by trust', publisher: DFE, licence: OGL, attribution: null },
  'trust-ks4': { title: 'Performance tables: key stage 4 by trust', publisher: DFE, licence: OGL, attribution: null },
  'area-ks2': {
    title: 'Key stage 2 attainment by local authority',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'area-ks4': {
    title: 'Key stage 4 performance by local authority',
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'area-absence': { title: 'Pupil absence by local authority', publisher: DFE, licence: OGL, attribution: null },
  'similar-primary': {
    title: "The Department's similar schools: primary",
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'similar-secondary': {
    title: "The Department's similar schools: secondary",
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'similar-primary-inputs': {
    title: "The Department's similar schools: what primary schools are compared on",
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'similar-secondary-inputs': {
    title: "The Department's similar schools: what secondary schools are compared on",
    publisher: DFE,
    licence: OGL,
    attribution: null,
  },
  'iod2019-lsoa': {
    title: 'English indices of deprivation 2019, by neighbourhood',
    publisher: 'Ministry of Housing, Communities and Local Government',
    licence: OGL,
    attribution: null,
  },
  'iod2025-lsoa': {
    title: 'English indices of deprivation 2025, by neighbourhood',
    publisher: 'Ministry of Housing, Communities and Local Government',
    licence: OGL,
    attribution: null,
  },
} as const satisfies Record<string, Dataset>;

export type DatasetId = keyof typeof DATASETS;

export const DATASET_IDS = Object.keys(DATASETS) as [DatasetId, ...DatasetId[]];
