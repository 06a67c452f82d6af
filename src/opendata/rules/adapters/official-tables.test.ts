import { describe, expect, it } from 'vitest';
import { headerOf, typedFile } from '../../../../test/published-row.ts';
import { readPublished } from '../../../../test/published-text.ts';
import { heldContent } from '../content.ts';
import { measureCode } from '../measures.ts';
import { openFile } from '../open-file.ts';

// The headers are those of the Department's metadata or of the files themselves (that of the returns is cut, and for key stage 4
// in two places only names of columns were to be had); every row is typed by hand.

type Table = 'observation' | 'area_observation' | 'trust_observation';

/** Stored rows of a table in short: whom, measure, year and the value or the reason. */
function told(text: string, file: string, table: Table = 'observation'): string[] {
  const rows = readPublished(text, file).tables[table] ?? [];
  return rows.map((row) => {
    const [measure = '', year, value, missing] = row.slice(-7);
    const whom = row.slice(0, -7).join(' ');
    return `${whom} ${measureCode(Number(measure))} ${year} ${value === '\\N' ? missing : value}`;
  });
}

function opened(text: string, name = 'a.csv') {
  return openFile(heldContent(name, Buffer.from(text)), null);
}

describe('key stage 2 in the Department’s own layout', () => {
  const header = headerOf('ks2-tables-2018-2019');
  const text = typedFile(header, [
    {
      RECTYPE: '1',
      LEA: '821',
      URN: '109553',
      TELIG: '60',
      PTRWM_EXP: '52%',
      PTRWM_HIGH: 'SUPP',
      READPROG: '-1.3',
      READPROG_LOWER: '-2.8',
      READPROG_UPPER: '0.2',
      PTRWM_EXP_18: '55%',
      PTRWM_EXP_17: '49%',
      TFSM6CLA1A: '17',
      TNotFSM6CLA1A: '43',
      PTRWM_EXP_FSM6CLA1A: 'SUPP',
      PTRWM_EXP_NotFSM6CLA1A: '58%',
    },
    { RECTYPE: '3', LEA: '821', TELIG: '3021', PTRWM_EXP: '60%', PTRWM_EXP_FSM6CLA1A: '48%' },
    { RECTYPE: '4', PTRWM_EXP: '64%' },
    { RECTYPE: '5', PTRWM_EXP: '65%' },
  ]);

  it('has the year, its limits and the two years before it', () => {
    const rows = told(text, '2018-2019_england_ks2revised.csv');
    expect(rows).toContain('109553 ks2_rwm_expected 2018 52');
    expect(rows).toContain('109553 ks2_rwm_higher 2018 SUPP');
    expect(rows).toContain('109553 ks2_reading_progress_lower 2018 -2.8');
    expect(rows).toContain('109553 ks2_rwm_expected 2017 55');
    expect(rows).toContain('109553 ks2_rwm_expected 2016 49');
    expect(rows).toContain('109553 ks2_pupils_disadvantaged 2018 17');
    expect(rows).toContain('109553 ks2_pupils_other 2018 43');
    expect(rows).toContain('109553 ks2_rwm_expected_disadvantaged 2018 SUPP');
    expect(rows).toContain('109553 ks2_rwm_expected_other 2018 58');
  });

  it('tells authorities from England, and its schools from those that the state pays for', () => {
    expect(told(text, '2018-2019_england_ks2final.csv', 'area_observation')).toEqual([
      'authority 821 state-funded all ks2_pupils 2018 3021',
      'authority 821 state-funded all ks2_rwm_expected 2018 60',
      'authority 821 state-funded disadvantaged ks2_rwm_expected 2018 48',
      'England England all all ks2_rwm_expected 2018 64',
      'England England state-funded all ks2_rwm_expected 2018 65',
    ]);
  });

  it('is revised or final as its name says, and its first year is the earliest that it repeats', () => {
    expect(opened(text, '2018-2019_england_ks2revised.csv')).toMatchObject({
      stage: 'revised',
      year: 2018,
      firstYear: 2016,
    });
    expect(opened(text, '2018-2019_england_ks2final.csv').stage).toBe('final');
    expect(opened(text, '2018-2019 ks2.csv').stage).toBeNull();
  });
});

describe('key stage 4 in the Department’s own layout', () => {
  it.each([
    ['ks4-tables-2018-2019', 'LEA', 'ATT8SCR_18', 2018],
    ['ks4-tables-2021-2022', 'LEA', 'ATT8SCR_20', 2021],
  ])('%s', (name, authority, before, year) => {
    const text = typedFile(headerOf(name), [
      {
        RECTYPE: '1',
        URN: '109686',
        TPUP: '203',
        ATT8SCR: '48.4',
        P8MEA: 'LOWCOV',
        PTL2BASICS_95: '41%',
        [before]: '47',
        TFSM6CLA1A: '51',
        ATT8SCR_FSM6CLA1A: '36.4',
        P8MEA_FSM6CLA1A: '-0.61',
        [`TFSM6CLA1A_${before.slice(-2)}`]: '48',
      },
      { RECTYPE: '4', [authority]: '821', ATT8SCR: '45.1', ATT8SCR_FSM6CLA1A: '38.2' },
      { RECTYPE: '7', ATT8SCR: '46.5' },
    ]);
    const file = `${year}-${year + 1}_england_ks4final.csv`;
    expect(readPublished(text, file).layout).toBe('ks4-tables');
    const rows = told(text, file);
    expect(rows).toContain(`109686 ks4_progress8 ${year} LOWCOV`);
    expect(rows).toContain(`109686 ks4_english_maths_5 ${year} 41`);
    expect(rows).toContain(`109686 ks4_pupils_disadvantaged ${year} 51`);
    expect(rows).toContain(`109686 ks4_attainment8_disadvantaged ${year} 36.4`);
    expect(rows).toContain(`109686 ks4_progress8_disadvantaged ${year} -0.61`);
    expect(rows.filter((row) => /_disadvantaged .* 48$/.test(row))).toHaveLength(1);
    expect(told(text, file, 'area_observation')).toEqual([
      `authority 821 state-funded all ks4_attainment8 ${year} 45.1`,
      `authority 821 state-funded disadvantaged ks4_attainment8 ${year} 38.2`,
      `England England state-funded all ks4_attainment8 ${year} 46.5`,
    ]);
  });

  it('reads LA for LEA, grade C where there were no number grades, and _PREV for the years before', () => {
    const header = 'RECTYPE,LA,ESTAB,URN,TPUP,TFSM6CLA1A,ATT8SCR,P8MEA,P8CILOW,P8CIUPP';
    const old = typedFile(
      [...header.split(','), 'PTL2BASICS_LL_PTQ_EE'],
      [
        { RECTYPE: '1', URN: '109686', PTL2BASICS_LL_PTQ_EE: '63%' },
        { RECTYPE: '4', LA: '821', ATT8SCR: '48' },
      ],
    );
    expect(told(old, 'ks4-2015-2016.csv')).toContain('109686 ks4_english_maths_c 2015 63');
    expect(told(old, 'ks4-2015-2016.csv', 'area_observation')).toEqual([
      'authority 821 state-funded all ks4_attainment8 2015 48',
    ]);
    const newer = typedFile(
      [...header.split(','), 'ATT8SCR_PREV', 'P8MEA_PREV2'],
      [{ RECTYPE: '1', URN: '109686', P8MEA: 'NA', ATT8SCR_PREV: '44.9', P8MEA_PREV2: '0.11' }],
    );
    const rows = told(newer, 'england_ks4revised 2024-25.csv');
    expect(rows).toContain('109686 ks4_progress8 2024 NA');
    expect(rows).toContain('109686 ks4_attainment8 2023 44.9');
    expect(rows).toContain('109686 ks4_progress8 2022 0.11');
  });
});

describe('older layouts', () => {
  it('absence with 15 % for persistent, workforce under codes, destinations in education alone', () => {
    expect(
      told('LA,ESTAB,URN,PERCTOT,PPERSABS15\n201,3614,100000,3.5,1.7\nNAT,PRI,,4.0,2.1\n', 'abs-2013-2014.csv'),
    ).toEqual(['100000 overall_absence 2013 3.5', '100000 persistent_absence_15 2013 1.7']);
    const codes = 'LA,URN,NTEA,NTEAAS,NNONTEA,NFTETEA,NFTETEAAS,NFTENONTEA,RATPUPTEA,SALARY\n';
    expect(told(`${codes}201,100000,22,20,15,17.0,12.4,13.1,13.9,45479\n`, 'swf-2014-2015.csv')).toContain(
      '100000 mean_teacher_salary 2014 45479',
    );
    const header =
      'URN,COHORT,OVERALL,FEC,INDEP,OTHERFE,SSF,SFC,SPI,AP_PRU,SPECIAL,APPREN,HE,COMBO,KNOWN,UNKNOWN,OVERALLPER,FECPER,INDEPPER,OTHERFEPER,SSFPER,SFCPER,SPIPER,AP_PRUPER,SPECIALPER,APPRENPER,HEPER,COMBOPER,KNOWNPER,UNKNOWNPER';
    const text = typedFile(header.split(','), [
      { URN: '100049', COHORT: '200', OVERALLPER: '89%', APPRENPER: '2%', UNKNOWNPER: 'SUPP' },
    ]);
    expect(told(text, 'england_pupdest-2014-2015.csv')).toEqual([
      '100049 ks4_leavers 2012 200',
      '100049 ks4_to_education 2012 89',
      '100049 ks4_to_apprenticeship 2012 2',
      '100049 ks4_destination_unknown 2012 SUPP',
    ]);
  });
});

describe('returns of money', () => {
  it('of maintained schools and of academies, totals only', () => {
    const header = headerOf('maintained-returns');
    const text = typedFile(header, [
      {
        URN: '100000',
        'Total Income   I01 to I18': '1000',
        'Total Expenditure  E01 to E32': '1100',
        'In-year Balance   Total Income (I01 to I18) minus Total Expenditure (E01 to E32)': '-100',
        'Revenue Reserve   B01 plus B02 plus B06': '250',
      },
    ]);
    expect(told(text, 'cfr-2022-2023.csv')).toEqual([
      '100000 income 2022 1000',
      '100000 expenditure 2022 1100',
      '100000 in_year_balance 2022 -100',
      '100000 revenue_reserve 2022 250',
    ]);
    expect(
      told('URN,Academy UPIN,In year balance,Revenue Reserve,Total Income\n100001,7,-5,9,40\n', 'aar-2022-2023.csv'),
    ).toEqual(['100001 in_year_balance 2022 -5', '100001 revenue_reserve 2022 9', '100001 income 2022 40']);
  });
});

describe('“Explore education statistics”', () => {
  const KS2 =
    'time_period,time_identifier,geographic_level,country_code,country_name,version,school_urn,school_laestab,school_name,breakdown_topic,breakdown,subject,expected_standard_pupil_percent,higher_standard_pupil_percent,average_scaled_score,progress_measure_score,progress_measure_lower_conf_interval,progress_measure_upper_conf_interval';
  const row = { geographic_level: 'School', version: 'Revised', school_urn: '109553', breakdown: 'Total' };

  it('key stage 2 by school: a row a subject, several years, and the stage in a column', () => {
    const text = typedFile(KS2.split(','), [
      {
        ...row,
        time_period: '202425',
        subject: 'Reading, writing and maths',
        expected_standard_pupil_percent: '61',
        higher_standard_pupil_percent: 'c',
      },
      { ...row, time_period: '202223', subject: 'Maths', average_scaled_score: '103', progress_measure_score: '0.4' },
      { ...row, time_period: '202425', breakdown: 'Disadvantaged', subject: 'Maths', average_scaled_score: '99' },
    ]);
    const rows = told(text, 'a.csv');
    expect(rows.slice(0, 2)).toEqual(['109553 ks2_rwm_expected 2024 61', '109553 ks2_rwm_higher 2024 c']);
    expect(rows).toContain('109553 ks2_maths_score 2022 103');
    expect(rows).not.toContain('109553 ks2_maths_score 2024 99');
    expect(opened(text)).toMatchObject({
      stage: 'revised',
      year: 2024,
      firstYear: 2022,
    });
  });

  it('key stage 2 by authority, and of pupils who are disadvantaged', () => {
    const header =
      'time_period,time_identifier,geographic_level,country_code,country_name,old_la_code,new_la_code,la_name,version,establishment_type_group,breakdown_topic,breakdown,subject,expected_standard_pupil_percent,higher_standard_pupil_percent,average_scaled_score,progress_measure_score,progress_measure_lower_conf_interval,progress_measure_upper_conf_interval';
    const area = {
      time_period: '202425',
      geographic_level: 'Local authority',
      old_la_code: '821',
      establishment_type_group: 'All state funded',
      subject: 'Reading, writing and maths',
    };
    const text = typedFile(header.split(','), [
      {
        ...area,
        breakdown_topic: 'All pupils',
        breakdown: 'Total',
        expected_standard_pupil_percent: '59',
        higher_standard_pupil_percent: '7',
      },
      {
        ...area,
        breakdown_topic: 'Disadvantaged status',
        breakdown: 'Disadvantaged',
        expected_standard_pupil_percent: '47',
        higher_standard_pupil_percent: 'x',
      },
      { ...area, breakdown_topic: 'Sex', breakdown: 'Boys', expected_standard_pupil_percent: '56' },
    ]);
    expect(told(text, 'a.csv', 'area_observation')).toEqual([
      'authority 821 state-funded all ks2_rwm_expected 2024 59',
      'authority 821 state-funded all ks2_rwm_higher 2024 7',
      'authority 821 state-funded disadvantaged ks2_rwm_expected 2024 47',
      'authority 821 state-funded disadvantaged ks2_rwm_higher 2024 x',
    ]);
  });

  it('key stage 4 by school under the names of 2024-25 and of 2023-24', () => {
    const common = 'time_period,version,school_urn,breakdown_topic,breakdown';
    const total = { school_urn: '109686', breakdown_topic: 'Total', breakdown: 'Total' };
    const newer = typedFile(
      `${common},pupil_count,attainment8_average,progress8_average,progress8_lower_95_ci,progress8_upper_95_ci,engmath_95_percent,engmath_94_percent,ebacc_entering_percent,ebacc_aps_average`.split(
        ',',
      ),
      [{ ...total, time_period: '202425', attainment8_average: '45.9', progress8_average: 'z' }],
    );
    expect(told(newer, 'a.csv')).toContain('109686 ks4_attainment8 2024 45.9');
    expect(told(newer, 'a.csv')).toContain('109686 ks4_progress8 2024 z');
    const older = typedFile(
      `${common},t_pupils,avg_att8,avg_p8score,p8score_ci_low,p8score_ci_upp,pt_l2basics_95,pt_l2basics_94,pt_ebacc_e_ptq_ee,avg_ebaccaps`.split(
        ',',
      ),
      [{ ...total, time_period: '202324', avg_att8: '46.1', avg_p8score: '0.02', version: 'Final' }],
    );
    expect(told(older, 'a.csv')).toContain('109686 ks4_progress8 2023 0.02');
    expect(opened(older).stage).toBe('final');
  });

  it('admissions by school, of two years of entry', () => {
    const header =
      'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,school_phase,school_laestab_as_used,number_preferences_la,school_name,total_number_places_offered,number_preferred_offers,number_1st_preference_offers,number_2nd_preference_offers,number_3rd_preference_offers,times_put_as_any_preferred_school,times_put_as_1st_preference,times_put_as_2nd_preference,times_put_as_3rd_preference,proportion_1stprefs_v_1stprefoffers,proportion_1stprefs_v_totaloffers,all_applications_from_another_LA,offers_to_applicants_from_another_LA,establishment_type,denomination,FSM_eligible_percent,admissions_policy,urban_rural,allthrough_school,parliamentary_constituency_code,parliamentary_constituency_name,school_urn,entry_year';
    const text = typedFile(header.split(','), [
      {
        time_period: '202526',
        school_phase: 'Primary',
        school_urn: '109553',
        total_number_places_offered: '60',
        times_put_as_any_preferred_school: '95',
      },
      { time_period: '202425', school_phase: 'Secondary', school_urn: '109686', total_number_places_offered: '210' },
    ]);
    expect(told(text, 'a.csv')).toEqual([
      '109553 reception_places_offered 2025 60',
      '109553 reception_applications 2025 95',
      '109686 year7_places_offered 2024 210',
    ]);
  });
});
