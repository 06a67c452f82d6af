import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../../policies.ts';
import { INSPECTION_OUTCOMES } from '../../../schools/rules/facts.ts';
import type { RuleSet } from '../../rules/designation/rule-set.ts';

const key = z.string().regex(/^[a-z]\w{0,30}$/i, 'a key is a word of letters, digits and underscores');
const outcomes = z.array(z.enum(INSPECTION_OUTCOMES)).min(1);
const months = z.int().min(0).max(120);
const common = { key, label: words, source: words };

const rule = z.discriminatedUnion('by', [
  z.strictObject({
    ...common,
    by: z.literal('school record'),
    rule: z.enum(['grade', 'above_minimum', 'consistent']),
  }),
  z.strictObject({ ...common, by: z.literal('headship'), years: z.int().min(1).max(20) }),
  z.strictObject({ ...common, by: z.literal('leadership'), grades: z.array(words).min(1) }),
  z.strictObject({
    ...common,
    by: z.literal('turnaround'),
    turns: z.array(z.strictObject({ from: outcomes, to: outcomes })).min(1),
    monthsInPost: months,
  }),
  z.strictObject({ ...common, by: z.literal('no decline'), outcomes, exceptFirstMonths: months }),
  z.strictObject({ ...common, by: z.literal('person'), answer: key }),
]);

const question = z.strictObject({
  key,
  label: words,
  hint: words.optional(),
  type: z.enum(['text', 'words', 'yes or no', 'tick']),
  most: z.int().min(1).max(5000),
  optional: z.boolean().optional(),
});
const questions = z.array(question).min(1);

const ruleSet = z
  .strictObject({
    kind: z.literal('designation rules'),
    ...policyHeader,
    role: words,
    rules: z.array(rule).min(1),
    questions: z.strictObject({
      eligibility: questions,
      evidence: questions,
      capacity: questions,
      declaration: questions,
    }),
    references: z
      .array(z.strictObject({ from: z.enum(['board', 'head', 'professional']), title: words, who: words, questions }))
      .min(1),
    criteria: z.array(z.strictObject({ key, label: words, help: words })).min(1),
    scale: z.array(z.strictObject({ score: z.int().min(0).max(10), words })).min(2),
  })
  .superRefine(({ rules, questions: asked, references, criteria, scale }, context) => {
    const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const answers = Object.values(asked).flatMap((of) => of.map((one) => one.key));
    if (new Set(answers).size < answers.length) problem('questions', 'two questions have the same key');
    if (new Set(rules.map((one) => one.key)).size < rules.length) problem('rules', 'two rules have the same key');
    if (new Set(references.map(({ from }) => from)).size < references.length)
      problem('references', 'two references come from the same side');
    if (new Set(criteria.map((one) => one.key)).size < criteria.length)
      problem('criteria', 'two criteria have the same key');
    for (const one of rules)
      if (one.by === 'person' && !answers.includes(one.answer))
        problem('rules', `"${one.answer}" of the rule "${one.key}" is the key of no question`);
    if (scale.some(({ score }, i) => i > 0 && score <= scale[i - 1]!.score))
      problem('scale', 'each score must be higher than the one before it');
  });

/** A file of what is asked of applicants for a role: policies/designation/, `"kind": "designation rules"`. */
export const ruleSetKind: PolicyKind<Omit<RuleSet, 'id'>> = {
  folder: 'designation',
  kind: 'designation rules',
  schema: ruleSet,
};
