import type { z } from 'zod';
import type { NeedPolicy } from '../rules/need-policy.ts';
import { effective } from '../rules/own-pack.ts';
import { asTyped, type PackField, type PackGroup, valueAt } from '../rules/pack-fields.ts';
import { needPolicySchema } from '../schema.ts';

/** What is wrong with one field of a pack, by its place in the policy, and how to mend it. */
export interface PackProblem {
  path: string;
  message: string;
}

export type EditedPack =
  | { ok: true; policy: NeedPolicy; switchedOff: string[] }
  | { ok: false; problems: PackProblem[] };

/** The name of the box that says whether an indicator or a rule counts: 'indicators.3.counts'. */
export const countsBox = (place: string): string => `${place}.counts`;

/** The places of a group that can be switched off: its indicator, or each of the rules. */
export function switchesOf(group: PackGroup, policy: NeedPolicy): string[] {
  if (group.id === 'rules') return policy.atLeast.map((_, i) => `atLeast.${i}`);
  return group.id.startsWith('indicator-') ? [group.id.replace('indicator-', 'indicators.')] : [];
}

/**
 * A pack with what was typed into the form of one group. A box that was not sent stays as it is, so that nothing is lost; a value
 * that was not touched stays exactly as it was. Every fault is told by its field, with the mend.
 */
export function edited(
  policy: NeedPolicy,
  switchedOff: readonly string[],
  group: PackGroup,
  form: Readonly<Record<string, unknown>>,
): EditedPack {
  const next = structuredClone(policy);
  const problems: PackProblem[] = [];
  for (const field of group.fields) {
    const read = readField(field, policy, form);
    if (read === undefined) continue;
    if ('problem' in read) problems.push({ path: field.path, message: read.problem });
    else put(next, field.path, read.value);
  }
  tidySteps(next, policy, group);
  const off = new Set(switchedOff);
  for (const place of switchesOf(group, policy)) {
    const said = form[countsBox(place)];
    if (said === 'no') off.add(place);
    if (said === 'yes') off.delete(place);
  }
  if (problems.length > 0) return { ok: false, problems };
  const faults = faultsOf(next, group);
  if (faults.length > 0) return { ok: false, problems: faults };
  if (effective(next, [...off]).indicators.length === 0) {
    const place = switchesOf(group, policy)[0] ?? 'title';
    return { ok: false, problems: [{ path: countsBox(place), message: 'One indicator at least must count' }] };
  }
  return { ok: true, policy: next, switchedOff: [...off].toSorted() };
}

/** What the schema of need policies says against a pack, each fault at the field of the group that mends it. */
function faultsOf(policy: NeedPolicy, group: PackGroup): PackProblem[] {
  const { id: _id, ...content } = policy;
  const checked = needPolicySchema.safeParse({ kind: 'need policy', ...content });
  if (checked.success) return [];
  return checked.error.issues.map((issue) => {
    const path = issue.path.join('.');
    const field = fieldFor(group, path);
    return {
      path: field?.path ?? path,
      message: field === undefined ? `${path}: ${issue.message}` : faultWords(field, issue),
    };
  });
}

function fieldFor(group: PackGroup, path: string): PackField | undefined {
  const exact = group.fields.find((field) => field.path === path);
  if (exact !== undefined) return exact;
  if (path === 'categories')
    return group.fields.find((field) => field.path === 'categories.1.fromPoints') ?? group.fields[0];
  return group.fields.find((field) => path.startsWith(field.path) || field.path.startsWith(path)) ?? group.fields[0];
}

function faultWords({ label, kind }: PackField, issue: z.core.$ZodIssue): string {
  const scale = kind === 'percent' ? 100 : 1;
  const limit = (value: number | bigint) => `${Number(value) * scale}${kind === 'percent' ? '%' : ''}`;
  if (issue.code === 'too_small' && issue.origin === 'string') return `Enter “${label}”`;
  if (issue.code === 'too_small' && issue.origin === 'array') return `“${label}” must have one at least`;
  if (issue.code === 'too_small')
    return `“${label}” must be ${issue.inclusive === false ? 'more than ' : ''}${limit(issue.minimum)}${issue.inclusive === false ? '' : ' or more'}`;
  if (issue.code === 'too_big') return `“${label}” must be ${limit(issue.maximum)} or less`;
  if (issue.code === 'invalid_type')
    return `“${label}” must be a ${issue.expected === 'int' ? 'whole number' : issue.expected}`;
  return issue.code === 'custom' ? `“${label}”: ${issue.message}` : `“${label}” is not a value that a pack can have`;
}

type Read = { value: unknown } | { problem: string } | undefined;

const LONGEST_WORDS = 500;

function readField(field: PackField, policy: NeedPolicy, form: Readonly<Record<string, unknown>>): Read {
  const { path, label, kind } = field;
  const sent = form[path];
  if (kind === 'categories') return readCategories(field, sent, form);
  if (typeof sent !== 'string') return undefined;
  const text = sent.replaceAll('\r\n', '\n').trim();
  const was = valueAt(policy, path);
  if (text === asTyped(was, kind)) return undefined;
  if (text === '') {
    // A step that people enter is taken out by emptying its name.
    if (field.isNew === true || /\.steps\.\d+\.level$/.test(path)) return { value: '' };
    return { problem: `Enter “${label}”` };
  }
  switch (kind) {
    case 'words':
      return text.length > LONGEST_WORDS
        ? { problem: `“${label}” must be ${LONGEST_WORDS} characters or fewer` }
        : { value: text };
    case 'category':
      return /^[ABCD]$/.test(text) ? { value: text } : { problem: `“${label}” must be A, B, C or D` };
    case 'flag':
      return text === 'yes' || text === 'no' ? { value: text === 'yes' } : { problem: `Say yes or no to “${label}”` };
    case 'year':
      return readYear(text, label);
    case 'years': {
      const years = text.split(',').map((part) => readYear(part.trim(), label));
      const wrong = years.find((year): year is { problem: string } => 'problem' in year);
      return wrong ?? { value: years.flatMap((year) => ('value' in year ? [year.value] : [])) };
    }
    default: {
      const number = Number(text.replace(/^−/, '-').replace(/%$/, ''));
      if (!Number.isFinite(number))
        return { problem: `“${label}” must be a number, like ${kind === 'percent' ? '75' : '4'}` };
      return { value: kind === 'percent' ? Number((number / 100).toPrecision(12)) : number };
    }
  }
}

function readCategories({ path, label }: PackField, sent: unknown, form: Readonly<Record<string, unknown>>): Read {
  const isSent = sent !== undefined || form[`${path}.sent`] !== undefined;
  if (!isSent) return undefined;
  const chosen = [sent].flat().filter((one) => typeof one === 'string' && /^[ABCD]$/.test(one));
  return chosen.length === 0 ? { problem: `“${label}”: choose one at least` } : { value: chosen };
}

/** "2018-19" and "2018" are both the school year that starts in 2018. */
function readYear(text: string, label: string): { value: number } | { problem: string } {
  const [, start, end] = /^(\d{4})(?:[-/](\d{2}|\d{4}))?$/.exec(text) ?? [];
  const year = Number(start);
  if (start === undefined || (end !== undefined && Number(end) % 100 !== (year + 1) % 100))
    return { problem: `“${label}” must be school years like 2018-19, with a comma between two` };
  return { value: year };
}

function put(policy: NeedPolicy, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop()!;
  let place = policy as unknown as Record<string, unknown>;
  for (const key of keys) {
    place[key] ??= {};
    place = place[key] as Record<string, unknown>;
  }
  place[last] = value;
}

/** Takes out steps without a name, and renames a step in the rules that look for it by its name. */
function tidySteps(next: NeedPolicy, before: NeedPolicy, group: PackGroup): void {
  const index = Number(group.id.replace('indicator-', ''));
  const indicator = next.indicators[index];
  const was = before.indicators[index];
  if (indicator === undefined || was === undefined || !('question' in indicator) || !('question' in was)) return;
  const renamed = new Map(was.steps.map(({ level }, i) => [level, indicator.steps[i]?.level ?? level]));
  const steps = indicator.steps
    .filter(({ level }) => level !== undefined && level !== '')
    .map((step) => ({ ...step, points: typeof step.points === 'number' ? step.points : 0 }));
  Object.assign(indicator, { steps });
  const atLeast = next.atLeast.map((rule) => ({
    ...rule,
    when: rule.when.map((condition) =>
      condition.indicator === indicator.code && condition.levels !== null
        ? { ...condition, levels: condition.levels.map((level) => renamed.get(level) || level) }
        : condition,
    ),
  }));
  Object.assign(next, { atLeast });
}
