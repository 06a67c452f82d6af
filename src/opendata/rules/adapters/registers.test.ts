import { describe, expect, it } from 'vitest';
import { readPublished } from '../../../../test/published-text.ts';
import type { Published } from '../../../../test/published-text.ts';
import { LAYOUTS } from '../layouts.ts';
import type { TargetTable } from '../tables.ts';

// Excerpts of the published files, header and rows as they stand there.

/** Rows of a table by column name. */
function rows(published: Published, table: TargetTable): Record<string, string | null>[] {
  const layout = LAYOUTS.find(({ layout: name }) => name === published.layout);
  const columns = Object.keys(layout?.lists?.find((list) => list.table === table)?.fields ?? {});
  return (published.tables[table] ?? []).map((cells) =>
    Object.fromEntries(
      [...columns, 'import_id', 'line'].map((column, at) => [column, cells[at] === '\\N' ? null : (cells[at] ?? '')]),
    ),
  );
}

const MAINSTREAM =
  'urn,la_code,la_name,gss_la_code,region_code,region_name,establishment_number,establishment_name,establishment_type,establishment_type_group,establishment_status,open_date,close_date,education_phase,statutory_low_age,statutory_high_age,gender,religious_character,admissions_policy,ofsted_last_insp,last_changed_date,street,locality,address3,town,county,postcode,school_website,telephone_num,head_title,head_first_name,head_last_name,head_preferred_job_title,gor,administrative_district,administrative_ward,parliamentary_constituency,urban_rural_indicator,easting,northing,msoa,lsoa,ofsted_rating,msoa_code,lsoa_code,religious_denomination,school_capacity,number_of_pupils,number_of_boys,number_of_girls,percentage_fsm,number_of_fsm,ofsted_rating_score';

describe('the mainstream register', () => {
  const aldgate =
    "100000,201,City of London,E09000001,E13000001,Inner London,3614,The Aldgate School,Voluntary aided school,Local authority maintained schools,Open,,,Primary,3,11,Mixed,Church of England,Not applicable,2013-04-19,2022-04-26,St James's Passage,Duke's Place,,London,,EC3A 5DE,www.thealdgateschool.org,02072831147,Miss,Alexandra,Allan,Headteacher,London,City of London,Portsoken,Cities of London and Westminster,(England/Wales) Urban major conurbation,533498,181201,City of London 001,City of London 001F,Outstanding,E02000001,E01032739,Faith,276,270,133,137,13.7,37,1";

  it('gives a school and its last inspection', () => {
    const published = readPublished(`${MAINSTREAM}\n${aldgate}\n`);
    expect(published.layout).toBe('gias-mainstream');
    expect(rows(published, 'school')[0]).toMatchObject({
      urn: '100000',
      la_code: '201',
      name: 'The Aldgate School',
      phase: 'Primary',
      mainstream: 't',
      open_date: null,
      locality: "Duke's Place",
      head_title: 'Miss',
      head_last_name: 'Allan',
      easting: '533498',
      capacity: '276',
      line: '2',
    });
    expect(rows(published, 'inspection')).toEqual([
      {
        urn: '100000',
        inspected_on: '2013-04-19',
        scheme: 'overall grade',
        outcome: 'Outstanding',
        import_id: '7',
        line: '2',
      },
    ]);
  });

  it('gives no inspection for a school never inspected, and null for what is not reported', () => {
    const never = aldgate
      .replace('2013-04-19', '')
      .replace('Outstanding', 'Not reported')
      .replace('Mixed,Church of England', 'Not reported,Not reported')
      .replace('02072831147', '0NA');
    const published = readPublished(`${MAINSTREAM}\n${never}\n`);
    expect(rows(published, 'inspection')).toEqual([]);
    expect(rows(published, 'school')[0]).toMatchObject({ gender: null, religious_character: null, telephone: null });
  });

  it('sets aside a row whose grade is none that Ofsted gives', () => {
    const published = readPublished(`${MAINSTREAM}\n${aldgate.replace('Outstanding', 'Superb')}\n`);
    expect(published.setAside).toEqual([
      { line: 2, field: 'ofsted_rating', value: 'Superb', reason: 'not what this column holds' },
    ]);
    expect(published.tables).toEqual({});
  });
});

describe('school information', () => {
  const published =
    readPublished(`URN,LANAME,LA,ESTAB,LAESTAB,SCHNAME,STREET,LOCALITY,ADDRESS3,TOWN,POSTCODE,SCHSTATUS,OPENDATE,CLOSEDATE,MINORGROUP,SCHOOLTYPE,ISPRIMARY,ISSECONDARY,ISPOST16,AGELOW,AGEHIGH,GENDER,RELCHAR,ADMPOL,OFSTEDRATING,OFSTEDLASTINSP
100001,City of London,201,6005,2016005,City of London School for Girls,St Giles' Terrace,Barbican,,London,EC2Y 8BB,Open,,,Independent school,Other independent school,1,1,1,7,18,Girls,None,Selective,,
100640,Lambeth,208,5403,2085403,Archbishop Tenison's School,55 Kennington Oval,,,London,SE11 5SR,Closed,,31-12-2018,Maintained school,Voluntary aided school,0,1,1,11,18,Mixed,Church of England,Non-selective,Special Measures,19-10-2016
109662,Central Bedfordshire,823,4054,8234054,Parkfields Middle School,Park Road,Toddington,,Dunstable,LU5 6AB,Closed,,31-05-2020,Maintained school,Foundation school,1,1,0,9,13,Mixed,None,Not applicable,Outstanding,28-06-2012
144855,Southampton,852,6012,8526012,Assure Community College,Unit 4 Northbrook Industrial Estate,Hollybrook Road,Shirley,Southampton,SO16 6PB,Closed,,10-10-2022,Independent school,Other independent school,1,1,1,5,25,Mixed,None,Not applicable,Insufficient evidence,12-03-2020
`);

  it('gives schools that are not mainstream, in the words of the register', () => {
    expect(published.layout).toBe('school-information');
    expect(
      rows(published, 'school').map(({ phase, type_group, mainstream }) => [phase, type_group, mainstream]),
    ).toEqual([
      ['Not applicable', 'Independent schools', 'f'],
      ['Secondary', 'Local authority maintained schools', 'f'],
      ['Middle deemed secondary', 'Local authority maintained schools', 'f'],
      ['Not applicable', 'Independent schools', 'f'],
    ]);
    expect(rows(published, 'school')[1]).toMatchObject({ status: 'Closed', close_date: '2018-12-31' });
  });

  it('tells special measures from other inadequate grades, and drops an inspection without a grade', () => {
    expect(rows(published, 'inspection').map(({ urn, inspected_on, outcome }) => [urn, inspected_on, outcome])).toEqual(
      [
        ['100640', '2016-10-19', 'Special measures'],
        ['109662', '2012-06-28', 'Outstanding'],
      ],
    );
  });
});

describe('groups, members and links', () => {
  it('groups: the opening day of a trust is that of its company, and 1902 is unknown', () => {
    const published =
      readPublished(`"Group UID","Group ID","Group Name","Companies House Number","Group Type (code)","Group Type","Closed Date","Open date","Incorporated on (open date)","Group Status (code)","Group Status","Group Street","Group Locality","Group Address 3","Group Town","Group County","Group Postcode","Head of Group Title","Head of Group First Name","Head of Group Last Name","UKPRN"\r
"1000","","Federated Governing Body of Egerton Park Arts College and Two Trees Sports College","","01","Federation","31/08/2010","06/01/2009","","CLOSED","Closed","","","","","Not recorded","","Not recorded","","",""\r
"4214","TR01656","PLYMOUTH CAST","08438686","06","Multi-academy trust","","","11/03/2013","OPEN","Open","Edmund Rice Building 21 Boniface Lane","St Boniface College","","Plymouth","Not recorded","PL5 3AG","Not recorded","","","10060367"\r
"85441","","Leavesden and the Langleys","","08","Children's Centres Group","30/09/2018","01/01/1902","","CLOSED","Closed","","","","","","","","","",""`);
    expect(published.layout).toBe('gias-groups');
    expect(rows(published, 'school_group')).toMatchObject([
      {
        uid: '1000',
        group_type: 'Federation',
        open_date: '2009-01-06',
        closed_date: '2010-08-31',
        companies_house_number: null,
      },
      {
        uid: '4214',
        name: 'PLYMOUTH CAST',
        open_date: '2013-03-11',
        closed_date: null,
        companies_house_number: '08438686',
      },
      { uid: '85441', open_date: null, line: '4' },
    ]);
  });

  it('members: 1900 is unknown', () => {
    const published =
      readPublished(`URN,Group UID,Group ID,Group Name,Companies House Number,Group Type (code),Group Type,Closed Date,Open date,Incorporated on (open date),Group Status (code),Group Status,Joined date,EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),PhaseOfEducation (code),PhaseOfEducation (name),LA (code),LA (name)
20003,80637,,Central,,8,Children's Centres Group,,1900-01-01,,OPEN,Open,1900-01-01,Central Sure Start Children's Centre,47,Children's centre,0,Not applicable,852,Southampton
138231,2088,TR00030,ALBAN CITY FREE SCHOOL LTD,7644208.0,10,Single-academy trust,,,2011-05-23,OPEN,Open,2012-09-01,Alban City School,35,Free schools,2,Primary,919,Hertfordshire
`);
    expect(published.layout).toBe('gias-all-grouplinks');
    expect(rows(published, 'group_member')).toMatchObject([
      { urn: '20003', group_uid: '80637', joined_on: null },
      { urn: '138231', group_uid: '2088', group_type: 'Single-academy trust', joined_on: '2012-09-01' },
    ]);
  });

  it('links, some without a date', () => {
    const published = readPublished(`"URN","LinkURN","LinkName","LinkType","LinkEstablishedDate"\r
100006,134643,"CCfL Key Stage 3 PRU","Predecessor - merged","01-01-2022"\r
100016,132245,"Kingsgate Primary School","Successor",""\r
`);
    expect(published.layout).toBe('gias-links');
    expect(rows(published, 'school_link')).toMatchObject([
      { urn: '100006', linked_urn: '134643', link_type: 'Predecessor - merged', established_on: '2022-01-01' },
      { urn: '100016', linked_name: 'Kingsgate Primary School', established_on: null },
    ]);
  });
});

describe('inspections, deprivation, boundaries', () => {
  it('inspection history: two grades on one day contradict each other', () => {
    const published = readPublished(
      'URN,Rating,Inspection Date\n100000,Outstanding,20130418\n137699,Requires Improvement,20131204\n137699,Satisfactory,20131204\n100000,Outstanding,20130418\n',
    );
    expect(published.layout).toBe('ofsted-inspection-history');
    expect(rows(published, 'inspection').map(({ outcome }) => outcome)).toEqual([
      'Outstanding',
      'Requires improvement',
    ]);
    expect(published.setAside).toEqual([
      { line: 4, field: 'URN', value: '137699 2013-12-04', reason: 'differs from line 3, which has the same key' },
    ]);
    expect(published.passedOver).toBe(1);
  });

  it('deprivation: a postcode that matched nothing has no figures', () => {
    const published =
      readPublished(`Postcode,Postcode Status,LSOA code,LSOA Name,Index of Multiple Deprivation Rank,Index of Multiple Deprivation Decile,Income Rank,Income Decile,Income Score,Employment Rank,Employment Decile,Employment Score,Education and Skills Rank,Education and Skills Decile,Health and Disability Rank,Health and Disability Decile,Crime Rank,Crime Decile,Barriers to Housing and Services Rank,Barriers to Housing and Services Decile,Living Environment Rank,Living Environment Decile,IDACI Rank,IDACI Decile,IDACI Score,IDAOPI Rank,IDAOPI Decile,IDAOPI Score
EC3A 5DE,Live,E01032739,City of London 001F E01032739,20391,7,32638,10,0.014,32727,10,0.011,31135,10,25654,8,31947,10,837,1,2040,1,32644,10,0.01,31389,10,0.035
BR7 6FG,**UNMATCHED**,,,,,,,,,,,,,,,,,,,,,,,,,,
`);
    expect(published.layout).toBe('iod2019-by-school-postcode');
    expect(rows(published, 'postcode_deprivation')).toMatchObject([
      { postcode: 'EC3A 5DE', imd_decile: '7', idaci_rank: '32644', idaci_decile: '10', idaci_score: '0.01' },
      { postcode: 'BR7 6FG', lsoa_code: null, idaci_score: null },
    ]);
  });

  it('boundaries: a feature each, moved to the National Grid', () => {
    const published = readPublished(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"gss_la_code":"E06000001","la_name":"Hartlepool","la_code":"805","region_name":"North East"},"geometry":{"type":"Polygon","coordinates":[[[-1.24118,54.72334],[-1.24099,54.72319],[-1.17617,54.69769],[-1.24118,54.72334]]]}}]}',
    );
    expect(published.layout).toBe('boundaries-la-england');
    const [area] = rows(published, 'area');
    expect(area).toMatchObject({
      la_code: '805',
      gss_code: 'E06000001',
      name: 'Hartlepool',
      region: 'North East',
      line: '2',
    });
    expect(JSON.parse(area?.boundary ?? '')).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [448970, 536720],
          [448982, 536703],
          [453187, 533912],
          [448970, 536720],
        ].map((position) => position.map((metre) => expect.closeTo(metre, -2))),
      ],
    });
  });
});
