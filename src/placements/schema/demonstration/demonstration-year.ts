import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../../policies.ts';
import { STATES } from '../../rules/states.ts';

/** Days from the day on which the year is made: negative before it. */
const day = z.int().min(-1500).max(1500);
/** A person of the demonstration by name in policies/access/demonstration.json. */
const person = z.string().regex(/^[a-z-]+$/);
const helpKey = person;
const leaderKey = person;
const urn = z.int().min(100_000).max(999_999);
const halfDays = z.int().min(1).max(100);
const risk = z.enum(['red', 'amber', 'green']);
const invented = z.string().startsWith('Invented: ', 'must begin with "Invented: "');
const monthDay = z.string().regex(/^\d\d-\d\d$/);
const span = { starts: monthDay, ends: monthDay };
const term = z.strictObject({ ...span, halfTerm: z.strictObject(span) });
const answers = z.record(z.string(), words);

const leader = z.strictObject({
  /** Null for one without an account. */
  person: person.nullable(),
  name: z.string().startsWith('Demonstration: ', 'must begin with "Demonstration: "'),
  home: urn,
  fields: z.array(words),
  contexts: z.array(words),
  furthestMinutes: z.int().nullable(),
  mostSchools: z.int(),
  designation: z.strictObject({ role: words, body: words, on: day, reviewOn: day, evidence: invented, ruleSet: words }),
  /** Of the term of the day and the two after it; null: nothing was said. */
  halfDaysATerm: z.array(z.int().nullable()).length(3),
  consents: z.boolean(),
});

const visitTold = z.strictObject({
  purpose: words,
  sinceLast: words,
  selfEvaluation: words,
  lookAt: words.nullable(),
  metWith: words,
  evidence: words,
  judgement: words,
  strengths: words,
  areas: words,
  brokered: words,
  action: words,
});

const help = z.strictObject({
  support: words,
  type: words,
  focus: invented,
  hopedOutcome: words,
  detail: words,
  improvement: words,
  need: words,
  objectives: z
    .array(
      z.strictObject({
        aim: words,
        measure: words,
        baseline: words,
        baselineSource: words,
        target: words,
        evidence: words,
        owner: words,
      }),
    )
    .min(1),
  /** The first visit, and those after it. */
  visits: z.array(visitTold).min(1),
});

const document = z.strictObject({
  bill: z.enum(['order', 'fee', 'home-share']),
  on: day,
  state: z.enum(['requested', 'approved']),
  paidOn: day.nullable(),
});

const placement = z.strictObject({
  reference: words,
  school: urn,
  help: helpKey,
  leader: leaderKey.nullable(),
  askedBy: z.enum(['school', 'governing board', 'local authority']),
  halfDays: halfDays.nullable(),
  from: day.nullable(),
  to: day.nullable(),
  /** Each state with the day from which it was in it; the last is how it stands. */
  life: z.array(z.tuple([z.enum(STATES), day])).min(1),
  /** Why, by state that a move with a reason leads to. */
  why: z.partialRecord(z.enum(STATES), words),
  due: day.nullable(),
  risk: risk.nullable(),
  triage: z.enum(['none', 'half', 'whole']),
  /** Leaders on the short list besides the one it is offered to. */
  candidates: z.array(leaderKey),
  answers: z.array(
    z.strictObject({
      side: z.enum(['leader', 'release']),
      answer: z.enum(['accept', 'counter']),
      on: day,
      words: words.nullable(),
    }),
  ),
  /** Whether a draft of the agreement is half filled. */
  draft: z.boolean(),
  /** Who signed while the agreement is being signed; later all have. */
  signed: z.array(z.enum(['leader', 'supported head', 'home head', 'home board', 'service'])),
  visits: z.array(
    z.strictObject({
      on: day,
      halfDays,
      note: z.enum(['planned', 'none', 'sent', 'confirmed', 'disputed', 'not held']),
      /** Whether the school filled in its part before. */
      part: z.boolean(),
    }),
  ),
  progress: z.array(
    z.strictObject({ objective: z.int().min(1), on: day, rating: risk, by: z.enum(['leader', 'supported head']) }),
  ),
  disagreement: words.nullable(),
  training: z.array(z.strictObject({ on: day, what: words, forWhom: words, people: z.int().min(1) })),
  concern: z
    .strictObject({
      what: words,
      evidence: words,
      since: day,
      raised: day,
      words,
      escalated: day,
      approved: day,
    })
    .nullable(),
  coaching: day.nullable(),
  review: day.nullable(),
  evaluated: z.array(z.enum(['evaluation', 'reflection'])),
  /** What each objective came to, in their order. */
  impact: z.array(words),
  followUps: z.array(z.strictObject({ months: z.int(), on: day })),
  /** Whether the fund of the file pays rather than the school, and the documents. */
  money: z.strictObject({ fund: z.boolean(), documents: z.array(document) }).nullable(),
});

const demonstrationYear = z
  .strictObject({
    kind: z.literal('demonstration placements'),
    ...policyHeader,
    /** Code of the local authority. */
    service: z.int(),
    by: z.strictObject({ lead: person, broker: person, adviser: person, finance: person, administrator: person }),
    terms: z.strictObject({ autumn: term, spring: term, summer: term }),
    agreement: z.strictObject({
      frequency: words,
      pencePerDay: z.int(),
      vat: z.boolean(),
      fund: invented,
      brokerageBasisPoints: z.int(),
      backfill: words,
      access: words,
    }),
    meeting: z.strictObject({ present: words, workingStyle: words, access: words, authorityTold: words }),
    triage: z.strictObject({ need: words, cost: words, nextStep: words, forImprovement: words, forNeed: words }),
    review: z.strictObject({
      working: words,
      appropriate: words,
      change: words,
      nextSteps: words,
      details: words,
      leaderWorking: words,
      headWorking: words,
    }),
    evaluation: answers,
    reflection: answers,
    impact: z.strictObject({ source: words, words }),
    followUp: z.strictObject({ who: words, lasted: words }),
    coaching: invented,
    money: z.strictObject({
      rates: z.array(z.strictObject({ role: words, pencePerDay: z.int() })),
      rateWords: invented,
      budget: z.strictObject({ name: words, fund: words, pence: z.int(), words: invented }),
    }),
    designation: z.strictObject({
      role: words,
      ruleSet: words,
      opened: day,
      closes: day,
      panel: day,
      words: invented,
      draft: z.strictObject({ applicant: person, answers: z.record(z.string(), answers) }),
      submitted: z.strictObject({
        applicant: person,
        on: day,
        answers: z.record(z.string(), answers),
        referees: z.strictObject({ head: person, professional: person }),
        answered: z.strictObject({ on: day, words, answers }),
      }),
    }),
    leaders: z.record(leaderKey, leader),
    helps: z.record(helpKey, help),
    placements: z.array(placement),
  })
  .superRefine(({ leaders, helps, placements }, context) => {
    for (const [place, { leader: who, candidates, help: what }] of placements.entries()) {
      const missing = [
        ...[who ?? [], candidates].flat().filter((key) => !(key in leaders)),
        ...(what in helps ? [] : [what]),
      ];
      for (const key of missing)
        context.addIssue({ code: 'custom', path: ['placements', place], message: `"${key}" is not in the file` });
    }
  });

export type DemonstrationYear = z.infer<typeof demonstrationYear>;
export type StoryPlacement = DemonstrationYear['placements'][number];
export type StoryHelp = DemonstrationYear['helps'][string];
export type StoryLeader = DemonstrationYear['leaders'][string];

export const demonstrationYearKind: PolicyKind<DemonstrationYear> = {
  folder: 'placements',
  kind: 'demonstration placements',
  schema: demonstrationYear,
};
