import { z } from 'zod';
import { SORT_KEYS } from './rules/area-table.ts';
import type { Phase } from './rules/facts.ts';
import { HEADS_SORTS } from './rules/headship/england-heads-table.ts';
import { HEADLINE_MEASURES } from './rules/school-sections.ts';

/** Phases that a search can be narrowed to. */
export const SEARCH_PHASES = [
  'Primary',
  'Middle deemed primary',
  'Secondary',
  'Middle deemed secondary',
  'All-through',
  '16 plus',
  'Not applicable',
] as const satisfies readonly Phase[];

/** Schools that stand side by side at most. */
export const MOST_COMPARED = 4;

const urn = digits(100_000, 999_999);
const laCode = digits(100, 999);
const importId = digits(1, 2_147_483_647);
const page = digits(1, 10_000).catch(1);

/** A whole number written in digits alone: `1e5` and ` 7 ` are numbers to JavaScript and typing errors to people. */
function digits(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

/** An address with a number in it, such as a URN; anything else names no page. */
export const urnParam = urn;
export const importIdParam = importId;
export const laCodeParam = laCode;

// A filter or an order that makes no sense is as good as none: the page answers with what it can show.

export const searchInput = z.object({
  q: z.string().catch(''),
  phase: z.enum(SEARCH_PHASES).optional().catch(undefined),
  area: laCode.optional().catch(undefined),
  closed: z.literal('yes').optional().catch(undefined),
  page,
});

export type SearchInput = z.infer<typeof searchInput>;

export const areasInput = z.object({ q: z.string().max(100).catch('') });

export const areaInput = z.object({
  sort: z.enum(SORT_KEYS).catch('name'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  phase: z.enum(['primary', 'secondary']).optional().catch(undefined),
});

export type AreaInput = z.infer<typeof areaInput>;

export const ENGLAND_SORTS = ['name', 'region', 'schools', ...HEADLINE_MEASURES, 'good'] as const;

export const englandInput = z.object({
  phase: z.enum(['primary', 'secondary']).catch('primary'),
  measure: z.enum(HEADLINE_MEASURES).optional().catch(undefined),
  sort: z.enum(ENGLAND_SORTS).catch('name'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
});

export type EnglandInput = z.infer<typeof englandInput>;

export const englandHeadsInput = z.object({
  sort: z.enum(HEADS_SORTS).catch('turnover'),
  dir: z.enum(['asc', 'desc']).catch('desc'),
});

export const compareInput = z.object({
  urn: z
    .array(z.string())
    .transform((values) => [
      ...new Set(values.map((value) => urn.safeParse(value)).flatMap((parsed) => parsed.data ?? [])),
    ])
    .catch([]),
  add: z.string().max(200).optional().catch(undefined),
});

const part = z.string().max(10).catch('');

/** A day as its parts were typed, or as ISO text in a link. */
export const historyInput = z.object({ on: part, 'on-day': part, 'on-month': part, 'on-year': part });

export type HistoryInput = z.infer<typeof historyInput>;

/** The day (ISO) that was asked for: null when none was, undefined when what was typed is no day. */
export function dayAsked({ on, ...parts }: HistoryInput): string | null | undefined {
  const typed = [
    parts['on-year'].padStart(4, '0'),
    parts['on-month'].padStart(2, '0'),
    parts['on-day'].padStart(2, '0'),
  ];
  const text = on !== '' ? on : typed.join('-');
  if (text === '0000-00-00') return null;
  return z.iso.date().safeParse(text).data;
}

export const sourceInput = z.object({
  line: digits(2, 100_000_000).optional().catch(undefined),
});
