import { describe, expect, it } from 'vitest';
import { readPublished } from '../../../../test/published-text.ts';
import { type MeasureCode, measureCode } from '../measures.ts';

// Excerpts of the published files, header and rows as they stand there.

/** Figures by measure: the value, or the reason in angle brackets. */
function figures(text: string, options: { file?: string; year?: number } = {}) {
  const published = readPublished(text, options.file, options.year ?? null);
  const found: Record<string, Partial<Record<MeasureCode, string>>> = {};
  for (const [urn = '', measure, year, value, missing] of published.tables.observation ?? []) {
    expect(year).toBe(String(published.year));
    found[urn] = { ...found[urn], [measureCode(Number(measure))]: value === '\\N' ? `<${missing}>` : value };
  }
  return { ...published, found };
}

describe('key stage 2', () => {
  it('2015-16 to 2017-18: the year is the one that ends in "Academic Year", and per cent signs go', () => {
    const { layout, year, found } = figures(
      `URN,KS2 Pupils,KS2 Boys,KS2 Girls,Reading Progress,Reading Score,Reading Meet Std,Reading Exceed Std,Reading Progress Band,Reading Progress Desc,Writing Progress,Writing Score,Writing Meet Std,Writing Exceed Std,Writing Progress Band,Writing Progress Desc,Maths Progress,Maths Score,Maths Meet Std,Maths Exceed Std,Maths Progress Band,Maths Progress Desc,Overall Meet Std,Overall Exceed Std,Academic Year\r
138305,26,10,16,3.1,109,92%,50%,1,Well Above Average,1.3,110,88%,62%,3,Average,1.3,106,92%,19%,3,Average,88%,8%,2018\r
143648,21,11,10,LOWCOV,108,95%,38%,LOWCOV,NOT AVAIL,LOWCOV,108,95%,43%,LOWCOV,NOT AVAIL,LOWCOV,106,86%,29%,LOWCOV,NOT AVAIL,76%,24%,2018\r
`,
    );
    expect(layout).toBe('ks2-extract');
    expect(year).toBe(2017);
    expect(found['138305']).toEqual({
      ks2_pupils: '26',
      ks2_rwm_expected: '88',
      ks2_rwm_higher: '8',
      ks2_reading_progress: '3.1',
      ks2_writing_progress: '1.3',
      ks2_maths_progress: '1.3',
      ks2_reading_score: '109',
      ks2_maths_score: '106',
      ks2_reading_expected: '92',
      ks2_writing_expected: '88',
      ks2_maths_expected: '92',
    });
    expect(found['143648']).toMatchObject({ ks2_rwm_expected: '76', ks2_reading_progress: '<LOWCOV>' });
  });

  it('2018-19: progress only, and the year is in the name', () => {
    const { layout, year, found } = figures(
      `RECTYPE,URN,SCHNAME,PCODE,PCODE2,TOWN,READPROG,READPROG_DESCR,WRITPROG,WRITPROG_DESCR,MATPROG,MATPROG_DESCR,OFSTEDRATING,INSPECTIONDT,WEB,SCHTYPE,GENDER,RELIGION,LATITUDE,LONGITUDE,PHASE
1,119910,Buckminster Primary School,NG33 5RZ,NG33,Grantham,2.4,3,3.8,1,-1,3,Good,20140204,http://www.buckminster.leics.sch.uk/,Maintained school,Mixed,Does not apply,52.792698,-0.690175,Primary
1,120149,Newbold Church of England Primary School,LE67 8PF,LE67,Coalville,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,Good,20130418,http://www.newbold-cecp.leics.sch.uk/,Maintained school,Mixed,Church of England,52.765873,-1.406697,Primary
`,
      { file: 'ks2-extract-2018-2019.csv' },
    );
    expect([layout, year]).toEqual(['ks2-progress', 2018]);
    expect(found['119910']).toEqual({
      ks2_reading_progress: '2.4',
      ks2_writing_progress: '3.8',
      ks2_maths_progress: '-1',
    });
    expect(found['120149']?.ks2_maths_progress).toBe('<SUPP>');
  });
});

describe('key stage 4', () => {
  const header =
    'URN,KS4 Pupils,KS4 Boys,KS4 Girls,Progress 8,Progress 8 Boys,Progress 8 Girls,Attainment 8,Attainment 8 Boys,Attainment 8 Girls,Eng Maths Grade 5,Entering EBacc,EBacc Avg Score,EBacc Avg Boys,EBacc Avg Girls,EBacc Grade 5,Progress 8 Band,P8 Desc,Academic Year';

  it('2017-18: English and maths is grade 5 and above', () => {
    const { found, year } = figures(
      `${header}\n100049,197,114,83,-0.1,-0.25,0.12,44.9,43.8,46.5,41%,12%,3.82,3.79,3.87,5%,3,Average,2018\n145313,,,,,,,,,,,,,,,,,,2018\n`,
    );
    expect(year).toBe(2017);
    expect(found['100049']).toEqual({
      ks4_pupils: '197',
      ks4_progress8: '-0.1',
      ks4_attainment8: '44.9',
      ks4_english_maths_5: '41',
      ks4_ebacc_entry: '12',
      ks4_ebacc_aps: '3.82',
    });
    expect(Object.values(found['145313'] ?? {})).toEqual(Array(6).fill('<BLANK>'));
  });

  it('2015-16: grades were letters, so the same column is grade C and above', () => {
    const { found } = figures(`${header}\n100053,172,109,63,-0.26,-0.33,-0.13,50.1,49.9,50.5,60%,43%,,,,30%,,,2016\n`);
    expect(found['100053']).toMatchObject({ ks4_english_maths_c: '60', ks4_ebacc_aps: '<BLANK>' });
    expect(found['100053']).not.toHaveProperty('ks4_english_maths_5');
  });

  it('2018-19 under column codes: NP, NE and LOWCOV stay apart', () => {
    const { layout, found } = figures(
      `RECTYPE,URN,SCHNAME,PCODE,PCODE2,TOWN,P8MEA,P8_BANDING,ATT8SCR,PTL2BASICS_95,PTEBACC_E_PTQ_EE,EBACCAPS,OFSTEDRATING,INSPECTIONDT,WEB,SCHTYPE,GRAMMAR,GENDER,RELIGION,LATITUDE,LONGITUDE,PHASE
1,100001,City of London School for Girls,EC2Y 8BB,EC2Y,London,NP,,57.9,0%,0%,3.17,,,https://www.clsg.org.uk/,Independent school,No,Girls,None,51.519129,-0.094509,Secondary
1,140966,Trinity Academy,SW2 1QS,SW2,London,LOWCOV,,36.5,23%,65%,3.62,Good,20170503,http://www.trinityacademylondon.org/,Academy,No,Mixed,None,51.456531,-0.119572,Secondary
`,
      { year: 2018 },
    );
    expect(layout).toBe('ks4-headlines');
    expect(found['100001']).toMatchObject({ ks4_progress8: '<NP>', ks4_attainment8: '57.9', ks4_english_maths_5: '0' });
    expect(found['140966']?.ks4_progress8).toBe('<LOWCOV>');
  });

  it('provisional: limits of Progress 8, short rows, and an authority without figures', () => {
    const { layout, found, passedOver, tables } = figures(
      `\uFEFFRECTYPE,LEA,ESTAB,URN,SCHNAME,ICLOSE,NFTYPE,TPUP,ATT8SCR,P8PUP,TP8ADJ,P8MEA,P8CILOW,P8CIUPP,P8MEA_ORIG,P8CILOW_ORIG,P8CIUPP_ORIG,PTL2BASICS_94,PTL2BASICS_95,EBACCAPS,PTEBACC_E_PTQ_EE,PTEBACC_94,PTEBACC_95,PT5EM_94,P8_BANDING\r
1,303,4021,136720,Welling School,0,ACC,208,38.4,191,3.00,-0.49,-0.67,-0.31,-0.50,-0.68,-0.32,52%,25%,3.16,30%,16%,6%,41%,4\r
1,201,6007,100003,City of London School,0,IND,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA,NA\r
1,925,4044,147268,University Academy Long Sutton,0,AC\r
4,201\r
`,
      { year: 2017 },
    );
    expect(layout).toBe('ks4-provisional');
    expect(found['136720']).toMatchObject({
      ks4_pupils: '208',
      ks4_progress8: '-0.49',
      ks4_progress8_lower: '-0.67',
      ks4_progress8_upper: '-0.31',
      ks4_english_maths_4: '52',
    });
    expect(new Set(Object.values(found['100003'] ?? {}))).toEqual(new Set(['<NA>']));
    expect(new Set(Object.values(found['147268'] ?? {}))).toEqual(new Set(['<SHORT>']));
    expect([passedOver, tables.area_observation]).toEqual([1, undefined]);
    expect(tables.observation?.[0]?.slice(5)).toEqual(['provisional', '7', '2']);
  });
});

describe('16 to 18', () => {
  it('2018-19: value added and points', () => {
    const { layout, found } = figures(
      `RECTYPE,URN,SCHNAME,PCODE,PCODE2,TOWN,VA_INS_ALEV,PROGRESS_BAND_ALEV,TALLPPE_ALEV_1618,TALLPPEGRD_ALEV_1618,OFSTEDRATING,INSPECTIONDT,WEB,SCHTYPE,GRAMMAR,GENDER,RELIGION,LATITUDE,LONGITUDE,PHASE
1,108059,"Carr Manor Community School, Specialist Sports College",LS17 5DJ,LS17,Leeds,,,NE,NE,Good,20140212,http://www.carrmanor.org.uk,Maintained school,No,Mixed,Does not apply,53.835135,-1.550477,Post16
1,130489,Carmel College,WA10 3AG,WA10,St Helens,0.11,2,34.07,C+,Outstanding,20190430,http://www.carmel.ac.uk,College,No,Mixed,Roman Catholic,53.442095,-2.769936,Post16
`,
      { year: 2018 },
    );
    expect(layout).toBe('ks5-extract');
    expect(found['108059']).toEqual({ ks5_alevel_value_added: '<BLANK>', ks5_alevel_points: '<NE>' });
    expect(found['130489']).toEqual({ ks5_alevel_value_added: '0.11', ks5_alevel_points: '34.07' });
  });

  it('2021-22 in full layout (its first 36 of 581 columns)', () => {
    const { layout, found, tables } = figures(
      `\uFEFFRECTYPE,ALPHAIND,REGION,LASORT,LEA,ESTAB,URN,PCON_CODE,PCON_NAME,SCHNAME_AC,SCHNAME,ADDRESS1,ADDRESS2,ADDRESS3,TOWN,PCODE,TELNUM,CONTFLAG,NFTYPE/FESITYPE,RELDENOM,ADMPOL,ADMPOL_PT,GEND1618,FEEDER,AGERANGE,ICLOSE,TABKS2,TAB15,CONFEXAM,DUMMY,TPUP1618,TALLPUP_1618,TALLPUP_ALEV_1618,TALLPPE_ALEV_1618,TALLPPEGRD_ALEV_1618,TINCLUDE_B3
1,33974,32,5,204,4000,145609,E14000720,Hackney North and Stoke Newington,,Lubavitch House School (Senior Girls),107-115 Stamford Hill,,,London,N16 5RP,2080491899,0,ACC,Jewish,NSE,OTHER NON SEL,GIRLS,0, 11-18 ,0,,,R,,31,22,10,50.23,A,9
4,,7,5,354,,,,,,,,,,,,0,0,,,,,,, 1-00,,,,,,,2572,972,37.39,B-,734
`,
      { year: 2021 },
    );
    expect(layout).toBe('ks5-revised');
    expect(found).toEqual({ 145609: { ks5_alevel_pupils: '10', ks5_alevel_points: '50.23' } });
    expect(tables.area_observation).toEqual([
      ['authority', '354', 'state-funded', 'all', '42', '2021', '972', '\\N', 'revised', '7', '3'],
      ['authority', '354', 'state-funded', 'all', '41', '2021', '37.39', '\\N', 'revised', '7', '3'],
    ]);
  });
});

describe('context', () => {
  it('census: the row stops before free meals, and England is kept as England', () => {
    const { layout, found, tables } = figures(
      `\uFEFFURN,LA,Estab,SCHOOLTYPE,NOR,NORG,NORB,PNORG,PNORB,TSENELSE,PSENELSE,TSENELK,PSENELK,NUMEAL,NUMENGFL,NUMUNCFL,PNUMEAL,PNUMENGFL,PNUMUNCFL,NUMFSM,NUMFSMEVER,NORFSMEVER,PNUMFSMEVER
100000,201,3614,State-funded primary,277,128,149,46.21,53.79,8,2.89,57,20.58,165,111,1,59.60,40.1,0.4,62,56,238,23.53
100001,201,6005,Independent school,809,809,0,100.00,0.00,0,0.00,90,11.12,0,0,0,0.00,0,0,0
NAT,,PRI,State-funded primary,4655513,2284646,2370867,49.07,50.93,105756,2.27,606086,13.02,987252,3656272,11989,21.21,78.54,0.26,1075994,1117832,4383507,25.5
`,
      { year: 2021 },
    );
    expect(layout).toBe('census');
    expect(found).toEqual({
      100000: {
        roll: '277',
        ehc_percent: '2.89',
        sen_support_percent: '20.58',
        eal_percent: '59.60',
        fsm6_percent: '23.53',
      },
      100001: {
        roll: '809',
        ehc_percent: '0.00',
        sen_support_percent: '11.12',
        eal_percent: '0.00',
        fsm6_percent: '<SHORT>',
      },
    });
    expect(tables.area_observation?.map((row) => row.slice(0, 7))).toContainEqual([
      'England',
      'England',
      'primary',
      'all',
      '50',
      '2021',
      '4655513',
    ]);
  });

  it('census: ESTAB in another case, and no type of school, in 2017-18', () => {
    const { found } = figures(
      `URN,LA,ESTAB,NOR,NORG,NORB,PNORG,PNORB,TSENELSE,PSENELSE,TSENELK,PSENELK,NUMEAL,NUMENGFL,NUMUNCFL,PNUMEAL,PNUMENGFL,PNUMUNCFL,PNUMFSM,NUMFSMEVER,PNUMFSMEVER
100001,201,6005,732,732,0,100,0,0,0,0,0,0,0,0,0,0,0,0,NP,NP
`,
      { year: 2017 },
    );
    expect(found['100001']?.fsm6_percent).toBe('<NP>');
  });

  it('absence', () => {
    const { layout, found, tables } = figures(
      '\uFEFFLA,ESTAB,URN,PERCTOT,PPERSABS10\n202,2000,136807,4.3,11\n202,2841,100027,2.2,SUPP\nNAT,SEC,,5.5,13.7\n',
      { year: 2018 },
    );
    expect(layout).toBe('absence');
    expect(found).toEqual({
      136807: { overall_absence: '4.3', persistent_absence: '11' },
      100027: { overall_absence: '2.2', persistent_absence: '<SUPP>' },
    });
    expect(tables.area_observation?.map((row) => [row[2], row[6]])).toEqual([
      ['secondary', '5.5'],
      ['secondary', '13.7'],
    ]);
  });

  it('workforce: pounds, thousands, and runs of spaces in the header', () => {
    const { layout, found, tables } = figures(
      `LA Number,Establishment Number,URN,School Phase,Total Number of Teachers (Headcount),Total Number of Teaching Assistants (Headcount),"Total Number of Non Classroom-based School Support Staff, Excluding Auxiliary Staff (Headcount)",Total Number of Teachers (Full-Time Equivalent),Total Number of Teaching Assistants (Full-time Equivalent),"Total Number of Non Classroom-based School Support Staff, Excluding Auxiliary Staff (Full-Time Equivalent)",Pupil:     Teacher Ratio,Mean Gross FTE Salary of All Teachers (£s)
201,3614,100000,Primary,28,22,14,19.0,15.8,7.4,14.2,"£48,747"
210,2009,145888,Primary,2,2,2,2,2,1.6,12.0,SUPP
NAT,PRI,,,"260,096","274,954","91,158","231,728","178,546",61494.7,20.7,"£38,369"
`,
      { year: 2020 },
    );
    expect(layout).toBe('workforce');
    expect(found['100000']).toEqual({
      teachers_headcount: '28',
      teachers_fte: '19.0',
      assistants_fte: '15.8',
      pupil_teacher_ratio: '14.2',
      mean_teacher_salary: '48747',
    });
    expect(found['145888']?.mean_teacher_salary).toBe('<SUPP>');
    expect(tables.area_observation?.map((row) => row[6])).toEqual(['260096', '231728', '178546', '20.7', '38369']);
  });

  it('finance: the year ends in "Academic Year", and a row without a school is set aside', () => {
    const { layout, year, found, setAside } = figures(
      'URN,Income,Expenditure,Balance,Academic Year\r\n100000,2145540.94,2156764.59,-11223.65,2014\r\nnan,0,0,0,2014\r\n',
    );
    expect([layout, year]).toEqual(['maintained-finance', 2013]);
    expect(found).toEqual({
      100000: { income: '2145540.94', expenditure: '2156764.59', in_year_balance: '-11223.65' },
    });
    expect(setAside).toEqual([{ line: 3, field: 'URN', value: 'nan', reason: 'not a unique reference number' }]);
  });
});
