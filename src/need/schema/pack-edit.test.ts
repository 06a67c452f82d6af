import { describe, expect, it } from 'vitest';
import { policy as england } from '../../../test/factories/assessing.ts';
import type { EnteredIndicator, NeedPolicy } from '../rules/need-policy.ts';
import { effective } from '../rules/own-pack.ts';
import { packDifferences } from '../rules/pack-differences.ts';
import { asTyped, packGroups, valueAt } from '../rules/pack-fields.ts';
import { edited } from './pack-edit.ts';

const CONCERN: EnteredIndicator = {
  code: 'concern',
  label: 'Concern',
  source: 'Invented',
  phaseGroups: ['primary', 'secondary'],
  question: 'Is there a concern?',
  clearLevel: 'none',
  steps: [
    { level: 'some', points: 5 },
    { level: 'serious', points: 15 },
  ],
  validMonths: 12,
};
const policy: NeedPolicy = {
  ...england,
  indicators: [...england.indicators.filter((indicator) => !('question' in indicator)), CONCERN],
  atLeast: [
    ...england.atLeast,
    {
      category: 'C',
      when: [{ indicator: 'concern', levels: ['serious'] }],
      reason: 'it is serious',
      source: 'Invented',
    },
  ],
};
const last = policy.indicators.length - 1;
const at = policy.indicators.findIndex(({ code }) => code === 'attainment');

const groupOf = (id: string) => packGroups(policy).find((group) => group.id === id)!;
/** The form of a group as the page shows it, with what somebody typed instead. */
function formOf(id: string, typed: Record<string, unknown> = {}): Record<string, unknown> {
  const shown = groupOf(id).fields.map(({ path, kind }) => [
    path,
    kind === 'categories' ? valueAt(policy, path) : asTyped(valueAt(policy, path), kind),
  ]);
  return { ...Object.fromEntries(shown), ...typed };
}
const edit = (id: string, typed?: Record<string, unknown>) => edited(policy, [], groupOf(id), formOf(id, typed));

describe('the form of a pack', () => {
  it('sent as it is shown changes nothing, in any group', () => {
    for (const { id } of packGroups(policy)) expect(edit(id), id).toEqual({ ok: true, policy, switchedOff: [] });
  });

  it('takes points, percentages, years and days as people write them', () => {
    const place = `indicators.${at}`;
    const done = edit(`indicator-${at}`, {
      [`${place}.points`]: '7.5',
      [`${place}.certainty`]: '96.7%',
      [`${place}.years`]: '2018-19, 2017',
    });
    expect(done).toMatchObject({ ok: true });
    expect(done.ok && done.policy.indicators[at]).toEqual({
      ...policy.indicators[at],
      points: 7.5,
      certainty: 0.967,
      years: [2018, 2017],
    });
  });

  it.each([
    [`indicator-${at}`, `indicators.${at}.certainty`, '120', '“Certainty it takes” must be 100% or less'],
    [`indicator-${at}`, `indicators.${at}.points`, '-1', '“Points” must be 0 or more'],
    [`indicator-${at}`, `indicators.${at}.points`, 'many', '“Points” must be a number, like 4'],
    [`indicator-${at}`, `indicators.${at}.years`, '2018-20', 'must be school years like 2018-19'],
    ['categories', 'categories.1.daysPerYear', '0', 'must be more than 0'],
    ['categories', 'title', ' ', 'Enter “Title of the pack”'],
  ])('in %s says of %s what is wrong with %j and how to mend it', (group, path, text, message) => {
    const done = edit(group, { [path]: text });
    expect(done).toMatchObject({ ok: false, problems: [{ path }] });
    expect(!done.ok && done.problems[0]!.message).toContain(message);
  });

  it('puts a fault of the whole list of categories at a field of it', () => {
    const done = edit('categories', { 'categories.1.fromPoints': '90' });
    expect(done).toMatchObject({ ok: false, problems: [{ path: 'categories.1.fromPoints' }] });
  });

  it('leaves a box that was not sent as it is', () => {
    expect(edited(policy, ['indicators.2'], groupOf('categories'), {})).toEqual({
      ok: true,
      policy,
      switchedOff: ['indicators.2'],
    });
  });

  it('adds, renames and takes out the answers that people enter, and the rules follow a new name', () => {
    const place = `indicators.${last}.steps`;
    const done = edit(`indicator-${last}`, {
      [`${place}.0.level`]: '',
      [`${place}.1.level`]: 'grave',
      [`${place}.2.level`]: 'worst',
      [`${place}.2.points`]: '30',
    });
    expect(done.ok && done.policy.indicators[last]).toMatchObject({
      steps: [
        { level: 'grave', points: 15 },
        { level: 'worst', points: 30 },
      ],
    });
    expect(done.ok && done.policy.atLeast.at(-1)!.when).toEqual([{ indicator: 'concern', levels: ['grave'] }]);
    expect(edit(`indicator-${last}`, { [`${place}.1.level`]: '' })).toMatchObject({ ok: false });
  });

  it('switches an indicator off, and the rules that need it fall away', () => {
    const done = edit(`indicator-${last}`, { [`indicators.${last}.counts`]: 'no' });
    expect(done).toMatchObject({ ok: true, switchedOff: [`indicators.${last}`] });
    const counts = effective(policy, [`indicators.${last}`]);
    expect(counts.indicators.map(({ code }) => code)).not.toContain('concern');
    expect(counts.atLeast).toEqual(england.atLeast);
  });

  it('keeps one indicator at least', () => {
    const others = policy.indicators.map((_, i) => `indicators.${i}`).filter((_, i) => i !== last);
    const done = edited(policy, others, groupOf(`indicator-${last}`), { [`indicators.${last}.counts`]: 'no' });
    expect(done).toMatchObject({ ok: false, problems: [{ message: 'One indicator at least must count' }] });
  });
});

describe('the differences of two packs', () => {
  it('are none of a pack from itself', () => {
    expect(packDifferences(policy, policy)).toEqual([]);
    const otherOrder = JSON.parse(JSON.stringify(policy), (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toReversed())
        : part,
    ) as NeedPolicy;
    expect(packDifferences(policy, otherOrder)).toEqual([]);
  });

  it('are told in words: values, indicators that are new or no more, and rules', () => {
    const done = edit(`indicator-${at}`, {
      [`indicators.${at}.certainty`]: '80',
      [`indicators.${at}.years`]: '2018-19',
    });
    const next = done.ok ? effective(done.policy, [`indicators.${last}`, 'atLeast.0']) : policy;
    const told = packDifferences(policy, next);
    expect(told).toContainEqual({
      title: 'Attainment',
      lines: [
        'School years to look in, the newest first: 2017-18, else 2016-17 becomes 2018-19.',
        'Certainty it takes: 90% chance of truly being so becomes 80% chance of truly being so.',
      ],
    });
    expect(told).toContainEqual({ title: 'Concern', lines: ['It counts no more.'] });
    expect(told.find(({ title }) => title.startsWith('Findings'))!.lines).toEqual([
      expect.stringContaining('No more: At least category D'),
      expect.stringContaining('No more: At least category C when it is serious'),
    ]);
    expect(packDifferences(next, policy)).toContainEqual({
      title: 'Concern',
      lines: ['It counts, and did not before.'],
    });
  });
});
