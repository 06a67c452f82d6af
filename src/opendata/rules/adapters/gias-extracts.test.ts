import { describe, expect, it } from 'vitest';
import { readPublished } from '../../../../test/published-text.ts';
import { LAYOUTS } from '../layouts.ts';
import type { TargetTable } from '../tables.ts';

// Excerpts of the published files, header and rows as they stand there.

/** Rows of the one table that a file fills, by column name. */
function rows(text: string | Buffer, table: TargetTable) {
  const published = readPublished(text);
  const layout = LAYOUTS.find(({ layout: name }) => name === published.layout);
  const columns = Object.keys(layout?.lists?.find((list) => list.table === table)?.fields ?? {});
  const found = (published.tables[table] ?? []).map((cells) =>
    Object.fromEntries(columns.map((column, at) => [column, cells[at] === '\\N' ? null : (cells[at] ?? '')])),
  );
  return { ...published, found };
}

const ACADEMIES = `"URN","LA (code)","LA (name)","EstablishmentNumber","EstablishmentName","TypeOfEstablishment (name)","EstablishmentStatus (name)","ReasonEstablishmentOpened (name)","OpenDate","PhaseOfEducation (name)","StatutoryLowAge","StatutoryHighAge","Boarders (name)","OfficialSixthForm (name)","Gender (name)","ReligiousCharacter (name)","AdmissionsPolicy (name)","UKPRN","Street","Locality","Address3","Town","County (name)","Postcode","SchoolWebsite","TelephoneNum","FaxNum","HeadTitle (name)","HeadFirstName","HeadLastName","HeadPreferredJobTitle","GOR (name)","ParliamentaryConstituency (code)","ParliamentaryConstituency (name)"
136420,"871","Slough","5408","Upton Court Grammar School","Academy Converter","Open","Academy Converter","01-01-2011","Secondary",11,18,"No Boarders","Has a sixth form","Mixed","None","Selective",10032611,"Lascelles Road","","","Slough","Berkshire","SL3 7PR","http://www.uptoncourtgrammar.org.uk/","01753522892","01753538618","Mrs","Mercedes","Hernández Estrada","Headteacher","South East","E14000930","Slough"
137947,"823","Central Bedfordshire","4006","Biggleswade Academy","Academy Converter","Open","Academy Converter","01-03-2012","Middle Deemed Primary",2,13,"No Boarders","Does not have a sixth form","Mixed","Does not apply","Not applicable",10036746,"Mead End","","","Biggleswade","Bedfordshire","SG18 8JU","http://www.biggleswadeacademy.org","01767660515","01767660515","Mr","Stephen","Phillips","Academy Principal","East of England","E14000841","North East Bedfordshire"
138199,"823","Central Bedfordshire","4000","Central Bedfordshire UTC","University Technical College","Open","New Provision","30-08-2012","Secondary",14,19,"No Boarders","Has a sixth form","Mixed","None","Comprehensive",10037496,"Parkside Drive","Kingsland Skills Centre","","Houghton Regis","Bedfordshire","LU5 5PY","www.centralbedsutc.org","01582867756","","","Robert","Shore","Headteacher","East of England","E14000949","South West Bedfordshire"
`;

describe('the academies extract', () => {
  it('gives a school in the words of GIAS today, and null for what the extract does not tell', () => {
    const { layout, found, setAside } = rows(ACADEMIES, 'school');
    expect(layout).toBe('gias-academies');
    expect(setAside).toEqual([]);
    expect(found[0]).toMatchObject({
      urn: '136420',
      la_code: '871',
      phase: 'Secondary',
      establishment_type: 'Academy converter',
      type_group: 'Academies',
      mainstream: 'f',
      open_date: '2011-01-01',
      low_age: '11',
      head_last_name: 'Hernández Estrada',
      easting: null,
      capacity: null,
    });
    expect(found[1]).toMatchObject({ phase: 'Middle deemed primary', admissions_policy: null });
    expect(found[2]).toMatchObject({ type_group: 'Free Schools', head_title: null });
  });

  it('reads Windows-1252', () => {
    const { found } = rows(Buffer.from(ACADEMIES, 'latin1'), 'school');
    expect(found[0]?.head_last_name).toBe('Hernández Estrada');
  });

  it('is not taken for the wider extract of all establishments', () => {
    const [header = '', ...rest] = ACADEMIES.split('\n');
    const wider = [`${header},"EstablishmentTypeGroup (name)"`, ...rest].join('\n');
    expect(() => rows(wider, 'school')).toThrow('the file is like the layout gias-all');
  });

  it('sets a type aside that is no academy', () => {
    const { setAside } = rows(ACADEMIES.replace('University Technical College', 'Lighthouse'), 'school');
    expect(setAside).toEqual([
      { line: 4, field: 'TypeOfEstablishment (name)', value: 'Lighthouse', reason: 'not what this column holds' },
    ]);
  });
});

describe('the reduced list of open establishments', () => {
  it('leaves out what is not a school in England, and gives a nursery no phase', () => {
    const { layout, found, passedOver } = rows(
      `urn,la_code,la_name,establishment_number,establishment_name,establishment_type,establishment_type_group,education_phase,number_of_pupils,percentage_fsm,easting,northing,lsoa_code,pcon_code,longitude,latitude
100001,201,City of London,6005,City of London School for Girls,Other independent school,Independent schools,Not applicable,764,,532301,181746,E01000002,E14001172,-0.09456610848601125,51.519147751673394
100005,202,Camden,1048,Thomas Coram Centre,Local authority nursery school,Local authority maintained schools,Nursery,123,49.3,530464,182403,E01000937,E14001290,-0.12078393756936052,51.52547881707028
400001,665,Wrexham,1007,Ysgol Cae'r Gwenyn,Welsh establishment,Welsh schools,Not applicable,,,334908,350121,W01001969,W07000111,-2.9723551815221927,53.044376130560465
`,
      'school',
    );
    expect(layout).toBe('gias-open');
    expect(passedOver).toBe(1);
    expect(found.map(({ urn, phase, status, street }) => [urn, phase, status, street])).toEqual([
      ['100001', 'Not applicable', 'Open', null],
      ['100005', 'Not applicable', 'Open', null],
    ]);
    expect(found[0]).toMatchObject({ easting: '532301', lsoa_code: 'E01000002' });
  });
});

describe('the samples of 2026', () => {
  it('in August tells which schools have closed', () => {
    const { layout, found } = rows(
      `URN,LAId,LAName,RegionId,RegionName,EstablishmentName,EstablishmentNumber,EstablishmentStatusId,EstablishmentStatusName,LAESTAB,TrustId,TrustName,AdmissionsPolicyId,AdmissionsPolicyName,DistrictAdministrativeId,DistrictAdministrativeName,PhaseOfEducationId,PhaseOfEducationName,GenderId,GenderName,ReligiousCharacterId,ReligiousCharacterName,TelephoneNum,TotalCapacity,TotalPupils,TypeOfEstablishmentId,TypeOfEstablishmentName,EstablishmentTypeGroupId,EstablishmentTypeGroupName,ResourcedProvisionId,ResourcedProvisionName,NurseryProvisionName,OfficialSixthFormId,OfficialSixthFormName,TrustSchoolFlagId,TrustSchoolFlagName,UKPRN,Street,Locality,Address3,Town,County,Postcode,HeadTitle,HeadFirstName,HeadLastName,HeadPreferredJobTitle,UrbanRuralId,UrbanRuralName,Website,Easting,Northing,AgeRangeLow,AgeRangeHigh
100049,202,Camden,H,London,Haverstock School,4104,1,Open,2024104,,,4,Non-selective,E09000007,Camden,4,Secondary,3,Mixed,00,Does not apply,02072670975,1035,878,01,Community school,4,Local authority maintained schools,8,Resourced provision,No Nursery Classes,1,Has a sixth form,0,Not applicable,10002938,24 Haverstock Hill,Chalk Farm,,London,,NW3 2BQ,Mr,Joe,Edwards,Headteacher,UN1,Urban: Nearer to a major town or city,http://www.haverstock.camden.sch.uk/,528159,184498,11,18
100459,206,Islington,H,London,St Aloysius RC College,4651,2,Closed,2064651,,,4,Non-selective,E09000019,Islington,4,Secondary,1,Boys,03,Roman Catholic,,1150,366,02,Voluntary aided school,4,Local authority maintained schools,,,No Nursery Classes,1,Has a sixth form,0,Not applicable,10015262,Hornsey Lane,Highgate,,London,,N6 5LY,Ms,Paula,Whyte,Headteacher,UN1,Urban: Nearer to a major town or city,,529090,187296,11,19
`,
      'school',
    );
    expect(layout).toBe('gias-sample');
    expect(found.map(({ urn, status }) => [urn, status])).toEqual([
      ['100049', 'Open'],
      ['100459', 'Closed'],
    ]);
    expect(found[1]).toMatchObject({ telephone: null, website: null, capacity: '1150', open_date: null });
    expect(found[0]).toMatchObject({ urban_rural: 'Urban: Nearer to a major town or city', head_last_name: 'Edwards' });
  });

  it('in March has open schools only', () => {
    const { layout, found } = rows(
      `URN,LAId,LAName,RegionId,RegionName,EstablishmentName,EstablishmentNumber,TrustsId,TrustName,AdmissionsPolicyId,AdmissionsPolicyName,DistrictAdministrativeId,DistrictAdministrativeName,PhaseOfEducationId,PhaseOfEducationName,GenderId,GenderName,ReligiousCharacterId,ReligiousCharacterName,TelephoneNum,TotalCapacity,TotalPupils,TypeOfEstablishmentId,TypeOfEstablishmentName,EstablishmentTypeGroupId,EstablishmentTypeGroupName,ResourcedProvisionId,ResourcedProvisionName,NurseryProvisionName,OfficialSixthFormId,OfficialSixthFormName,TrustSchoolFlagId,TrustSchoolFlagName,UKPRN,Street,Locality,Address3,Town,County,Postcode,HeadTitle,HeadFirstName,HeadLastName,HeadPreferredJobTitle,UrbanRuralId,UrbanRuralName,Website,Easting,Northing,AgeRangeLow,AgeRangeHigh
143291,929,Northumberland,A,North East,Queen Elizabeth High School,4417,16319,HADRIAN LEARNING TRUST,4,Non-selective,E06000057,Northumberland,4,Secondary,3,Mixed,0,Does not apply,01434610300,1308,1304,34,Academy converter,10,Academies,,,No Nursery Classes,1,Has a sixth form,3,Supported by a multi-academy trust,10057640,Whetstone Bridge Road,,,Hexham,Northumberland,NE46 3JB,Mr,Graeme,Atkins,,UN1,Urban: Nearer to a major town or city,http://www.qehs.net,392556,563954,13,18
`,
      'school',
    );
    expect(layout).toBe('gias-sample-open');
    expect(found[0]).toMatchObject({ urn: '143291', status: 'Open', head_job_title: null, capacity: '1308' });
  });
});

describe('trusts and sponsors of academies', () => {
  it('reads rows that are one cell shorter than the header', () => {
    const { layout, found, setAside } = rows(
      `"URN","Linked UID","Group Name","Companies House Number","Group Type","Group Type (code)","Closed Date","Open date","Incorporated on (open date)","Group Status","Group Status (code)","FederationType","Joined date","EstablishmentName","TypeOfEstablishment (code)","TypeOfEstablishment (name)","PhaseOfEducation (code)","PhaseOfEducation (name)","LA (code)","LA (name)","HasSharedHT"
105135,2150,"Archdiocese of Southwark","","School sponsor","05","","05-01-2010","","Open","OPEN","","05-01-2010","St Paul's Academy","28","Academy sponsor led","4","Secondary","203","Greenwich"
105135,4782,"ST PAUL'S ACADEMY","05210075","Single-academy trust","10","","","19-08-2004","Open","OPEN","","01-09-2005","St Paul's Academy","28","Academy sponsor led","4","Secondary","203","Greenwich"
`,
      'group_member',
    );
    expect([layout, setAside]).toEqual(['gias-academy-grouplinks', []]);
    expect(found).toEqual([
      {
        urn: '105135',
        group_uid: '2150',
        group_type: 'School sponsor',
        group_name: 'Archdiocese of Southwark',
        joined_on: '2010-01-05',
      },
      {
        urn: '105135',
        group_uid: '4782',
        group_type: 'Single-academy trust',
        group_name: "ST PAUL'S ACADEMY",
        joined_on: '2005-09-01',
      },
    ]);
  });
});
