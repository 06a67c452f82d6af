import type { PhaseGroup } from '../../schools/rules/facts.ts';
import { type CsvCell, csvText } from '../../schools/rules/csv-text.ts';
import type { Assessment, IndicatorResult } from './assessment.ts';
import { daysFor } from './category.ts';
import { type Decided, decisionWords } from './decision.ts';
import type { Category, IndicatorCode, NeedPolicy } from './need-policy.ts';
import { shortReason } from './short-reason.ts';

/** What a list of schools shows of each. */
export interface ListedNeed extends Decided {
  name: string;
  phase: string;
  phaseGroup: PhaseGroup | null;
}

/** What narrows a list of schools. `first` keeps the categories that are offered a leader. */
export interface NeedFilter {
  category?: Category | 'first';
  phase?: PhaseGroup;
  /** `yes` keeps those that a person has confirmed or changed. */
  moderated?: 'yes' | 'no';
}

/** The pack that a list was read under, and the service whose own it is, if it is one's own. */
export interface PackNamed {
  policy: NeedPolicy;
  owner?: { name: string };
}

/** The schools that a filter keeps, in the order given. */
export function filtered<School extends ListedNeed>(
  needs: readonly School[],
  { category, phase, moderated }: NeedFilter,
  policy: Pick<NeedPolicy, 'inNeed'>,
): School[] {
  const wanted = category === 'first' ? policy.inNeed : category === undefined ? null : [category];
  return needs.filter(
    (need) =>
      (wanted === null || wanted.includes(need.category)) &&
      (phase === undefined || need.phaseGroup === phase) &&
      (moderated === undefined || (need.decision !== null) === (moderated === 'yes')),
  );
}

/** How many schools are in each category. */
export function countByCategory(needs: readonly Pick<Assessment, 'category'>[]): Record<Category, number> {
  const counts: Record<Category, number> = { A: 0, B: 0, C: 0, D: 0 };
  for (const { category } of needs) counts[category] += 1;
  return counts;
}

/** The raised indicators of a school, those with most points first. */
export function raisedOf({ indicators }: Pick<Assessment, 'indicators'>): IndicatorResult[] {
  return indicators.filter(({ state }) => state === 'raised').toSorted((a, b) => b.points - a.points);
}

/**
 * A list of schools in the order of help as CSV. Each indicator has three columns: its state, its points (blank when it was
 * not judged, so that missing is never zero) and its sentence.
 */
export function needsCsv(needs: readonly ListedNeed[], { policy, owner }: PackNamed): string {
  const labels = new Map<IndicatorCode, string>(policy.indicators.map(({ code, label }) => [code, label]));
  const head = [
    'URN',
    'School',
    'Phase',
    'Category',
    'Category from published data',
    'Confirmed or changed',
    'Points',
    'Days of support a year under the policy',
    'Why this category',
    'Raised',
    'Not known',
    ...[...labels.values()].flatMap((label) => [label, `${label}: points`, `${label}: in words`]),
    'Policy',
    'Policy title',
    'Policy of',
    'Published data as at',
  ];
  return csvText(
    head,
    needs.map((need): CsvCell[] => [
      need.urn,
      need.name,
      need.phase,
      need.category,
      need.computed,
      need.decision === null ? null : decisionWords(need.decision, need.computed),
      need.points,
      daysFor(policy, need.category),
      need.because,
      raisedOf(need).map(shortReason).join('; '),
      need.missing.map((code) => labels.get(code) ?? code).join('; '),
      ...[...labels.keys()].flatMap((code): CsvCell[] => {
        const result = need.indicators.find((indicator) => indicator.code === code);
        if (result === undefined) return ['not asked of this school', null, null];
        return [STATES[result.state], result.state === 'missing' ? null : result.points, result.sentence];
      }),
      policy.id,
      policy.title,
      owner?.name ?? 'England',
      need.asAt,
    ]),
  );
}

const STATES: Record<IndicatorResult['state'], string> = {
  raised: 'raised',
  clear: 'not raised',
  missing: 'not known',
};
