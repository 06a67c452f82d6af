/** A published file that is known from its header, and that Alongside has no place for. */
export interface NotHeld {
  /** What it is called in docs/datasets.md. */
  name: string;
  /** Columns that only this layout has together. */
  recognisedBy: readonly string[];
  /** Why it is not loaded: half a sentence. */
  why: string;
  /** What the person can do instead: a whole sentence without its full stop. */
  mend: string;
}

const OF_SCHOOLS = 'Alongside holds figures of schools only';
const ITS_SCHOOLS = 'Import the file of schools that is published beside it';

const METADATA = {
  name: 'metadata of the performance tables',
  why: 'it says what the columns of another file mean, and holds no figures',
  mend: 'Import the file that it describes; docs/datasets.md says which of its columns are read',
};

const NEIGHBOURHOODS = {
  name: 'deprivation by neighbourhood',
  why: 'Alongside holds deprivation by school postcode, and the file names no postcodes',
  mend: "Look the schools' postcodes up in the Ministry's postcode tool, and import what it gives",
};

/** Layouts that are recognised and refused by name, so that nobody wonders whether a good file was misread. */
export const NOT_HELD: readonly NotHeld[] = [
  { name: 'trust results', recognisedBy: ['CHAINID', 'SCHOOL-URNS'], why: OF_SCHOOLS, mend: ITS_SCHOOLS },
  { name: 'trust results', recognisedBy: ['TRUST_UID', 'INSTITUTIONS_INMAT'], why: OF_SCHOOLS, mend: ITS_SCHOOLS },
  {
    name: 'absence by local authority',
    recognisedBy: ['Id', 'Abs_Tot_Primary_LA_Current_Pct'],
    why: OF_SCHOOLS,
    mend: ITS_SCHOOLS,
  },
  {
    name: 'key stage 4 by local authority',
    recognisedBy: ['Id', 'Attainment8_Tot_LA_Current_Num'],
    why: OF_SCHOOLS,
    mend: ITS_SCHOOLS,
  },
  ...[
    ['NeighbourURN', 'Dist', 'Rank'],
    ['KS2MRP', 'Att8Scr', 'PStability'],
    ['ReadMatAverage', 'Ks1PriorRwmAverage'],
  ].map((recognisedBy) => ({
    name: "the Department's similar schools",
    recognisedBy,
    why: 'Alongside works similar schools out itself, under a policy that it shows',
    mend: 'Nothing needs to be done: bin/alongside similar gives them',
  })),
  ...[
    ['Field Reference', 'Field Name'],
    ['Column', 'Metafile heading'],
    ['Metafile heading', 'Metafile description'],
    ['Column', 'Field Name', 'Label/Description'],
    ['Column', 'Field Name', 'Description'],
    ['Variable', 'Label', 'Description'],
    ['Variable', 'Description', 'New variable?'],
  ].map((recognisedBy) => ({ ...METADATA, recognisedBy })),
  {
    name: 'codes of local authorities and regions',
    recognisedBy: ['LEA', 'LA Name', 'REGION NAME'],
    why: 'names and regions of authorities come with their boundaries here',
    mend: 'Import the boundaries of upper tier authorities',
  },
  { ...NEIGHBOURHOODS, recognisedBy: ['lsoa11_code', 'income_rank'] },
  { ...NEIGHBOURHOODS, recognisedBy: ['LSOA code (2021)', 'LSOA name (2021)'] },
  {
    name: 'the register in six fields',
    recognisedBy: ['urn', 'local_authority_name', 'phase_of_education', 'status'],
    why: "it has neither the authority's code nor the type, which every school held here has",
    mend: 'Import a fuller extract of Get information about schools',
  },
  {
    name: 'latest Ofsted grades with context',
    recognisedBy: ['unique_reference_number', 'percent_ehc_plan', 'rating'],
    why: 'a grade is held with the day of its inspection, and the file has no days and no year for its figures',
    mend: "Import Ofsted's management information for grades, and the pupil census for the figures",
  },
  {
    name: 'Soulbury pay points',
    recognisedBy: ['point', '2024-09-01'],
    why: 'pay is a rule with a day that it holds from, not a published figure of a school',
    mend: 'Rates are kept as policies: see policies/',
  },
  {
    name: 'admissions and progress in long form',
    recognisedBy: ['academic_year_start', 'phase_key', 'number_of_preferences'],
    why: 'it holds nine years and two phases of a school in one file, and an import is of one year',
    mend: 'Import the results of each year from the performance tables; offers of places are not held',
  },
];
