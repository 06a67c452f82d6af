import { describe, expect, it } from 'vitest';
import { readPublished } from '../../../../test/published-text.ts';
import { measureCode } from '../measures.ts';

// Excerpts of the published files, header and rows as they stand there.

/** Figures of the file's own year by school and measure: the value, or the reason in angle brackets. */
function figures(text: string, file: string) {
  const published = readPublished(text, file);
  const found: Record<string, Record<string, string>> = {};
  for (const [urn = '', measure, year, value, missing] of published.tables.observation ?? []) {
    if (year !== String(published.year)) continue;
    found[urn] = { ...found[urn], [measureCode(Number(measure))]: value === '\\N' ? `<${missing}>` : (value ?? '') };
  }
  return { ...published, found };
}

describe('destinations after key stage 4', () => {
  it('are of the pupils who finished two years before, of schools, authorities and England', () => {
    const { layout, year, found, tables } = figures(
      `\uFEFFRECTYPE,LEA,ESTAB,URN,ICLOSE,SCHNAME,NFTYPE,COHORT,OVERALL_DEST,APPREN,EMPLOYMENT,EDUCATION,FE,SCH_6TH,SIXTH_COL,OTHER_EDU,NOT_SUSTAINED,UNKNOWN,OVERALL_DESTPER,APPRENPER,EMPLOYMENTPER,EDUCATIONPER,FEPER,SCH_6THPER,SIXTH_COLPER,OTHER_EDUPER,NOT_SUSTAINEDPER,UNKNOWNPER,COHORT_DIS,OVERALL_DEST_DIS,APPREN_DIS,EMPLOYMENT_DIS,EDUCATION_DIS,FE_DIS,SCH_6TH_DIS,SIXTH_COL_DIS,OTHER_EDU_DIS,NOT_SUSTAINED_DIS,UNKNOWN_DIS,OVERALL_DESTPER_DIS,APPRENPER_DIS,EMPLOYMENTPER_DIS,EDUCATIONPER_DIS,FEPER_DIS,SCH_6THPER_DIS,SIXTH_COLPER_DIS,OTHER_EDUPER_DIS,NOT_SUSTAINEDPER_DIS,UNKNOWNPER_DIS,COHORT_NONDIS,OVERALL_DEST_NONDIS,APPREN_NONDIS,EMPLOYMENT_NONDIS,EDUCATION_NONDIS,FE_NONDIS,SCH_6TH_NONDIS,SIXTH_COL_NONDIS,OTHER_EDU_NONDIS,NOT_SUSTAINED_NONDIS,UNKNOWN_NONDIS,OVERALL_DESTPER_NONDIS,APPRENPER_NONDIS,EMPLOYMENTPER_NONDIS,EDUCATIONPER_NONDIS,FEPER_NONDIS,SCH_6THPER_NONDIS,SIXTH_COLPER_NONDIS,OTHER_EDUPER_NONDIS,NOT_SUSTAINEDPER_NONDIS,UNKNOWNPER_NONDIS,COHORT_20,OVERALL_DESTPER_20,COHORT_DIS_20,OVERALL_DESTPER_DIS_20,COHORT_NONDIS_20,OVERALL_DESTPER_NONDIS_20,COHORT_19,OVERALL_DESTPER_19,COHORT_DIS_19,OVERALL_DESTPER_DIS_19,COHORT_NONDIS_19,OVERALL_DESTPER_NONDIS_19
2,371,7002,106818,0,Doncaster School for the Deaf,NMSS,5,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,3,SUPP,SUPP,SUPP,SUPP,SUPP,6,100%,SUPP,SUPP,SUPP,SUPP
1,371,4040,137899,0,Hungerhill School,ACC,230,225,13,6,206,61,56,88,1,4,1,98%,6%,3%,90%,27%,24%,38%,SP,2%,SP,42,39,0,0,39,23,SUPP,10,SUPP,SUPP,SUPP,93%,0%,0%,93%,55%,SUPP,24%,SUPP,SUPP,SUPP,188,186,13,6,167,38,SUPP,78,SUPP,SUPP,SUPP,99%,7%,3%,89%,20%,SUPP,41%,SUPP,SUPP,SUPP,221,95%,35,86%,186,96%,221,98%,27,100%,194,97%
LA,371,,,,,,3060,2804,92,128,2584,1030,956,535,63,209,47,92%,3%,4%,84%,34%,31%,18%,2%,7%,2%,945,810,10,45,750,435,200,85,30,115,25,85%,1%,5%,79%,46%,21%,9%,3%,12%,3%,2115,1995,80,80,1835,595,755,450,35,95,25,95%,4%,4%,87%,28%,36%,21%,2%,4%,1%,3006,92%,920,85%,2085,95%,2909,93%,880,86%,2025,96%
NAT,,,,,,,562393,528830,13431,13164,502235,202170,215483,73119,11463,27167,6396,94%,2%,2%,89%,36%,38%,13%,2%,5%,1%,146424,129587,2277,4395,122915,65594,37239,15384,4698,14256,2581,89%,2%,3%,84%,45%,25%,11%,3%,10%,2%,415969,399243,11154,8769,379320,136576,178244,57735,6765,12911,3815,96%,3%,2%,91%,33%,43%,14%,2%,3%,1%,543029,94%,144025,88%,399004,96%,524062,94%,141371,88%,382691,96%
`,
      'ks4-destinations-2021-2022.csv',
    );
    expect([layout, year]).toEqual(['ks4-destinations', 2019]);
    expect(
      tables.area_observation
        ?.filter((row) => row[4] === '31' && row[5] === '2019')
        .map((row) => [...row.slice(0, 4), row[6]]),
    ).toEqual([
      ['authority', '371', 'state-funded', 'all', '92'],
      ['authority', '371', 'state-funded', 'disadvantaged', '85'],
      ['authority', '371', 'state-funded', 'other', '95'],
      ['England', 'England', 'state-funded', 'all', '94'],
      ['England', 'England', 'state-funded', 'disadvantaged', '89'],
      ['England', 'England', 'state-funded', 'other', '96'],
    ]);
    expect(found['137899']).toEqual({
      ks4_leavers: '230',
      ks4_stayed: '98',
      ks4_to_education: '90',
      ks4_to_apprenticeship: '6',
      ks4_to_employment: '3',
      ks4_not_stayed: '2',
      ks4_destination_unknown: '<SP>',
      ks4_leavers_disadvantaged: '42',
      ks4_leavers_other: '188',
      ks4_stayed_disadvantaged: '93',
      ks4_stayed_other: '99',
    });
    expect(found['106818']).toMatchObject({
      ks4_leavers: '5',
      ks4_stayed: '<SUPP>',
      ks4_leavers_disadvantaged: '<SUPP>',
      ks4_stayed_disadvantaged: '<SUPP>',
    });
    const ofYear = (year: string) =>
      tables.observation
        ?.filter((row) => row[0] === '137899' && row[2] === year)
        .map((row) => `${measureCode(Number(row[1]))} ${row[3]}`);
    expect(ofYear('2018')).toEqual([
      'ks4_leavers 221',
      'ks4_stayed 95',
      'ks4_leavers_disadvantaged 35',
      'ks4_leavers_other 186',
      'ks4_stayed_disadvantaged 86',
      'ks4_stayed_other 96',
    ]);
    expect(ofYear('2017')).toContain('ks4_stayed_disadvantaged 100');
    expect(
      tables.area_observation?.find((row) => row[1] === 'England' && row[4] === '31' && row[5] === '2017')?.[6],
    ).toBe('94');
  });
});

describe('money', () => {
  it('for each pupil in 2010-11, suppressed for a few schools', () => {
    const { layout, year, found } = figures(
      `URN,LANUMBER,LONDON/NON-LONDON,MEDIAN,PUPILS,FSM,FSMBAND,GRANTFUNDING,SELFGENINCOME,TOTALINCOME,TEACHINGSTAFF,SUPPLYTEACHERS,EDUCATIONSUPPORTSTAFF,PREMISES,BACKOFFICE,CATERING,OTHERSTAFF,ENERGY,LEARNINGRESOURCES,ICT,BOUGHTIN,OTHER,TOTALEXPENDITURE,ATTAINMENTKS2,ATTAINMENTKS4
100008,202,London,Primary,432,45.8,HIGH,5952,92,6044,2630,308,1148,457,337,214,186,77,179,92,329,86,6042,78%,
102793,316,,,SUPP,SUPP,,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP,SUPP
`,
      'cfr-2010-2011.csv',
    );
    expect([layout, year]).toEqual(['cfr', 2010]);
    expect(found['100008']).toMatchObject({
      grant_per_pupil: '5952',
      income_per_pupil: '6044',
      teaching_per_pupil: '2630',
      expenditure_per_pupil: '6042',
    });
    expect(Object.keys(found['100008'] ?? {})).toHaveLength(16);
    expect(new Set(Object.values(found['102793'] ?? {}))).toEqual(new Set(['<SUPP>']));
  });

  it('for buildings and equipment in 2025-26', () => {
    const { layout, found } = figures(
      `urn,laestab,local_authority_name,school_name,dfc,weighted_pupils,va_status,sca_condition_band,sca_location_factor,sca_pfi_status,sca_funding_floor_applies,sca_responsible_body,responsible_body_type
100005,2021048,Camden,Thomas Coram Centre,4864.0,76.8,,E (CDC2),1.26,,Y,202 LA Maintained,LA Maintained
`,
      'school-capital-2025-2026.csv',
    );
    expect(layout).toBe('school-capital');
    expect(found).toEqual({ 100005: { capital_allocation: '4864.0' } });
  });
});

describe('the samples of 2024-25', () => {
  it('absence: three years, the newest first', () => {
    const { layout, year, found, tables } = figures(
      `Id,LAId,LAName,RegionId,RegionName,Abs_Persistent_Est_Current_Pct,Abs_Persistent_Est_Previous_Pct,Abs_Persistent_Est_Previous2_Pct,Abs_Tot_Est_Current_Pct,Abs_Tot_Est_Previous_Pct,Abs_Tot_Est_Previous2_Pct,Auth_Tot_Est_Current_Pct,UnAuth_Tot_Est_Current_Pct
100049,202,Camden,H,London,39.81358,33.05687,30.85234,11.01841,10.13553,9.34168,4.41415,6.60426
`,
      'absence-sample-2024-2025.csv',
    );
    expect([layout, year]).toEqual(['absence-sample', 2024]);
    expect(found['100049']).toEqual({
      overall_absence: '11.01841',
      persistent_absence: '39.81358',
      authorised_absence: '4.41415',
      unauthorised_absence: '6.60426',
    });
    expect(tables.observation?.filter((row) => row[1] === '60').map((row) => [row[2], row[3]])).toEqual([
      ['2024', '11.01841'],
      ['2023', '10.13553'],
      ['2022', '9.34168'],
    ]);
  });

  it('workforce: x and u are reasons', () => {
    const { layout, found } = figures(
      `Id,LAId,LAName,RegionId,RegionName,Workforce_PupTeaRatio_Est_Current_Num,Workforce_TotPupils_Est_Current_Num
100049,202,Camden,H,London,13.5,909
123627,894,Telford and Wrekin,F,West Midlands,x,1633
140008,839,"Bournemouth, Christchurch and Poole",K,South West,u,891
`,
      'workforce-sample-2024-2025.csv',
    );
    expect(layout).toBe('workforce-sample');
    expect(found).toEqual({
      100049: { pupil_teacher_ratio: '13.5' },
      123627: { pupil_teacher_ratio: '<x>' },
      140008: { pupil_teacher_ratio: '<u>' },
    });
  });
});
