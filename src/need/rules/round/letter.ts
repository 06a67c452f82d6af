import { dayText } from '../../../schools/rules/figure-words.ts';
import type { IndicatorResult } from '../assessment.ts';
import { daysFor } from '../category.ts';
import { ENTERED_CODES } from '../entry.ts';
import type { Category, NeedPolicy } from '../need-policy.ts';
import type { LetterName, LetterPolicy } from './round-policy.ts';
import { type SchoolTerm, termWords } from './term.ts';

/** A letter as it goes out: words alone, so that it reads the same however policies change. */
export interface LetterContent {
  subject: string;
  opening: readonly string[];
  meaning: readonly string[];
  evidenceTitle: string;
  evidence: readonly LetterEvidence[];
  closing: readonly string[];
}

export interface LetterEvidence {
  label: string;
  state: 'raised' | 'clear' | 'missing';
  sentence: string;
}

/** What a letter is written from. */
export interface LetterFacts extends SchoolTerm {
  school: string;
  organisation: string;
  category: Category;
  proposed: Category;
  asAt: string;
  answerBy: string;
  indicators: readonly IndicatorResult[];
}

/**
 * The letter that tells a school its category: what it means with the days of the policy used, the evidence, how and by when to
 * answer. Evidence is what the school may read of itself: published figures, and what the service entered with its evidence. Neither
 * the reason of the panel nor a note of the service is among its facts or in it.
 */
export function letterOf(facts: LetterFacts, need: NeedPolicy, template: LetterPolicy): LetterContent {
  const values: Record<LetterName, string> = {
    school: facts.school,
    organisation: facts.organisation,
    term: termWords(facts),
    category: facts.category,
    label: need.categories.find(({ code }) => code === facts.category)?.label ?? '',
    days: String(daysFor(need, facts.category)),
    proposed: facts.proposed,
    asAt: dayText(facts.asAt),
    policy: need.title,
    answerBy: dayText(facts.answerBy),
  };
  const say = (text: string) => filled(text, values);
  const compared = facts.category === facts.proposed ? template.confirmed : template.changed;
  return {
    subject: say(template.subject),
    opening: [...template.opening, compared].map(say),
    meaning: template.meaning.map(say),
    evidenceTitle: say(template.evidence),
    evidence: facts.indicators
      .filter(({ code, state }) => state !== 'missing' || !ENTERED_CODES.some((entered) => entered === code))
      .map(({ label, state, sentence }) => ({ label, state, sentence }))
      .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)),
    closing: template.closing.map(say),
  };
}

/** What calls for help first, then what is not known. Of what the service could enter and did not, there is nothing to tell. */
const ORDER = ['raised', 'missing', 'clear'] as const;

function filled(text: string, values: Record<LetterName, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (values as Record<string, string>)[name] ?? whole);
}

/** The names in braces that a text has. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w*)\}/g)].map(([, name]) => name!);
}
