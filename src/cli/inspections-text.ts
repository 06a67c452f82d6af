import type { InspectionScheme } from '../schools/rules/facts.ts';
import {
  type GradedRecord,
  type InspectionRecord,
  ofScheme,
  type UngradedRecord,
  withoutGrades,
} from '../schools/rules/inspections/inspection-record.ts';
import { gradedFacts } from '../schools/rules/inspections/inspection-words.ts';
import { SCHEME_TITLES, scalesOf } from '../schools/rules/inspections/scheme-words.ts';
import type { SchoolRecord } from '../schools/rules/school-record.ts';
import { inheritedText } from './figures-text.ts';
import type { Footnotes } from './footnotes.ts';
import { paragraph, textTable } from './table.ts';

/** A school's inspections, each scheme of grading under its own heading; `heading` writes one. */
export function inspectionsText(
  { inspections, schemes, asAt }: Pick<SchoolRecord, 'inspections' | 'schemes' | 'asAt'>,
  notes: Footnotes,
  heading: (title: string) => string,
): string {
  if (inspections.length === 0) {
    const none = "None of the published files has an inspection of this school under this URN or a predecessor's.";
    return `${heading('Inspections')}\n${paragraph(none)}`;
  }
  const scheme = (of: InspectionScheme, text: string) => {
    const scales = scalesOf(of, schemes).map(({ scale, from, until }) =>
      paragraph(
        `Grades of inspections from ${from}${until === null ? '' : ` until ${until}`}, the weakest first: ${scale.join(', ')}.`,
      ),
    );
    return [heading(`Inspections: ${SCHEME_TITLES[of].toLowerCase()}`), ...scales, text].join('\n');
  };
  const cards = ofScheme(inspections, 'report card');
  const judged = ofScheme(inspections, 'judgements only');
  const graded = ofScheme(inspections, 'overall grade');
  const ungraded = withoutGrades(inspections);
  const later = inspections.some(({ inspectedOn }) => inspectedOn > asAt);
  return [
    ...(cards.length > 0 ? [scheme('report card', cards.map((one) => areasText(one, notes)).join('\n\n'))] : []),
    ...(judged.length > 0 ? [scheme('judgements only', judged.map((one) => areasText(one, notes)).join('\n\n'))] : []),
    ...(graded.length > 0
      ? [
          scheme(
            'overall grade',
            table('Overall grade', graded, ({ outcome }) => outcome, notes),
          ),
        ]
      : []),
    ...(ungraded.length > 0
      ? [
          `${heading('Ungraded and monitoring inspections')}\n${table('Outcome as published', ungraded, ungradedWords, notes)}`,
        ]
      : []),
    ...(later
      ? [paragraph(`Inspections after ${asAt}, the day of the register, do not count in need and plans.`)]
      : []),
    ...inheritedText(inspections),
  ].join('\n\n');
}

function ungradedWords({ kind, words }: UngradedRecord): string {
  return kind === 'monitoring' ? `Monitoring: ${words}` : words;
}

function table<One extends InspectionRecord>(
  title: string,
  inspections: readonly One[],
  words: (one: One) => string,
  notes: Footnotes,
): string {
  return textTable<One>(
    [
      { heading: 'Inspected', value: ({ inspectedOn }) => inspectedOn },
      {
        heading: title,
        value: (one) => `${words(one)}${one.inherited === undefined ? '' : ' *'} ${notes.mark([one.source])}`,
      },
    ],
    inspections,
  );
}

function areasText(one: GradedRecord, notes: Footnotes): string {
  const rows: [name: string, text: string][] = [
    ...one.judgements.map(({ area, grade }): [string, string] => [area, grade]),
    ...gradedFacts(one),
  ];
  const star = one.inherited === undefined ? '' : ' *';
  const areas = textTable(
    [
      { heading: `Inspected ${one.inspectedOn}${star} ${notes.mark([one.source])}`, value: ([name]) => name },
      { heading: 'As published', value: ([, text]) => text, fills: true },
    ],
    rows,
  );
  const check = one.scheme === 'report card' ? one.check : null;
  return check === null ? areas : `${areas}\n${paragraph(check.sentences.join(' '))}`;
}
