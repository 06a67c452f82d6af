import type { SchoolRecord } from '../../src/schools/rules/school-record.ts';
import { overallGrade } from './inspections.ts';
import { schoolWith } from './school-facts.ts';

/** Everything published about a made-up school: a predecessor, one inspection, and the figures given. */
export function schoolRecord(
  figures: Parameters<typeof schoolWith>[0] = {},
  identity: Partial<SchoolRecord['identity']> = {},
): SchoolRecord {
  return {
    identity: {
      urn: 100_001,
      laestab: '821/2005',
      name: 'Elm School',
      laCode: 821,
      laName: 'Luton',
      phase: 'Primary',
      establishmentType: 'Community school',
      typeGroup: 'Local authority maintained schools',
      mainstream: true,
      status: 'Open',
      openDate: null,
      closeDate: null,
      lowAge: 4,
      highAge: 11,
      gender: 'Mixed',
      religiousCharacter: null,
      address: ['1 Elm Road', 'Luton', 'LU1 1AA'],
      website: null,
      telephone: null,
      headName: 'Ms A Head',
      headJobTitle: 'Headteacher',
      capacity: 420,
      source: { importId: 3, line: 12 },
      ...identity,
    },
    groups: [],
    links: [
      {
        urn: 100_900,
        name: 'Old Elm School',
        linkType: 'Predecessor',
        direction: 'predecessor',
        establishedOn: null,
        source: { importId: 3, line: 40 },
        known: true,
      },
    ],
    ancestors: [],
    deprivation: null,
    inspections: [overallGrade('2019-05-02', 'Good')],
    schemes: [],
    facts: schoolWith(figures).facts,
    asAt: '2022-07-06',
  };
}
