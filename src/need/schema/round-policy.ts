import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../policies.ts';
import { namesIn } from '../rules/round/letter.ts';
import { LETTER_NAMES, type LetterPolicy, type RoundPolicy } from '../rules/round/round-policy.ts';

const days = z.int().min(0).max(365);
const share = z.number().min(0).max(1);
const weight = z.number().min(0).max(10);

const roundPolicy = z
  .strictObject({
    kind: z.literal('moderation round'),
    ...policyHeader,
    days: z.strictObject({ panel: days, letters: days, answer: days }),
    close: z.strictObject({
      points: z.number().min(0),
      chance: share,
      missing: share,
      categories: z.array(z.enum(['A', 'B', 'C', 'D'])),
    }),
    weights: z.strictObject({
      chance: weight,
      line: weight,
      missing: weight,
      earlierDecision: weight,
      schoolSpoke: weight,
    }),
  })
  .superRefine(({ days: { panel, letters, answer } }, context) => {
    if (panel <= letters && letters <= answer) return;
    context.addIssue({
      code: 'custom',
      path: ['days'],
      message: 'the panel comes before the letters, and the letters before the day of answers',
    });
  });

/** Words whose names in braces are all known. */
const letterWords = words.superRefine((text, context) => {
  for (const name of namesIn(text)) {
    if (LETTER_NAMES.some((known) => known === name)) continue;
    context.addIssue({
      code: 'custom',
      message: `"{${name}}" is not known; a letter may name ${LETTER_NAMES.map((known) => `{${known}}`).join(', ')}`,
    });
  }
});

const letterPolicy = z
  .strictObject({
    kind: z.literal('school letter'),
    ...policyHeader,
    subject: letterWords,
    opening: z.array(letterWords).min(1),
    changed: letterWords,
    confirmed: letterWords,
    meaning: z.array(letterWords).min(1),
    evidence: letterWords,
    closing: z.array(letterWords).min(1),
    areas: z
      .array(z.strictObject({ code: z.string().regex(/^[a-z][a-z-]{1,39}$/), label: words, hint: words }))
      .min(1)
      .max(12),
  })
  .superRefine(({ areas, meaning }, context) => {
    if (new Set(areas.map(({ code }) => code)).size < areas.length)
      context.addIssue({ code: 'custom', path: ['areas'], message: 'two areas have the same code' });
    if (!meaning.some((text) => namesIn(text).includes('days')))
      context.addIssue({
        code: 'custom',
        path: ['meaning'],
        message: 'a letter must say {days}: what the category means',
      });
  });

export const roundPolicyKind: PolicyKind<Omit<RoundPolicy, 'id'>> = {
  folder: 'need',
  kind: 'moderation round',
  schema: roundPolicy,
};

export const letterPolicyKind: PolicyKind<Omit<LetterPolicy, 'id'>> = {
  folder: 'need',
  kind: 'school letter',
  schema: letterPolicy,
};
