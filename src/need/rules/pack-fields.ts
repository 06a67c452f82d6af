import { academicYear } from '../../schools/rules/facts.ts';
import type { IndicatorPolicy, NeedPolicy } from './need-policy.ts';

/** How a value is written in a box: `percent` is a share of 1 written as a percentage, `years` are school years, the newest first. */
export type FieldKind = 'number' | 'percent' | 'year' | 'years' | 'words' | 'flag' | 'category' | 'categories';

/** One value of a policy that a service may change. */
export interface PackField {
  /** Its place in the policy, which is also the name of its box: 'indicators.3.steps.0.points'. */
  path: string;
  label: string;
  /** Said after the box: '%', 'months'. */
  unit: string | null;
  kind: FieldKind;
  /** A step that is not there yet, for one that a service wants to add. */
  isNew?: true;
}

/** Fields that belong together and have a form of their own. */
export interface PackGroup {
  /** In the address: 'categories', 'rules', 'indicator-3'. */
  id: string;
  title: string;
  fields: PackField[];
}

interface Told {
  label: string;
  unit?: string;
  kind: FieldKind;
}

/** What each key of a policy is called. A key that is not named here is not for a service to change. */
const TOLD: Readonly<Record<string, Told>> = {
  title: { label: 'Title of the pack', kind: 'words' },
  label: { label: 'Name', kind: 'words' },
  source: { label: 'Source, or why it is so', kind: 'words' },
  reason: { label: 'Reason, as it reads after “at least this category when”', kind: 'words' },
  question: { label: 'Question to whoever enters it', kind: 'words' },
  clearLevel: { label: 'Answer that calls for nothing', kind: 'words' },
  level: { label: 'Name of the step', kind: 'words' },
  validMonths: { label: 'An entry counts for', unit: 'months', kind: 'number' },
  fromPoints: { label: 'Begins at', unit: 'points', kind: 'number' },
  daysPerYear: { label: 'Days of support a year', unit: 'days', kind: 'number' },
  inNeed: { label: 'Categories that are offered a leader', kind: 'categories' },
  results: { label: 'Results of a predecessor count where a school has none of its own', kind: 'flag' },
  inspections: { label: 'Inspections of a predecessor count where a school has none of its own', kind: 'flag' },
  points: { label: 'Points', unit: 'points', kind: 'number' },
  doubtfulPoints: { label: 'Points when it is less certain', unit: 'points', kind: 'number' },
  certainty: { label: 'Certainty it takes', unit: '% chance of truly being so', kind: 'percent' },
  years: { label: 'School years to look in, the newest first', kind: 'years' },
  fromYear: { label: 'Compared from the school year', kind: 'year' },
  toYear: { label: 'Compared to the school year', kind: 'year' },
  abovePercentile: {
    label: 'Higher than in this share of schools of the phase',
    unit: '% of schools',
    kind: 'percent',
  },
  idaciDecile: {
    label: 'Or in this tenth of neighbourhoods or a poorer one (0: not looked at)',
    unit: 'tenth',
    kind: 'number',
  },
  fewestPupils: { label: 'Not of fewer pupils than', unit: 'pupils', kind: 'number' },
  fewestYears: { label: 'Fewest years with a figure', unit: 'years', kind: 'number' },
  fall: { label: 'Falls by at least', kind: 'number' },
  fallPercent: { label: 'Falls by at least', unit: '%', kind: 'number' },
  endsBelow: { label: 'And ends below', kind: 'number' },
  inARow: { label: 'Inspections in a row', unit: 'inspections', kind: 'number' },
  deficitPercent: { label: 'Deficit of at least', unit: '% of income', kind: 'number' },
  schoolYears: { label: 'Counts for so many school years', unit: 'school years', kind: 'number' },
  below: { label: 'Raised when it is below', unit: '%', kind: 'number' },
  line: { label: 'What that line is, in words', kind: 'words' },
  over: { label: 'Raised when the gap is over', unit: 'percentage points', kind: 'number' },
  pointsMore: { label: 'Rises by at least', unit: 'percentage points', kind: 'number' },
  note: { label: 'Said besides', kind: 'words' },
};

/** The groups of a policy with all that a service may change, in the policy's own order. */
export function packGroups(policy: NeedPolicy): PackGroup[] {
  return [
    {
      id: 'categories',
      title: 'Title, categories and days',
      fields: [
        field('title', 'title', ''),
        ...policy.categories.flatMap((category, i) =>
          fieldsIn(category, `categories.${i}`, `Category ${category.code}: `),
        ),
        field('inNeed', 'inNeed', ''),
        ...(policy.inherited === undefined ? [] : fieldsIn(policy.inherited, 'inherited', 'Inherited: ')),
      ],
    },
    {
      id: 'rules',
      title: 'Findings that ask for a category whatever the points',
      fields: policy.atLeast.flatMap((rule, i) => [
        {
          path: `atLeast.${i}.category`,
          label: `Rule ${i + 1}: at least category`,
          unit: null,
          kind: 'category' as const,
        },
        ...fieldsIn({ reason: rule.reason, source: rule.source }, `atLeast.${i}`, `Rule ${i + 1}: `),
      ]),
    },
    ...policy.indicators.map((indicator, i) => ({
      id: `indicator-${i}`,
      title: indicatorTitle(policy, i),
      fields: [...fieldsIn(indicator, `indicators.${i}`, ''), ...stepToAdd(indicator, i)],
    })),
  ];
}

/** "Progress (secondary schools)": two indicators of one name are told apart by their schools. */
export function indicatorTitle(policy: NeedPolicy, index: number): string {
  const indicator = policy.indicators[index]!;
  const alone = policy.indicators.filter(({ label }) => label === indicator.label).length === 1;
  if (alone) return indicator.label;
  const primary = 'keyStage' in indicator ? indicator.keyStage === 'ks2' : indicator.phaseGroups[0] === 'primary';
  return `${indicator.label} (${primary ? 'primary' : 'secondary'} schools)`;
}

/** The value at a place of a policy; undefined where there is none. */
export function valueAt(policy: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (found, key) =>
        typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[key] : undefined,
      policy,
    );
}

/** A value as it stands in its box. */
export function asTyped(value: unknown, kind: FieldKind): string {
  if (value === undefined || value === null) return '';
  if (kind === 'percent' && typeof value === 'number') return String(Number((value * 100).toPrecision(12)));
  if (kind === 'year' && typeof value === 'number') return academicYear(value);
  if (Array.isArray(value))
    return value.map((one) => (kind === 'years' ? academicYear(Number(one)) : String(one))).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A value in a sentence: "75%", "20 points", "2018-19, else 2017-18". */
export function valueWords(value: unknown, { kind, unit }: Pick<PackField, 'kind' | 'unit'>): string {
  const typed = asTyped(value, kind);
  if (typed === '') return 'nothing';
  if (kind === 'years') return typed.replaceAll(', ', ', else ');
  if (kind === 'categories') return typed.replaceAll(', ', ' and ');
  if (unit === null || kind === 'words') return kind === 'words' ? `“${typed}”` : typed;
  return unit.startsWith('%') ? `${typed}${unit}` : `${typed} ${unit === 'points' && typed === '1' ? 'point' : unit}`;
}

function fieldsIn(part: object, path: string, before: string, isEntered = 'question' in part): PackField[] {
  return Object.entries(part).flatMap(([key, value]): PackField[] => {
    if (key === 'steps' && Array.isArray(value)) {
      return value.flatMap((step: object, i) =>
        fieldsIn(step, `${path}.steps.${i}`, `${before}Step ${i + 1}${nameOf(step)}: `, isEntered),
      );
    }
    if (key === 'level' && !isEntered) return [];
    if (key !== 'code' && typeof value === 'object' && value !== null && !Array.isArray(value))
      return fieldsIn(value as object, `${path}.${key}`, before);
    return TOLD[key] !== undefined && fits(value, TOLD[key].kind) ? [field(`${path}.${key}`, key, before)] : [];
  });
}

/** Only what people enter has answers that a service can add to: other steps are lines, which rules look for by name. */
function stepToAdd(indicator: IndicatorPolicy, index: number): PackField[] {
  if (!('question' in indicator)) return [];
  const path = `indicators.${index}.steps.${indicator.steps.length}`;
  return ['level', 'points'].map((key) => ({
    ...field(`${path}.${key}`, key, 'One more step: '),
    isNew: true as const,
  }));
}

function nameOf(step: object): string {
  return 'level' in step && typeof step.level === 'string' ? ` (${step.level})` : '';
}

function field(path: string, key: string, before: string): PackField {
  const { label, unit, kind } = TOLD[key]!;
  return { path, label: before === '' ? label : `${before}${lowered(label)}`, unit: unit ?? null, kind };
}

function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

// A key may stand for another thing in an indicator to come: what does not look like its kind is left alone.
function fits(value: unknown, kind: FieldKind): boolean {
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'words') return typeof value === 'string';
  if (kind === 'years') return Array.isArray(value) && value.every((one) => typeof one === 'number');
  if (kind === 'categories') return Array.isArray(value);
  return typeof value === 'number';
}
