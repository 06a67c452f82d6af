import type { HeadshipChanges } from '../schools/queries/headship-changes.ts';
import type { HeadshipChange } from '../schools/rules/headship/headship-change.ts';
import type { NamedArea } from '../schools/rules/area-named.ts';
import { beganWords, beginningWords, endedWords, headWords } from '../schools/rules/headship/headship-words.ts';
import type { SchoolHeadships } from '../schools/rules/headship/school-headships.ts';
import type { Turnover } from '../schools/rules/headship/turnover.ts';
import type { PublishedFile } from '../schools/rules/published-file.ts';
import { Footnotes } from './footnotes.ts';
import { styled } from './style.ts';
import { paragraph, textTable } from './table.ts';

/** Who headed a school for people, at most 100 columns wide, each headship with the numbers of its sources. */
export function headshipsText(
  name: string | null,
  { urn, days, headships, turnover }: SchoolHeadships,
  files: ReadonlyMap<number, Pick<PublishedFile, 'title' | 'stage' | 'asAt'>>,
  { colour }: { colour: boolean },
): string {
  const bold = styled(colour);
  const heading = paragraph(bold(`${name ?? 'School'} (${urn}): headteachers`));
  if (headships.length === 0) {
    return [heading, paragraph('None of the published files held here names a head of this school.')].join('\n\n');
  }
  // The same file is as at another day each time, which its title does not say.
  const dated = new Map([...files].map(([id, file]) => [id, { ...file, title: `${file.title}, as at ${file.asAt}` }]));
  const notes = new Footnotes(dated);
  const list = headships.map((headship) =>
    [
      paragraph(`${bold(headWords(headship))} ${notes.mark(headship.sources)}`),
      paragraph(`Began ${beganWords(headship, plain)}; ${endOf(endedWords(headship, plain))}.`, '  '),
      paragraph(
        `${beginningWords(headship)}${headship.inheritedFrom === null ? '' : ` Under the school's earlier number, ${headship.inheritedFrom}.`}`,
        '  ',
      ),
    ].join('\n'),
  );
  const extracts =
    days.length === 1
      ? 'From one dated file: a change shows only when a second one is loaded.'
      : `From ${days.length} dated files, ${days[0]} to ${days.at(-1)}. ${countsText(turnover)}`;
  return [
    heading,
    ...list,
    paragraph(`${extracts} People are told apart by name alone.`),
    `${bold('Sources')}\n${notes.list()}`,
  ].join('\n\n');
}

/** Where heads changed for people, at most 100 columns wide. */
export function headshipChangesText(
  area: NamedArea | null,
  { from, to, schools, turnover, changes }: HeadshipChanges,
  { colour }: { colour: boolean },
): string {
  const bold = styled(colour);
  const where = area === null ? 'England' : area.name;
  const table = textTable<HeadshipChange>(
    [
      { heading: 'School', value: ({ urn, schoolName }) => `${schoolName ?? 'School'} (${urn})`, most: 30 },
      { heading: 'After', value: ({ notBefore }) => notBefore },
      { heading: 'By', value: ({ notAfter }) => notAfter },
      { heading: 'Change', value: (change) => change.class },
      { heading: 'Heads', value: headsText, fills: true },
    ],
    changes,
  );
  return [
    paragraph(bold(`${where}: changes of head that extracts after ${from} and up to ${to} show`)),
    paragraph(`${schools} schools of which two extracts tell. ${turnoverText(turnover)}`),
    ...(changes.length > 0 ? [table] : []),
  ].join('\n\n');
}

function plain(iso: string): string {
  return iso;
}

function headsText({ left, came, first }: HeadshipChange): string {
  const names = `${left.join(' and ') || 'nobody'}, then ${came.join(' and ') || 'nobody in that place'}`;
  return first?.answer === 'not seen before' ? `${names} (not seen as a head before)` : names;
}

function turnoverText(turnover: Turnover): string {
  const { perHundredSchoolYears, schoolYears } = turnover;
  if (perHundredSchoolYears === null) return countsText(turnover);
  return `${countsText(turnover)} Certain and likely ones are ${perHundredSchoolYears} in a hundred school years (${schoolYears} observed).`;
}

function countsText({ certain, likely, unclear }: Turnover): string {
  return `Changes: ${certain} certain, ${likely} likely, ${unclear} unclear.`;
}

function endOf(words: string): string {
  return words.startsWith('still') ? words : `ended ${words}`;
}
