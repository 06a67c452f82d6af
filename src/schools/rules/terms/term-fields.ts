import { TERM_NAMES, type TermName, type YearTerms } from '../../../calendar/terms.ts';

/** The four days of a term, in the order in which they come. */
export const TERM_DAYS = ['starts', 'half-starts', 'half-ends', 'ends'] as const;
export type TermDay = (typeof TERM_DAYS)[number];

/** Prefix of the boxes of one day: "autumn-half-starts". */
export type TermField = `${TermName}-${TermDay}`;

/** Every day of a school year, in the order in which they come. */
export const TERM_FIELDS: readonly TermField[] = TERM_NAMES.flatMap((term) =>
  TERM_DAYS.map((day): TermField => `${term}-${day}`),
);

/** "the first day of the autumn term". */
export function fieldWords(field: TermField): string {
  const term = TERM_NAMES.find((name) => field.startsWith(name))!;
  const day = field.slice(term.length + 1) as TermDay;
  return `${DAY_WORDS[day]} of the ${term} term`;
}

const DAY_WORDS: Record<TermDay, string> = {
  starts: 'the first day',
  'half-starts': 'the first day of half-term',
  'half-ends': 'the last day of half-term',
  ends: 'the last day',
};

/** The days of a school year by their fields. */
export function daysByField(terms: YearTerms): Record<TermField, string> {
  const days = Object.fromEntries(
    TERM_NAMES.flatMap((name) => {
      const { starts, ends, halfTerm } = terms[name];
      return [
        [`${name}-starts`, starts],
        [`${name}-half-starts`, halfTerm.starts],
        [`${name}-half-ends`, halfTerm.ends],
        [`${name}-ends`, ends],
      ];
    }),
  );
  return days as Record<TermField, string>;
}

/** The same the other way round. */
export function termsOfFields(days: Record<TermField, string>): YearTerms {
  const term = (name: TermName) => ({
    starts: days[`${name}-starts`],
    ends: days[`${name}-ends`],
    halfTerm: { starts: days[`${name}-half-starts`], ends: days[`${name}-half-ends`] },
  });
  return { autumn: term('autumn'), spring: term('spring'), summer: term('summer') };
}
