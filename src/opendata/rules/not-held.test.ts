import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ImportError } from './import-error.ts';
import { NOT_HELD } from './not-held.ts';
import { heldContent } from './content.ts';
import { openFile } from './open-file.ts';

/** What a file is refused with. */
function refusal(text: string): ImportError {
  try {
    openFile(heldContent('a.csv', Buffer.from(text)), 2018);
  } catch (error) {
    if (error instanceof ImportError) return error;
  }
  throw new Error('The file was not refused');
}

describe('files that are known and not held', () => {
  it.each([
    ['trust results', 'CHAINID,UID,GROUP-TYPE,CHAINNAME,LEADRSC,SCHOOLS,SCHOOL-URNS'],
    ['trust results', 'TIME_PERIOD,TIME_IDENTIFIER,TRUST_GROUP_TYPE,TRUST_NAME,TRUST_UID,TRUST_ID,INSTITUTIONS_INMAT'],
    ['trust results', 'TIME_PERIOD,TIME_IDENTIFIER,TRUST_GROUP_TYPE,TRUST_NAME,TRUST_UID,TRUST_ID,INSTITUTIONS_INMAT'],
    [
      'absence by local authority',
      'Id,Abs_Persistent_Primary_LA_Current_Pct,Abs_Persistent_Primary_LA_Previous_Pct,Abs_Persistent_Primary_LA_Previous2_Pct,Abs_Persistent_Secondary_LA_Current_Pct,Abs_Persistent_Secondary_LA_Previous_Pct,Abs_Tot_Primary_LA_Current_Pct',
    ],
    ["the Department's similar schools", 'URN,NeighbourURN,Dist,Rank'],
    [
      "the Department's similar schools",
      'URN,PPPerc,Polar4QuintilePupils,PStability,PercentSchSupport,PercentEAL,ReadMatAverage,Ks1PriorRwmAverage',
    ],
    ["the Department's similar schools", 'URN,KS2MRP,PPPerc,PercentEAL,Polar4QuintilePupils,PStability,Att8Scr'],
    ['metadata of the performance tables', 'Column,Variable,Label,Type,Description'],
    [
      'metadata of the performance tables',
      'Field Number,Field Reference,Field Name,Values,Data Format,LA level field?,National level field?',
    ],
    ['metadata of the performance tables', 'Variable,Label,Type,Description'],
    ['metadata of the performance tables', 'Column,Field Name,Label/Description'],
    [
      'metadata of the performance tables',
      'Column,Metafile heading,Metafile description,Methodology changes,Null field for special schools,Null field for local authority records,Null field for National (all schools) records,Null field for National (maintained schools) records',
    ],
    [
      'metadata of the performance tables',
      'Metafile heading,Metafile description,Methodology changes,Null field for special schools,Null field for local authority records,Null field for National (all schools) records,Null field for National (maintained schools) records',
    ],
    ['codes of local authorities and regions', 'LEA,LA Name,REGION,REGION NAME'],
    ['metadata of the performance tables', 'Variable,Description,New variable?'],
    ['metadata of the performance tables', 'Column,Field Name,Description'],
    ['metadata of the performance tables', 'Variable,Label,Description'],
    [
      'deprivation by neighbourhood',
      'lsoa11_code,lsoa11_name,lad19_code,lad19_name,index_of_multiple_deprivation_imd_rank,income_rank',
    ],
    [
      'deprivation by neighbourhood',
      'LSOA code (2021),LSOA name (2021),Local Authority District code (2024),Local Authority District name (2024),Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOA',
    ],
    ['the register in six fields', 'urn,name,local_authority_name,phase_of_education,gender,status'],
    [
      'latest Ofsted grades with context',
      'unique_reference_number,authority_code,administrative_code,establishment_type_code,pupil_number,pupil_boys,percent_ehc_plan,rating',
    ],
    [
      'admissions and progress in long form',
      'urn,la_code,academic_year_start,phase_key,number_of_preferences,total_number_places_offered',
    ],
    ['key stage 4 by local authority', 'Id,Attainment8_Boy_LA_Current_Num,Attainment8_Tot_LA_Current_Num'],
    ['Soulbury pay points', 'point,2019-09-01,2020-09-01,2021-09-01 (derived),2024-09-01'],
  ])('%s', (name, header) => {
    const { recognisedAs, message, mend } = refusal(`${header}\n1,2,3\n`);
    expect(recognisedAs).toBe(name);
    expect(message).toMatch(`a.csv: recognised as ${name}: `);
    expect(message.endsWith(`${mend}.`)).toBe(true);
  });

  it('boundaries as TopoJSON', () => {
    expect(refusal('{"type":"Topology","arcs":[],"objects":{}}').recognisedAs).toBe('boundaries as TopoJSON');
  });

  it('stand in docs/datasets.md', () => {
    const page = readFileSync(new URL('../../../docs/datasets.md', import.meta.url), 'utf8').toLowerCase();
    for (const name of [...NOT_HELD.map((layout) => layout.name), 'boundaries as TopoJSON']) {
      expect(page).toContain(`| ${name.toLowerCase()} |`);
    }
  });
});
