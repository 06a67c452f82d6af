import { z } from 'zod';
import { measureCode } from '../../policies.ts';
import { CONTEXT_SET, OWN_SET, type OwnChoice, type OwnFeaturesPolicy } from '../rules/feature-set.ts';
import type { SchoolFilter } from '../rules/school-filter.ts';

/** Most schools that are listed. */
export const MOST_LISTED = 60;
const FURTHEST_KM = 1000;
const MOST_PUPILS = 10_000;

/** What the reader of the page of similar schools asked for. A choice that makes no sense is as good as none. */
export interface SimilarChoice {
  set: string;
  /** Null: as the page usually has it. */
  k: number | null;
  km: number | null;
  measure: string | null;
  sort: 'likeness' | 'distance';
  filter: SchoolFilter;
  /** Of an own set; empty where the address names no weights. */
  own: OwnChoice[];
}

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .optional()
    .catch(undefined);
const named = z.string().min(1).max(80).optional().catch(undefined);
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).optional().catch(undefined);

const query = z.object({
  set: z
    .string()
    .regex(/^[a-z][a-z-]{0,30}$/)
    .catch(CONTEXT_SET),
  k: whole(1, MOST_LISTED),
  km: whole(1, FURTHEST_KM),
  measure: measureCode.optional().catch(undefined),
  sort: z.enum(['likeness', 'distance']).catch('likeness'),
  within: whole(1, FURTHEST_KM),
  region: named,
  area: whole(100, 999),
  kind: oneOf(['maintained', 'academy', 'free school']),
  place: oneOf(['urban', 'rural']),
  faith: named,
  rollFrom: whole(1, MOST_PUPILS),
  rollTo: whole(1, MOST_PUPILS),
  phase: oneOf(['Primary', 'Middle deemed primary', 'Secondary', 'Middle deemed secondary', 'All-through']),
  sex: oneOf(['mixed', 'girls', 'boys', 'same']),
  selective: oneOf(['selective', 'not selective']),
  trust: oneOf(['same', 'other']),
});

/** Keys of the address that make up the filter. */
export const FILTER_KEYS = [
  'within',
  'region',
  'area',
  'kind',
  'place',
  'faith',
  'rollFrom',
  'rollTo',
  'phase',
  'sex',
  'selective',
  'trust',
] as const satisfies readonly (keyof SchoolFilter)[];

/** Reads an address's query. Weights of an own set are `w.` and the figure; its scale is `s.` and the figure. */
export function similarChoice(given: Readonly<Record<string, string>>, own: OwnFeaturesPolicy): SimilarChoice {
  const { set, k, km, measure, sort } = query.parse(given);
  return {
    set,
    sort,
    k: k ?? null,
    km: km ?? null,
    measure: measure ?? null,
    filter: filterOf(given),
    own: set === OWN_SET ? ownChoices(given, own) : [],
  };
}

/** The filter of a query; what makes no sense is left out. */
export function filterOf(given: Readonly<Record<string, string>>): SchoolFilter {
  const asked = query.parse(given);
  return Object.fromEntries(FILTER_KEYS.flatMap((key) => (asked[key] === undefined ? [] : [[key, asked[key]]])));
}

function ownChoices(given: Readonly<Record<string, string>>, { features, mostWeight }: OwnFeaturesPolicy): OwnChoice[] {
  const weight = whole(0, mostWeight);
  return features.flatMap(({ figure }): OwnChoice[] => {
    const asked = weight.parse(given[`w.${figure}`]);
    if (asked === undefined) return [];
    return [{ figure, weight: asked, scale: given[`s.${figure}`] === 'range' ? 'range' : 'standard deviation' }];
  });
}

/** The address of a choice, without what is as usual, so that one choice has one address. */
export function choiceQuery(choice: SimilarChoice): Record<string, string | number> {
  const { set, k, km, measure, sort, filter, own } = choice;
  const scales = own.filter(({ scale, weight }) => scale === 'range' && weight > 0);
  return {
    ...(set !== CONTEXT_SET && { set }),
    ...(k !== null && { k }),
    ...(km !== null && { km }),
    ...(measure !== null && { measure }),
    ...(sort !== 'likeness' && { sort }),
    ...filter,
    ...Object.fromEntries(own.map(({ figure, weight }) => [`w.${figure}`, weight])),
    ...Object.fromEntries(scales.map(({ figure }) => [`s.${figure}`, 'range'])),
  };
}
