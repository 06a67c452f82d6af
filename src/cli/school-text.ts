import { NEWEST_RESULTS } from '../opendata/rules/newest-results.ts';
import type { PublishedFile } from '../schools/rules/published-file.ts';
import { responsibleBody, type SchoolRecord, yearsOf } from '../schools/rules/school-record.ts';
import { SCHOOL_SECTIONS } from '../schools/rules/school-sections.ts';
import { figuresText } from './figures-text.ts';
import { Footnotes } from './footnotes.ts';
import { inspectionsText } from './inspections-text.ts';
import { styled } from './style.ts';
import { paragraph, textTable } from './table.ts';

const NOT_GIVEN = 'not given in the register';

/** Everything published about a school for people, at most 100 columns wide, each figure with the number of its source. */
export function schoolText(
  school: SchoolRecord,
  files: ReadonlyMap<number, Pick<PublishedFile, 'title' | 'stage'>>,
  { colour }: { colour: boolean },
): string {
  const bold = styled(colour);
  const notes = new Footnotes(files);
  const { name, urn, laName } = school.identity;
  const section = (title: string, text: string) => `${bold(title)}\n${text}`;
  const parts = [
    `${paragraph(bold(`${name} (${urn}), ${laName}`))}\n${paragraph(`Published data as at ${school.asAt}. ${NEWEST_RESULTS}`)}`,
    section('The school', identityText(school, notes)),
    ...SCHOOL_SECTIONS.flatMap(({ title, note, measures }) => {
      const years = yearsOf(school.facts, measures);
      if (years.length === 0) return [];
      const figures = figuresText(school.facts, measures, years, notes);
      return [section(title, note === undefined ? figures : `${paragraph(note)}\n${figures}`)];
    }),
    section('Neighbourhood of its postcode', deprivationText(school, notes)),
    inspectionsText(school, notes, bold),
  ];
  // The list of sources is complete only when every other part is written.
  return [...parts, section('Sources', notes.list())].join('\n\n');
}

function identityText(school: SchoolRecord, notes: Footnotes): string {
  const { identity: one, groups, links } = school;
  const register = notes.mark([one.source]);
  const rows: [name: string, text: string][] = [
    ['LAESTAB', one.laestab ?? NOT_GIVEN],
    ['Type', one.establishmentType],
    ['Phase', one.phase],
    ['Ages', one.lowAge === null || one.highAge === null ? NOT_GIVEN : `${one.lowAge} to ${one.highAge}`],
    ['Gender', one.gender ?? NOT_GIVEN],
    ['Religious character', one.religiousCharacter ?? NOT_GIVEN],
    ['Responsible body', responsibleBody(one, groups) ?? NOT_GIVEN],
    ['Head as published', [one.headName ?? NOT_GIVEN, one.headJobTitle].filter(Boolean).join(', ')],
    [
      'Status',
      [one.status, one.openDate && `opened ${one.openDate}`, one.closeDate && `closed ${one.closeDate}`]
        .filter(Boolean)
        .join(', '),
    ],
    ['Capacity', one.capacity === null ? NOT_GIVEN : one.capacity.toLocaleString('en-GB')],
    ['Address', one.address.length > 0 ? one.address.join(', ') : NOT_GIVEN],
    ['Telephone', one.telephone ?? NOT_GIVEN],
    ['Website', one.website ?? NOT_GIVEN],
    ...groups.map((group): [string, string] => {
      const since = group.joinedOn === null ? '' : ` since ${group.joinedOn}`;
      return [group.groupType, `${group.name}${since} ${notes.mark([group.source])}`];
    }),
    ...links.map((link): [string, string] => {
      const on = link.establishedOn === null ? '' : `, ${link.establishedOn}`;
      return [link.linkType, `${link.name} (${link.urn})${on} ${notes.mark([link.source])}`];
    }),
  ];
  return textTable(
    [
      { heading: 'Fact', value: ([fact]) => fact, most: 30 },
      { heading: `As published ${register}`, value: ([, text]) => text, fills: true },
    ],
    rows,
  );
}

function deprivationText({ deprivation }: SchoolRecord, notes: Footnotes): string {
  if (deprivation === null)
    return paragraph('The indices of deprivation have no record of its postcode, so this is not known.');
  const { idaciDecile, idaciScore, source } = deprivation;
  const share = idaciScore === null ? 'not known' : `${(idaciScore * 100).toFixed(1)}%`;
  const tenth = idaciDecile === null ? 'not known' : `${idaciDecile} of 10 (1 is the most deprived)`;
  return paragraph(
    `Children in income-deprived families: ${share}; tenth of England: ${tenth} ${notes.mark([source])}`,
  );
}
