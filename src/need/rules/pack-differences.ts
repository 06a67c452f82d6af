import type { IndicatorPolicy, NeedPolicy } from './need-policy.ts';
import { indicatorTitle, type PackGroup, packGroups, valueAt, valueWords } from './pack-fields.ts';
import { ruleWords } from './policy-words.ts';

/** What of one part of a policy is otherwise in another, in sentences. */
export interface Difference {
  title: string;
  lines: string[];
}

/** The differences of two policies, both as they count, part by part in words: what `from` says and what `to` says. Empty when they say the same. */
export function packDifferences(from: NeedPolicy, to: NeedPolicy): Difference[] {
  const groups = packGroups(to);
  const differences = [
    differenceIn(groups[0]!, from, to, (path) => path),
    rulesDifference(from, to),
    ...to.indicators.map((indicator, i): Difference => {
      const title = indicatorTitle(to, i);
      const at = placeOf(indicator, to.indicators, from.indicators);
      if (at === -1) return { title, lines: ['It counts, and did not before.'] };
      const group = groups.find(({ id }) => id === `indicator-${i}`)!;
      const known = differenceIn(group, from, to, (path) => path.replace(`indicators.${i}.`, `indicators.${at}.`));
      const rest = otherParts(from.indicators[at]!, indicator, group, i);
      const fewer = stepsTakenOut(from.indicators[at]!, indicator);
      return { title, lines: [...known.lines, ...fewer, ...rest] };
    }),
    ...from.indicators.flatMap((indicator, i): Difference[] =>
      placeOf(indicator, from.indicators, to.indicators) === -1
        ? [{ title: indicatorTitle(from, i), lines: ['It counts no more.'] }]
        : [],
    ),
  ];
  return differences.filter(({ lines }) => lines.length > 0);
}

function differenceIn(
  group: PackGroup,
  from: NeedPolicy,
  to: NeedPolicy,
  placeIn: (path: string) => string,
): Difference {
  const lines = group.fields.flatMap((field) => {
    if (field.isNew === true) return [];
    const [was, is] = [valueAt(from, placeIn(field.path)), valueAt(to, field.path)];
    if (isSame(was, is)) return [];
    return [`${field.label}: ${valueWords(was, field)} becomes ${valueWords(is, field)}.`];
  });
  return { title: group.title, lines };
}

function keyOf({ when }: NeedPolicy['atLeast'][number]): string {
  return inOrder(when);
}

function rulesDifference(from: NeedPolicy, to: NeedPolicy): Difference {
  const was = new Map(from.atLeast.map((rule) => [keyOf(rule), rule]));
  const is = new Map(to.atLeast.map((rule) => [keyOf(rule), rule]));
  const lines = [
    ...to.atLeast.flatMap((rule) => {
      const before = was.get(keyOf(rule));
      if (before === undefined) return [`New: ${ruleWords(rule)}`];
      return ruleWords(before) === ruleWords(rule) ? [] : [`“${ruleWords(before)}” becomes “${ruleWords(rule)}”`];
    }),
    ...from.atLeast.filter((rule) => !is.has(keyOf(rule))).map((rule) => `No more: ${ruleWords(rule)}`),
  ];
  return { title: 'Findings that ask for a category whatever the points', lines };
}

/** Where the indicator stands in another list: by its code and the schools that it looks at, the first with the first. */
function placeOf(
  indicator: IndicatorPolicy,
  own: readonly IndicatorPolicy[],
  others: readonly IndicatorPolicy[],
): number {
  const alike = (list: readonly IndicatorPolicy[]) =>
    list.flatMap((one, i) => (keyOfIndicator(one) === keyOfIndicator(indicator) ? [i] : []));
  return alike(others)[alike(own).indexOf(own.indexOf(indicator))] ?? -1;
}

function keyOfIndicator(indicator: IndicatorPolicy): string {
  return `${indicator.code} ${'keyStage' in indicator ? indicator.keyStage : indicator.phaseGroups.toSorted().join(' ')}`;
}

/** What is otherwise besides the fields that a service can change, as in packs that were not copied from each other. */
function otherParts(from: IndicatorPolicy, to: IndicatorPolicy, group: PackGroup, index: number): string[] {
  const told = new Set(group.fields.map(({ path }) => path.replace(`indicators.${index}.`, '').split('.')[0]));
  const keys = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...keys].flatMap((key) => {
    const [was, is] = [valueAt(from, key), valueAt(to, key)];
    if (told.has(key) || isSame(was, is)) return [];
    const words = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return [`What it reads is otherwise (${words}: ${plain(was)} becomes ${plain(is)}).`];
  });
}

function stepsTakenOut(from: IndicatorPolicy, to: IndicatorPolicy): string[] {
  const left = 'steps' in to ? to.steps.length : 0;
  return 'steps' in from ? from.steps.slice(left).map(({ level }) => `The step “${level}” is no more.`) : [];
}

function plain(value: unknown): string {
  return value === undefined
    ? 'nothing'
    : typeof value === 'string'
      ? value.replaceAll('_', ' ')
      : JSON.stringify(value);
}

/** Whether two values say the same, whatever the order of their keys: a database does not keep it. */
function isSame(one: unknown, other: unknown): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
