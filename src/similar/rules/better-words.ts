import { academicYear } from '../../schools/rules/facts.ts';
import { figureText } from '../../schools/rules/figure-words.ts';
import type { BetterSchool, Standing } from './better-school.ts';
import type { BetterMeasure, DoingBetterPolicy, Lead } from './doing-better.ts';
import { featureText } from './likeness-words.ts';
import type { FeaturePair } from './neighbour.ts';

/** Where the school stands on a measure: "44% in 2017-18, higher than 12% of the schools of England that have a figure". */
export function standingWords({ measure, newest, place }: Standing): string {
  if (newest === null || place === null) return 'no figure is published for this school';
  const higher = Math.round(place * 100);
  return `${figureText(newest.value, measure.measure)} in ${academicYear(newest.year)}, higher than ${higher}% of the schools of England that have a figure`;
}

/** What a measure's rule asks, as a sentence. */
export function ruleWords({ similarShare, selectiveApart, lastYears, fewestYears, chance }: DoingBetterPolicy): string {
  const fraction = FRACTIONS.get(similarShare) ?? percent(similarShare);
  return `A school counts as similar when it is among the ${fraction} of England’s schools of its phase most like this one. Of the last ${lastYears} years that both schools have, the other must be ahead in ${fewestYears} or more, and the chance that its true average lead is above nought must be ${percent(chance)} or more. With few pupils a lead must be large to count.${selectiveApart ? APART : ''}`;
}

/** The years of both schools and the average lead: sentences that stand on their own. */
export function leadWords({ years, ahead, lead, interval }: Lead, { measure }: BetterMeasure): string {
  const figures = years
    .map(
      ({ year, own, other }) =>
        `${figureText(other, measure)} against ${figureText(own, measure)} in ${academicYear(year)}`,
    )
    .join('; ');
  const [low, high] = interval;
  return `Ahead in ${ahead} of ${years.length} years: ${figures}. On average ${points(lead, measure)} ahead; allowing for chance, between ${number(low, measure)} and ${points(high, measure)}.`;
}

/** What differs most, both values, or that little does: "Pupils on roll (210 there, 412 here); ...". */
export function differsWords(differs: readonly FeaturePair[]): string {
  if (differs.length === 0) return 'In what is compared the two are the same.';
  const parts = differs.map(({ figure, label, own, other }) => {
    return `${inSentence(label)} (${featureText(figure, other)} there, ${featureText(figure, own)} here)`;
  });
  return `They differ most in ${list(parts)}.`;
}

/** Whom to ask there, as published. */
export function askWords({ ask, name, laName }: Pick<BetterSchool, 'ask' | 'name' | 'laName'>): string {
  const { headName, headJobTitle, trustName } = ask;
  const through =
    trustName === null ? `, or through its local authority, ${laName}` : `, or through its trust, ${trustName}`;
  if (headName === null) return `The register names no head: ask for the head of ${name}${through}.`;
  return `Ask for ${headName}${headJobTitle === null ? '' : `, ${headJobTitle.toLowerCase()}`}${through}.`;
}

/** A label in the middle of a sentence: "pupils on roll", but "SEN support" and "Progress 8". */
export function inSentence(label: string): string {
  return /^[A-Z][a-z]+ \d|^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

const APART =
  ' A school that selects its pupils by ability is put forward only to schools that select too, unless it is asked for.';

const FRACTIONS: ReadonlyMap<number, string> = new Map([
  [0.1, 'tenth'],
  [0.2, 'fifth'],
  [0.25, 'quarter'],
]);

function points(value: number, measure: BetterMeasure['measure']): string {
  return isPercent(measure) ? `${number(value, measure)} percentage points` : `${number(value, measure)} points`;
}

// To a tenth, or as finely as the measure is published.
function number(value: number, measure: BetterMeasure['measure']): string {
  const decimals = measure === 'ks4_progress8' ? 2 : isPercent(measure) ? 0 : 1;
  return value.toFixed(decimals).replace('-', '−');
}

function isPercent(measure: BetterMeasure['measure']): boolean {
  return figureText(1, measure).endsWith('%');
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
