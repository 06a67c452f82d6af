import { MEASURES, type MeasureCode, type Unit } from '../../opendata/rules/measures.ts';
import { academicYear, factOf } from '../../schools/rules/facts.ts';
import { inheritedWords } from '../../schools/rules/inherited.ts';
import type { Pairing } from './pairing.ts';
import type { Leader, Need } from './sides.ts';
import type { Comparison } from './strength.ts';
import { journeySentence } from './travel/journey-words.ts';

/** What a head asks of a school's context first, in the order in which it is said. */
const CONTEXT: readonly { measure: MeasureCode; of: string }[] = [
  { measure: 'fsm6_percent', of: 'of pupils eligible for free school meals in the past six years' },
  { measure: 'eal_percent', of: 'with English as an additional language' },
];

/** Measures and years that the sentences of `pairReasons` read besides those at fault. */
const CONTEXT_YEAR = 2021;
export const CONTEXT_MEASURES = CONTEXT.map(({ measure }) => [measure, CONTEXT_YEAR] as const);

/** Why this pair, in sentences that both heads could read: distance, strength where it is needed, context, inspection. */
export function pairReasons(need: Need, leader: Leader, pairing: Pairing): string[] {
  return [
    journeySentence(pairing),
    ...strengthSentences(pairing.compared),
    ...contextSentence(need, leader),
    ...inspectionSentence(leader),
  ];
}

function strengthSentences(compared: readonly Comparison[]): string[] {
  if (compared.length === 0) return ['No published measure shows where it is stronger.'];
  const stronger = compared.filter((one) => one.stronger);
  const weaker = compared.filter((one) => !one.stronger);
  return [
    ...(stronger.length > 0 ? [`Stronger where help is needed: ${stronger.map(phrase).join('; ')}.`] : []),
    ...(weaker.length > 0 ? [`Not stronger on: ${weaker.map(phrase).join('; ')}.`] : []),
  ];
}

function phrase({ measure, year, leader, school, inherited }: Comparison): string {
  const label = lowerFirst(MEASURES[measure].label);
  const whose = inherited === undefined ? '' : `, inherited from ${inheritedWords(inherited)}`;
  return `${label} ${figure(leader, measure)} against ${figure(school, measure)} (${academicYear(year)}${whose})`;
}

function contextSentence(need: Need, leader: Leader): string[] {
  const parts = CONTEXT.flatMap(({ measure, of }) => {
    const [ours, theirs] = [leader, need].map(({ school }) => factOf(school, measure, CONTEXT_YEAR)?.value);
    return ours == null || theirs == null ? [] : [`${figure(ours, measure)} against ${figure(theirs, measure)} ${of}`];
  });
  return parts.length === 0 ? [] : [`Its pupils: ${parts.join('; ')} (${academicYear(CONTEXT_YEAR)}).`];
}

function inspectionSentence({ school }: Leader): string[] {
  const latest = school.inspections[0];
  return latest?.scheme !== 'overall grade'
    ? []
    : [`Judged ${latest.outcome.toLowerCase()} at its last graded inspection (${latest.inspectedOn.slice(0, 4)}).`];
}

const WRITTEN: Partial<Record<Unit, (text: string) => string>> = {
  percent: (text) => `${text}%`,
  pounds: (text) => `£${text}`,
};

/** A figure as its measure is written: 52.4 of a percentage with no decimals is "52%". */
export function figure(value: number, measure: MeasureCode): string {
  const { unit, decimals, better } = MEASURES[measure];
  const text = value.toFixed(decimals);
  const signed =
    unit === 'score' && better === 'higher' && measure.includes('progress') && value > 0 ? `+${text}` : text;
  return WRITTEN[unit]?.(signed) ?? signed;
}

/** Names that keep their capital in the middle of a sentence. */
const PROPER = /^(English|Progress 8|Attainment 8|A level)/;

function lowerFirst(text: string): string {
  return PROPER.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
