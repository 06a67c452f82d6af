import { z } from 'zod';
import type { SchoolTerm, Term } from '../../need/rules/round/term.ts';
import type { LeaderChange, NeedChange } from '../rules/round/decision.ts';
import { INTEREST_KINDS, type Interest, type InterestKind } from '../rules/sides.ts';
import { dayIn, number, type Read, readForm, text } from '../../need/schema/form-fields.ts';

/** The form that opens a round: its term. */
export function readOpening(form: Record<string, unknown>): Read<SchoolTerm> {
  const term = z
    .string({ error: 'Choose a term' })
    .regex(/^20\d\d (autumn|spring|summer)$/, { error: 'Choose a term' })
    .transform((said): SchoolTerm => {
      const [year, name] = said.split(' ') as [string, Term];
      return { schoolYear: Number(year), term: name };
    });
  const read = readForm(z.object({ term }), form);
  return read.ok ? { ok: true, value: read.value.term } : read;
}

/** What every form that decides something carries: for which scenarios, why, and what its page showed. */
const deciding = {
  scenario: z
    .union([z.uuid(), z.literal('').transform(() => null)])
    .nullable()
    .catch(null),
  reason: text('Reason', { most: 2000, missing: 'Enter why' }),
  seen: z.string().max(20).catch(''),
};

const leader = text('Leader', { most: 100, missing: 'Choose a leader' });
const need = text('Need', { most: 100, missing: 'Choose a need' });

const pairForm = z.object({
  ...deciding,
  what: z.enum(['lock', 'forbid'], { error: 'Choose whether to lock or to forbid the pair' }),
  leader,
  need,
});

/** The form that locks or forbids a pair. */
export function readPair(form: Record<string, unknown>): Read<z.infer<typeof pairForm>> {
  return readForm(pairForm, form);
}

const needForm = z.object({
  ...deciding,
  what: z.enum(['change need', 'leave out'], { error: 'Choose what to do' }),
  need,
});

/** The forms that change a need or leave it out. */
export function readNeedDecision(
  form: Record<string, unknown>,
): Read<z.infer<typeof needForm> & { change: NeedChange }> {
  const base = readForm(needForm, form);
  if (!base.ok || base.value.what === 'leave out')
    return base.ok ? { ok: true, value: { ...base.value, change: {} } } : base;
  const change = readNeedParts(form);
  return change.ok ? { ok: true, value: { ...base.value, change: change.value } } : change;
}

/** Days, window and distance of a need. */
function readNeedParts(form: Record<string, unknown>): Read<Required<NeedChange>> {
  const [from, to] = [dayIn(form, 'from'), dayIn(form, 'to')];
  const parts = z.object({
    days: number('Days', { least: 0.5, most: 200, missing: 'Enter how many days' }),
    km: number('Kilometres', { least: 0, most: 200 }),
  });
  const read = readForm(parts, form, windowErrors(from, to));
  if (!read.ok) return read;
  const { days, km } = read.value;
  return { ok: true, value: { days: days!, from: from ?? null, to: to ?? null, confidentialKm: km } };
}

const newNeedForm = z.object({
  ...deciding,
  school: z.coerce.number({ error: 'Choose a school' }).int().positive({ error: 'Choose a school' }),
  field: text('Field', { most: 40, missing: 'Choose a field' }),
});

/** The form that adds a specialist need. */
export function readNewNeed(
  form: Record<string, unknown>,
): Read<z.infer<typeof newNeedForm> & { change: Required<NeedChange> }> {
  const base = readForm(newNeedForm, form);
  const parts = readNeedParts(form);
  if (base.ok && parts.ok) return { ok: true, value: { ...base.value, change: parts.value } };
  return { ok: false, errors: { ...(base.ok ? {} : base.errors), ...(parts.ok ? {} : parts.errors) } };
}

const leaderForm = z.object({
  ...deciding,
  what: z.enum(['set days', 'change leader', 'withdraw leader', 'override lender'], { error: 'Choose what to do' }),
  leader,
});

/** The forms that set a leader's days, change what they can give, take them out, or let a home school at risk lend. */
export function readLeaderDecision(
  form: Record<string, unknown>,
): Read<z.infer<typeof leaderForm> & { days: number; change: LeaderChange }> {
  const base = readForm(leaderForm, form);
  if (!base.ok) return base;
  if (base.value.what === 'set days') {
    const days = readForm(z.object({ days: daysToGive }), form);
    return days.ok ? { ok: true, value: { ...base.value, days: days.value.days!, change: {} } } : days;
  }
  if (base.value.what !== 'change leader') return { ok: true, value: { ...base.value, days: 0, change: {} } };
  const change = readLeaderParts(form);
  return change.ok ? { ok: true, value: { ...base.value, days: 0, change: change.value } } : change;
}

const daysToGive = number('Days', { least: 0, most: 200, missing: 'Enter how many days' });

/** What a leader can give besides days. */
function readLeaderParts(form: Record<string, unknown>): Read<Required<LeaderChange>> {
  const [from, to] = [dayIn(form, 'from'), dayIn(form, 'to')];
  const parts = z.object({
    mostSchools: number('Needs at once', { least: 1, most: 20, missing: 'Enter how many needs at once', whole: true }),
    field: z
      .union([z.string(), z.array(z.string())])
      .catch([])
      .transform((fields) => [fields].flat().filter((field) => field !== '' && field.length <= 40)),
    minutes: number('Minutes', { least: 1, most: 600 }),
    pounds: number('Pounds a day', { least: 0, most: 5000 }),
    released: z.enum(['yes', 'no', 'not asked']).catch('not asked'),
    interests: interestsIn,
  });
  const read = readForm(parts, form, windowErrors(from, to));
  if (!read.ok) return read;
  const { mostSchools, field, minutes, pounds, released, interests } = read.value;
  return {
    ok: true,
    value: {
      mostSchools: mostSchools!,
      fields: field,
      furthestMinutes: minutes,
      released: released === 'not asked' ? null : released === 'yes',
      from: from ?? null,
      to: to ?? null,
      interests,
      pencePerDay: pounds === null ? null : Math.round(pounds * 100),
    },
  };
}

const newLeaderForm = z.object({
  ...deciding,
  school: number('URN', { least: 1, most: 999_999_999, missing: 'Enter the URN of the home school', whole: true }),
  title: text('Name', { most: 150, missing: 'Enter how the leader is named' }),
  role: text('Role', { most: 40, missing: 'Choose a role' }),
  days: daysToGive,
});

/** The form that adds a leader by hand. */
export function readNewLeader(
  form: Record<string, unknown>,
): Read<z.infer<typeof newLeaderForm> & { change: Required<LeaderChange> }> {
  const base = readForm(newLeaderForm, form);
  const parts = readLeaderParts(form);
  if (base.ok && parts.ok) return { ok: true, value: { ...base.value, change: parts.value } };
  return { ok: false, errors: { ...(base.ok ? {} : base.errors), ...(parts.ok ? {} : parts.errors) } };
}

/** Lines of "109600 governor" or "trust 2345": what stands between a leader and a school or a trust. */
const interestsIn = z
  .string()
  .catch('')
  .transform((typed, context): Interest[] =>
    typed
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(0, 50)
      .flatMap((line): Interest[] => {
        const [, inTrust, id, kind = 'other'] = /^(trust\s+)?(\d{1,9})(?:\s+([a-z]+))?$/i.exec(line) ?? [];
        const known = INTEREST_KINDS.find((one) => one === kind.toLowerCase());
        if (id === undefined || known === undefined) {
          const kinds = INTEREST_KINDS.join(', ');
          const message = `Write a school's URN and what the interest is on each line, such as "109600 governor"; it may be ${kinds}`;
          context.addIssue({ code: 'custom', message });
          return [];
        }
        const whole = inTrust !== undefined;
        return [{ kind: known, urn: whole ? null : Number(id), trustUid: whole ? Number(id) : null }];
      }),
  );

/** The same as it is typed. */
export function interestsTyped(interests: readonly Interest[]): string {
  return interests
    .map(({ kind, urn, trustUid }: { kind: InterestKind; urn: number | null; trustUid: number | null }) =>
      urn === null ? `trust ${trustUid} ${kind}` : `${urn} ${kind}`,
    )
    .join('\n');
}

/** The form that undoes a decision: why, where somebody says so. */
export const undoForm = z.object({
  why: text('Why', { most: 2000 }).transform((typed) => typed || null),
});

/** The form that takes a proposal forward. */
export function readForward(form: Record<string, unknown>): Read<{ reason: string; seen: string }> {
  return readForm(z.object({ reason: deciding.reason, seen: deciding.seen }), form);
}

/** The form that asks for a proposal. */
export function readProposing(
  form: Record<string, unknown>,
  mostSeconds: number,
): Read<{ seconds: number; near: string | null; changePrice: number | null }> {
  const asked = z.object({
    seconds: number('Seconds', { least: 1, most: mostSeconds, missing: 'Enter how many seconds to search' }),
    near: z.uuid().nullable().catch(null),
    stay: z.enum(['yes', 'no']).catch('no'),
    price: number('The price of a change', { least: 0, most: 100_000 }),
  });
  const read = readForm(asked, form);
  if (!read.ok) return read;
  const { seconds, near, stay, price } = read.value;
  return { ok: true, value: { seconds: seconds!, near: stay === 'yes' ? near : null, changePrice: price } };
}

function windowErrors(from: string | null | undefined, to: string | null | undefined): Record<string, string> {
  const errors: Record<string, string> = {};
  if (from === null) errors.from = 'Enter a real day, or leave all three boxes empty';
  if (to === null) errors.to = 'Enter a real day, or leave all three boxes empty';
  if (from && to && to < from) errors.to = 'It cannot end before it begins';
  return errors;
}
