import { z } from 'zod';
import { type PolicyKind, policyHeader, words } from '../../policies.ts';
import type { HeadshipPolicy } from '../rules/headship/headship-policy.ts';

const word = z.string().regex(/^[^A-Z]+$/, 'write it in lower case');
const list = z.array(word).min(1);
const count = z.int().min(1);

/** The policies that tell heads apart. */
export const headshipPolicyKind: PolicyKind<Omit<HeadshipPolicy, 'id'>> = {
  folder: 'headship',
  kind: 'headship policy',
  schema: z.strictObject({
    kind: z.literal('headship policy'),
    ...policyHeader,
    titles: z.strictObject({ man: list, woman: list, either: list }),
    afterNames: list,
    nobody: list,
    notTold: list,
    particles: list,
    spelling: z.strictObject({ source: words, oneLetterFrom: count, twoLettersFrom: count }),
    shortForm: z.strictObject({ source: words, lettersFrom: count }),
    firstNames: z.strictObject({ source: words, same: z.array(z.array(word).min(2)) }),
    commonName: z.strictObject({ source: words, schoolsAtOnce: z.int().min(2) }),
  }),
};
