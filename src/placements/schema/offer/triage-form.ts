import { z } from 'zod';
import { type Read, readForm, text } from '../../../need/schema/form-fields.ts';
import { RISKS, type Triage } from '../../rules/offer/triage.ts';
import { version } from '../placement-forms.ts';
import { days, pounds } from './parts.ts';

const words = (name: string) => text(name, { most: 2000 }).transform((typed) => typed || null);
const yesNo = z
  .enum(['yes', 'no'])
  .nullable()
  .catch(null)
  .transform((said) => (said === null ? null : said === 'yes'));

const triageForm = z.object({
  version,
  needWords: words('The need'),
  costWords: words('Who pays'),
  halfDays: days('The days'),
  pence: pounds('The cost'),
  risk: z.enum(RISKS).nullable().catch(null),
  nextStep: words('The next step'),
  forImprovement: yesNo,
  forImprovementWords: words('Your words'),
  forNeed: yesNo,
  forNeedWords: words('Your words'),
  overrideWords: words('The reason'),
});

/** The form of triage. Whatever is empty is not done yet: it may be saved half filled. */
export function readTriage(form: Record<string, unknown>): Read<Triage & { version: number }> {
  const read = readForm(triageForm, form);
  return read.ok ? { ok: true, value: { ...read.value, source: 'service' } } : read;
}
