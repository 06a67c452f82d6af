// The extract of all establishments in its published layout.

/** ":cn" stands for a column of the code and one of the name, ":n" for one of the name; "@" tells the edition that has it alone. */
const COLUMNS = `
  URN LA:cn EstablishmentNumber EstablishmentName TypeOfEstablishment:cn EstablishmentTypeGroup:cn EstablishmentStatus:cn
  ReasonEstablishmentOpened:cn OpenDate ReasonEstablishmentClosed:cn CloseDate PhaseOfEducation:cn StatutoryLowAge
  StatutoryHighAge Boarders:cn NurseryProvision:n OfficialSixthForm:cn Gender:cn ReligiousCharacter:cn ReligiousEthos:n
  Diocese:cn AdmissionsPolicy:cn SchoolCapacity SpecialClasses:cn CensusDate NumberOfPupils NumberOfBoys NumberOfGirls
  PercentageFSM TrustSchoolFlag:cn Trusts:cn SchoolSponsorFlag:n SchoolSponsors:n FederationFlag:n Federations:cn UKPRN
  FEHEIdentifier FurtherEducationType:n OfstedLastInsp@2021 OfstedSpecialMeasures:cn@2021 LastChangedDate Street Locality
  Address3 Town County:n Postcode SchoolWebsite TelephoneNum HeadTitle:n HeadFirstName HeadLastName HeadPreferredJobTitle
  BSOInspectorateName:n InspectorateReport DateOfLastInspectionVisit NextInspectionVisit TeenMoth:n TeenMothPlaces CCF:n
  SENPRU:n EBD:n PlacesPRU FTProv:n EdByOther:n Section41Approved:n SEN1:n SEN2:n SEN3:n SEN4:n SEN5:n SEN6:n SEN7:n SEN8:n
  SEN9:n SEN10:n SEN11:n SEN12:n SEN13:n TypeOfResourcedProvision:n ResourcedProvisionOnRoll ResourcedProvisionCapacity
  SenUnitOnRoll SenUnitCapacity GOR:cn DistrictAdministrative:cn AdministrativeWard:cn ParliamentaryConstituency:cn
  UrbanRural:cn GSSLACode:n Easting Northing CensusAreaStatisticWard:n@2021 MSOA:n LSOA:n InspectorateName:n SENStat SENNoStat
  BoardingEstablishment:n PropsName PreviousLA:cn PreviousEstablishmentNumber OfstedRating:n@2021 RSCRegion:n@2021 Country:n
  UPRN SiteName QABName:cn EstablishmentAccredited:cn QABReport CHNumber MSOA:c LSOA:c FSM@2026 AccreditationExpiryDate@2026`;

/** Every column of an edition, in its order. Ofsted's were taken out when overall grades ended; two came at the end. */
export function extractColumns(edition: '2021' | '2026'): string[] {
  return COLUMNS.trim()
    .split(/\s+/)
    .flatMap((written) => {
      const [, column = '', parts, only] = /^(\w+)(?::(\w+))?(?:@(\d+))?$/.exec(written) ?? [];
      if (only !== undefined && only !== edition) return [];
      if (parts === undefined) return [column];
      return parts.split('').map((part) => `${column} (${part === 'c' ? 'code' : 'name'})`);
    });
}

/** GIAS writes these without quotation marks, and every other cell with. */
const BARE = new Set(['URN', 'StatutoryLowAge', 'StatutoryHighAge', 'SchoolCapacity', 'UKPRN', 'Easting', 'Northing']);

export type ExtractRow = Readonly<Record<string, string | number>>;

/** The extract as it is published: Windows-1252, each line ended as on Windows. */
export function giasExtract(columns: readonly string[], rows: readonly ExtractRow[]): Buffer {
  const lines = rows.map((row) => columns.map((column) => cellOf(column, String(row[column] ?? ''))).join(','));
  // What Latin-1 and Windows-1252 share is all that the rows hold.
  return Buffer.from([columns.map((column) => `"${column}"`).join(','), ...lines, ''].join('\r\n'), 'latin1');
}

function cellOf(column: string, cell: string): string {
  return BARE.has(column) && cell !== '' ? cell : `"${cell.replaceAll('"', '""')}"`;
}

/** A school of the extract, as published in April 2021 but for the cells that are given. */
export function extractRow(changes: ExtractRow = {}): ExtractRow {
  return {
    URN: 100_000,
    'LA (code)': '201',
    'LA (name)': 'City of London',
    EstablishmentNumber: '3614',
    EstablishmentName: 'The Aldgate School',
    'TypeOfEstablishment (code)': '02',
    'TypeOfEstablishment (name)': 'Voluntary aided school',
    'EstablishmentTypeGroup (code)': '4',
    'EstablishmentTypeGroup (name)': 'Local authority maintained schools',
    'EstablishmentStatus (code)': '1',
    'EstablishmentStatus (name)': 'Open',
    'PhaseOfEducation (code)': '2',
    'PhaseOfEducation (name)': 'Primary',
    StatutoryLowAge: 3,
    StatutoryHighAge: 11,
    'Gender (name)': 'Mixed',
    'ReligiousCharacter (name)': 'Church of England',
    'AdmissionsPolicy (name)': 'Not applicable',
    SchoolCapacity: 274,
    CensusDate: '16-01-2020',
    NumberOfPupils: '276',
    PercentageFSM: '10.2',
    OfstedLastInsp: '19-04-2013',
    LastChangedDate: '04-02-2021',
    Street: "St James's Passage",
    Locality: "Duke's Place",
    Address3: 'London',
    Postcode: 'EC3A 5DE',
    SchoolWebsite: 'www.sirjohncassprimary.org',
    TelephoneNum: '02072831147',
    'HeadTitle (name)': 'Miss',
    HeadFirstName: 'Alexandra',
    HeadLastName: 'Allan',
    HeadPreferredJobTitle: 'Headteacher',
    'UrbanRural (name)': '(England/Wales) Urban major conurbation',
    Easting: 533_498,
    Northing: 181_201,
    'OfstedRating (name)': 'Outstanding',
    'LSOA (code)': 'E01032739',
    ...changes,
  };
}
