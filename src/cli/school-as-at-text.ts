import type { SchoolAsAt } from '../schools/rules/history/school-as-at.ts';
import { standingWords } from '../schools/rules/history/standing-words.ts';
import type { PublishedFile } from '../schools/rules/published-file.ts';
import { yearsOf } from '../schools/rules/school-record.ts';
import { SCHOOL_SECTIONS } from '../schools/rules/school-sections.ts';
import { figuresText } from './figures-text.ts';
import { Footnotes } from './footnotes.ts';
import { inspectionsText } from './inspections-text.ts';
import { styled } from './style.ts';
import { paragraph, textTable } from './table.ts';

/** A school as at a day for people, at most 100 columns wide, each fact with the number of its source. */
export function schoolAsAtText(
  school: SchoolAsAt,
  files: ReadonlyMap<number, Pick<PublishedFile, 'title' | 'stage'>>,
  { colour }: { colour: boolean },
): string {
  const bold = styled(colour);
  const notes = new Footnotes(files);
  const { name, urn, day, standing, firstKnownOn, figures } = school;
  const section = (title: string, text: string) => `${bold(title)}\n${text}`;
  const known = firstKnownOn > day ? ` First known on ${firstKnownOn}: no register held is of an earlier day.` : '';
  const parts = [
    `${paragraph(bold(`${name} (${urn}) as at ${day}`))}\n${paragraph(`${standingWords(standing, (iso) => iso)}.${known}`)}`,
    section('The school', factsText(school, notes)),
    ...SCHOOL_SECTIONS.flatMap(({ title, measures }) => {
      const years = yearsOf(figures, measures);
      return years.length === 0 ? [] : [section(title, figuresText(figures, measures, years, notes))];
    }),
    inspectionsText({ ...school, asAt: day }, notes, bold),
  ];
  // The list of sources is complete only when every other part is written.
  return [...parts, section('Sources', notes.list())].join('\n\n');
}

function factsText({ facts, head, headFirstKnownOn, groups, links }: SchoolAsAt, notes: Footnotes): string {
  const rows: [fact: string, text: string, day: string][] = [
    ...facts.map(({ label, told, firstKnownOn }) => toldRow(label, told, firstKnownOn, notes)),
    toldRow('Head as published', head, headFirstKnownOn, notes),
    ...groups.members.map(({ groupType, name, joinedOn, source }): [string, string, string] => {
      const since = joinedOn === null ? '' : ` since ${joinedOn}`;
      return [groupType, `${name}${since} ${notes.mark([source])}`, groups.asAt ?? ''];
    }),
    ...links.map(({ linkType, name, urn, establishedOn, source }): [string, string, string] => [
      linkType,
      `${name} (${urn}) ${notes.mark([source])}`,
      establishedOn ?? '',
    ]),
  ];
  return textTable(
    [
      { heading: 'Fact', value: ([fact]) => fact, most: 30 },
      { heading: 'As published', value: ([, text]) => text, fills: true },
      { heading: 'On', value: ([, , on]) => on },
    ],
    rows,
  );
}

function toldRow(
  label: string,
  told: SchoolAsAt['head'],
  firstKnownOn: string | null,
  notes: Footnotes,
): [string, string, string] {
  if (told !== null)
    return [label, `${told.value ?? 'not given in the register'} ${notes.mark([told.source])}`, told.asAt];
  return [label, firstKnownOn === null ? 'no file held tells this' : `first known on ${firstKnownOn}`, ''];
}
