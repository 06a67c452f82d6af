import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { heldContent } from '../../src/opendata/rules/content.ts';
import { publishedRows } from '../../src/opendata/rules/open-file.ts';
import { type ExtractRow, extractRow } from './gias-extract.ts';

const REGISTER = fileURLToPath(new URL('../../data/gias-mainstream-2022-07.csv.gz', import.meta.url));

/** Cells of the extract that the bundled register tells. */
const TOLD: Readonly<Record<string, string>> = {
  'LA (code)': 'la_code',
  'LA (name)': 'la_name',
  EstablishmentNumber: 'establishment_number',
  EstablishmentName: 'establishment_name',
  'TypeOfEstablishment (name)': 'establishment_type',
  'EstablishmentTypeGroup (name)': 'establishment_type_group',
  'PhaseOfEducation (name)': 'education_phase',
  StatutoryLowAge: 'statutory_low_age',
  StatutoryHighAge: 'statutory_high_age',
  'Gender (name)': 'gender',
  'ReligiousCharacter (name)': 'religious_character',
  'AdmissionsPolicy (name)': 'admissions_policy',
  SchoolCapacity: 'school_capacity',
  Street: 'street',
  Locality: 'locality',
  Address3: 'address3',
  Town: 'town',
  'County (name)': 'county',
  Postcode: 'postcode',
  SchoolWebsite: 'school_website',
  TelephoneNum: 'telephone_num',
  'HeadTitle (name)': 'head_title',
  HeadFirstName: 'head_first_name',
  HeadLastName: 'head_last_name',
  HeadPreferredJobTitle: 'head_preferred_job_title',
  'GOR (name)': 'gor',
  'DistrictAdministrative (name)': 'administrative_district',
  'AdministrativeWard (name)': 'administrative_ward',
  'ParliamentaryConstituency (name)': 'parliamentary_constituency',
  'UrbanRural (name)': 'urban_rural_indicator',
  Easting: 'easting',
  Northing: 'northing',
  'MSOA (name)': 'msoa',
  'LSOA (name)': 'lsoa',
  'MSOA (code)': 'msoa_code',
  'LSOA (code)': 'lsoa_code',
  NumberOfPupils: 'number_of_pupils',
  NumberOfBoys: 'number_of_boys',
  NumberOfGirls: 'number_of_girls',
  PercentageFSM: 'percentage_fsm',
  FSM: 'number_of_fsm',
};

/** What GIAS says of nearly every school; the real extract has as much text beside what is read. */
const USUAL: ExtractRow = {
  'ReasonEstablishmentOpened (code)': '00',
  'ReasonEstablishmentOpened (name)': 'Not applicable',
  'ReasonEstablishmentClosed (code)': '00',
  'ReasonEstablishmentClosed (name)': 'Not applicable',
  'Boarders (code)': '1',
  'Boarders (name)': 'No boarders',
  'NurseryProvision (name)': 'Has Nursery Classes',
  'OfficialSixthForm (code)': '2',
  'OfficialSixthForm (name)': 'Does not have a sixth form',
  'Gender (code)': '3',
  'ReligiousCharacter (code)': '02',
  'ReligiousEthos (name)': 'Does not apply',
  'Diocese (code)': 'CE23',
  'Diocese (name)': 'Not applicable',
  'AdmissionsPolicy (code)': '0',
  'SpecialClasses (code)': '2',
  'SpecialClasses (name)': 'No Special Classes',
  CensusDate: '15-01-2026',
  'TrustSchoolFlag (code)': '3',
  'TrustSchoolFlag (name)': 'Supported by a multi-academy trust',
  'Trusts (code)': '2044',
  'Trusts (name)': 'A LEARNING TRUST OF SEVERAL SCHOOLS, LIMITED',
  'SchoolSponsorFlag (name)': 'Linked to a sponsor',
  'SchoolSponsors (name)': 'A sponsor, with a comma in its name',
  'FederationFlag (name)': 'Not under a federation',
  UKPRN: 10_079_319,
  'FurtherEducationType (name)': 'Not applicable',
  'BSOInspectorateName (name)': 'Not applicable',
  'TeenMoth (name)': 'Not applicable',
  'CCF (name)': 'Not applicable',
  'SENPRU (name)': 'Not applicable',
  'EBD (name)': 'Not applicable',
  'EdByOther (name)': 'Not applicable',
  'Section41Approved (name)': 'Not applicable',
  'TypeOfResourcedProvision (name)': 'Not applicable',
  'GOR (code)': 'H',
  'DistrictAdministrative (code)': 'E09000001',
  'AdministrativeWard (code)': 'E05009308',
  'ParliamentaryConstituency (code)': 'E14000639',
  'UrbanRural (code)': 'A1',
  'GSSLACode (name)': 'E09000001',
  'PreviousLA (code)': '999',
  UPRN: '200000071925',
  'QABName (code)': '0',
  'QABName (name)': 'Not applicable',
  'EstablishmentAccredited (code)': '0',
  'EstablishmentAccredited (name)': 'Not applicable',
};

/**
 * So many schools as the extract of all establishments has them: the real rows of the bundled register, and then the same
 * once more as schools that closed, each under a number of its own. In `edition` 1, 2, 3 ... some two in a hundred say
 * something else than in the one before, as from month to month.
 */
export function* schoolsAtScale(count: number, edition: number): Generator<ExtractRow, void, void> {
  const [header, ...register] = publishedRows(heldContent('register', gunzipSync(readFileSync(REGISTER))));
  const at = new Map(header?.fields.map((column, index) => [column, index]));
  for (let index = 0; index < count; index += 1) {
    const { fields = [] } = register[index % register.length] ?? {};
    const told = Object.fromEntries(
      Object.entries(TOLD).map(([column, from]) => [
        column,
        (fields[at.get(from) ?? -1] ?? '').replace('Not reported', ''),
      ]),
    );
    const isOpen = index < register.length;
    yield extractRow({
      ...USUAL,
      ...told,
      URN: isOpen ? (fields[0] ?? '') : 300_000 + index,
      'EstablishmentStatus (name)': isOpen ? 'Open' : 'Closed',
      OpenDate: isOpen ? '01-09-2014' : '01-01-1900',
      CloseDate: isOpen ? '' : '31-08-2014',
      LastChangedDate: '04-02-2026',
      ...((index * 31 + edition * 7) % 50 === 0 && {
        HeadLastName: `Brontë-${edition}`,
        LastChangedDate: '20-09-2026',
      }),
    });
  }
}
