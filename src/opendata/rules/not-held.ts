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

const METADATA = {
  name: 'metadata of the performance tables',
  why: 'it says what the columns of another file mean, and holds no figures',
  mend: 'Import the file that it describes; docs/datasets.md says which of its columns are read',
};

/** Layouts that are recognised and refused by name, so that nobody wonders whether a good file was misread. */
export const NOT_HELD: readonly NotHeld[] = [
  {
    name: "the Department's similar schools",
    recognisedBy: ['NeighbourURN', 'Dist', 'Rank'],
    why: 'the lists of primary and of secondary schools have the same columns, and the name of the file says neither',
    mend: 'Call the file by its list, such as similar-schools-primary.csv',
  },
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
];
