import { z } from 'zod';
import { WORK_LETTERS, type WorkLetter } from '../rules/work/work-mail.ts';

/** The kind of work that is shown; anything else but a few words shows all. */
export const workFilter = z.object({ kind: z.string().min(1).max(60).nullable().catch(null) });

const box = z.string().catch('');

/** The boxes that were ticked: one comes as a text, several as a list, none not at all. */
export const workMailForm = z
  .object({ letters: z.union([z.array(box), box.transform((one) => [one])]).catch([]) })
  .transform(
    ({ letters }) =>
      Object.fromEntries(WORK_LETTERS.map((letter) => [letter, letters.includes(letter)])) as Record<
        WorkLetter,
        boolean
      >,
  );
