import { ANSWER_STATES } from '../need/rules/eligibility/answer.ts';
import type { Comparison } from '../need/rules/eligibility/comparison.ts';
import { dayText } from '../schools/rules/figure-words.ts';
import type { AreaDefinitionAnswer, DefinitionAnswer } from './definition-answer.ts';
import { styled } from './style.ts';
import { type Column, paragraph, textTable } from './table.ts';

interface Look {
  colour: boolean;
}

const COMPARED: readonly Column<Comparison>[] = [
  { heading: 'Schools', value: ({ of }) => of },
  { heading: 'On', value: ({ published }) => published.on },
  { heading: 'Publ.', value: ({ published }) => number(published.schools), align: 'right' },
  { heading: 'Ours', value: ({ ours }) => (ours === null ? '?' : number(ours)), align: 'right' },
  { heading: 'Inherited', value: ({ inherited }) => number(inherited), align: 'right' },
  { heading: 'Diff.', value: ({ difference }) => signed(difference), align: 'right' },
  { heading: 'Of', value: ({ told }) => number(told), align: 'right' },
  { heading: 'Not told', value: ({ cannotBeTold }) => number(cannotBeTold), align: 'right' },
  { heading: 'Left out', value: ({ leftOut }) => number(leftOut), align: 'right' },
];

type Counts = DefinitionAnswer['parts'][number]['counts'];

const numbers = ANSWER_STATES.map((state) => ({
  heading: heading(state),
  value: ({ counts }: { counts: Counts }) => number(counts[state]),
  align: 'right' as const,
}));

/** A definition's counts over England for people, at most 100 columns wide: who meets it, and why others cannot be told or are left out. */
export function definitionText(told: DefinitionAnswer, { colour }: Look): string {
  const bold = styled(colour);
  return [
    ...opening(told, bold),
    textTable([{ heading: 'Schools', value: ({ name }) => name, fills: true }, ...numbers], told.parts),
    ...told.parts.flatMap(({ name, reasons }) =>
      reasons.length === 0 ? [] : [`${bold(`${name}: why not told, or left out`)}\n${reasonsTable(reasons)}`],
    ),
    `${bold('By area: schools that meet it')}\n${areasTable(told)}`,
  ].join('\n\n');
}

/** A definition's published counts beside ours for people, with where the others are and why the two differ. */
export function comparisonText(told: DefinitionAnswer, { colour }: Look): string {
  const bold = styled(colour);
  if (told.comparisons.length === 0)
    return [...opening(told, bold), paragraph('No count was published that is known here.')].join('\n\n');
  const table = textTable(COMPARED, told.comparisons);
  const explained = told.comparisons.map((one) =>
    [
      bold(`${one.of}, ${dayText(one.published.on)}`),
      paragraph(one.published.difference),
      paragraph(`Published: ${one.published.source}`),
      ...(one.reasons.length === 0 ? [] : [reasonsTable(one.reasons)]),
    ].join('\n'),
  );
  return [...opening(told, bold), table, ...explained].join('\n\n');
}

/** Every definition of which a count was published, each published count beside ours in one table. */
export function comparisonsText(all: readonly DefinitionAnswer[], { colour }: Look): string {
  const rows = all.flatMap(({ definition, comparisons }) => comparisons.map((one) => ({ id: definition.id, ...one })));
  return [
    paragraph(styled(colour)('Published counts beside ours')),
    textTable([{ heading: 'Definition', value: ({ id }) => id }, ...COMPARED], rows),
  ].join('\n\n');
}

/** An area's schools under a definition for people: those that meet it first. */
export function areaDefinitionText(told: AreaDefinitionAnswer, { colour }: Look): string {
  const bold = styled(colour);
  const counted = ANSWER_STATES.map((state) => `${number(told.counts[state])} ${state}`).join(', ');
  const schools = told.schools.toSorted((a, b) => ANSWER_STATES.indexOf(a.state) - ANSWER_STATES.indexOf(b.state));
  return [
    paragraph(bold(`${told.area.name}: ${told.definition.title}`)),
    paragraph(`${schools.length} schools judged: ${counted}.`),
    textTable(
      [
        { heading: 'Answer', value: ({ state }) => state },
        { heading: 'School', value: ({ name, urn }) => `${name} (${urn})`, most: 32 },
        { heading: 'Why', value: ({ sentence }) => sentence, fills: true },
      ],
      schools,
    ),
    paragraph(`What follows from meeting it: ${told.follows}`),
  ].join('\n\n');
}

function opening({ definition, follows, asAt }: DefinitionAnswer, bold: (text: string) => string): string[] {
  const until = definition.validTo === null ? 'with no end set' : `until ${dayText(definition.validTo)}`;
  return [
    paragraph(bold(definition.title)),
    [
      paragraph(`In force from ${dayText(definition.validFrom)}, ${until} (policies/need/${definition.id}.json).`),
      paragraph(`What follows from meeting it: ${follows}`),
      paragraph(`Published data; register, and inspections where it asks about them, as at ${dayText(asAt)}.`),
    ].join('\n'),
  ];
}

function reasonsTable(reasons: Comparison['reasons']): string {
  return textTable(
    [
      { heading: 'Answer', value: ({ state }) => state },
      { heading: 'Why', value: ({ reason }) => reason, fills: true },
      { heading: 'Schools', value: ({ schools }) => number(schools), align: 'right' },
      {
        heading: 'Of them below',
        value: ({ wouldMeet }) => (wouldMeet === null ? '' : number(wouldMeet)),
        align: 'right',
      },
    ],
    reasons,
  );
}

function areasTable({ parts }: DefinitionAnswer): string {
  const names = new Map(
    parts.flatMap(({ areas }) => areas.map(({ laCode, laName }): [number | null, string] => [laCode, laName])),
  );
  return textTable(
    [
      { heading: 'Area', value: ([, name]) => name, fills: true },
      ...parts.flatMap((part) => [
        {
          heading: part.name,
          value: ([code]: [number | null, string]) => number(countsIn(part, code)?.meets ?? 0),
          align: 'right' as const,
        },
        {
          heading: 'of',
          value: ([code]: [number | null, string]) => {
            const counts = countsIn(part, code);
            return number((counts?.meets ?? 0) + (counts?.['does not meet'] ?? 0));
          },
          align: 'right' as const,
        },
      ]),
    ],
    [...names].toSorted(([, a], [, b]) => a.localeCompare(b)),
  );
}

function countsIn({ areas }: DefinitionAnswer['parts'][number], code: number | null): Counts | undefined {
  return areas.find(({ laCode }) => laCode === code)?.counts;
}

function heading(state: string): string {
  return state.charAt(0).toUpperCase() + state.slice(1);
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}

function signed(count: number | null): string {
  return count === null ? '' : count > 0 ? `+${number(count)}` : number(count);
}
