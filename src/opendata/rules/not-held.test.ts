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
    ["the Department's similar schools", 'URN,NeighbourURN,Dist,Rank'],
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
    ['the register in six fields', 'urn,name,local_authority_name,phase_of_education,gender,status'],
    [
      'latest Ofsted grades with context',
      'unique_reference_number,authority_code,administrative_code,establishment_type_code,pupil_number,pupil_boys,percent_ehc_plan,rating',
    ],
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
