import { z } from 'zod';
import { type Read, readForm, text } from '../../../need/schema/form-fields.ts';
import type { ChecklistGroup } from '../../rules/delivery/delivery-policy.ts';

/** What is brought before the service: what was ticked by group, and why in words. */
export interface Escalation {
  ticked: Record<string, string[]>;
  words: string;
}

const escalationForm = z.object({
  reason: text('Why it is escalated', { most: 1000, missing: 'Enter why it is escalated' }),
  details: text('Details', { most: 2900, missing: 'Enter the details' }),
});

/** Reads an escalation: each group of the checklist in which nothing is ticked is one error of its own. */
export function readEscalation(form: Record<string, unknown>, groups: readonly ChecklistGroup[]): Read<Escalation> {
  const missing: Record<string, string> = {};
  const ticked: Record<string, string[]> = {};
  for (const { code, items, missing: words } of groups) {
    const sent = [form[`check-${code}`]].flat();
    ticked[code] = items.filter((item) => sent.includes(item.code)).map((item) => item.code);
    if (ticked[code].length === 0) missing[`check-${code}`] = words;
  }
  const read = readForm(escalationForm, form, missing);
  if (!read.ok) return read;
  return { ok: true, value: { ticked, words: `${read.value.reason}\n\n${read.value.details}` } };
}

const approvalForm = z.object({
  says: z.enum(['approved', 'not approved'], { error: 'Say whether you approve it' }),
  words: text('Why', { most: 2000 }),
});

/** Reads whether an escalation is approved; refusing one asks why. */
export function readApproval(
  form: Record<string, unknown>,
): Read<{ says: 'approved' | 'not approved'; words: string | null }> {
  const read = readForm(approvalForm, form);
  if (!read.ok) return read;
  const { says, words } = read.value;
  if (says === 'not approved' && words === '') return { ok: false, errors: { words: 'Enter why it is not approved' } };
  return { ok: true, value: { says, words: words === '' ? null : words } };
}

const powerForm = z.object({
  power: z.string({ error: 'Choose what was done' }),
  category: z.string().optional(),
  words: text('What was done', { most: 4000, missing: 'Enter what was done and what the answer was' }),
});

/** Reads which step the service took; `codes` are those it has. */
export function readPower(
  form: Record<string, unknown>,
  codes: readonly string[],
): Read<{ power: string; inCategory: boolean; words: string }> {
  const more: Record<string, string> = codes.includes(String(form.power)) ? {} : { power: 'Choose what was done' };
  const read = readForm(powerForm, form, more);
  if (!read.ok) return read;
  const { power, category, words } = read.value;
  return { ok: true, value: { power, inCategory: category === 'yes', words } };
}

const endForm = z.object({
  how: z.enum(['lifted', 'closed'], { error: 'Say whether it is lifted or closed' }),
  words: text('Why', { most: 2000, missing: 'Enter why' }),
});

export function readEnd(form: Record<string, unknown>): Read<{ how: 'lifted' | 'closed'; words: string }> {
  return readForm(endForm, form);
}
