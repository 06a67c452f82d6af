import { z } from 'zod';
import { BOARD_ORDERS, type BoardFilters, NO_FILTERS } from '../../rules/board/filters.ts';
import { STATES } from '../../rules/states.ts';

const listOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z.array(z.string()).transform((given) => [...new Set(given)].filter((one): one is T => values.includes(one as T)));

const filters = z.object({
  state: listOf(STATES),
  risk: listOf(['red', 'amber', 'green', 'none']),
  late: z.array(z.string()),
  broker: z.array(z.string()),
  kind: z.array(z.string().max(60)),
  text: z.array(z.string()),
  order: listOf(BOARD_ORDERS),
  page: z.array(z.string()),
});

/** The filters that an address or a form carries. What makes no sense is passed over: a board shows itself whatever was typed into its address. */
export function readBoardFilters(given: URLSearchParams): BoardFilters {
  const all = Object.fromEntries(Object.keys(filters.shape).map((name) => [name, given.getAll(name)]));
  const parsed = filters.safeParse(all);
  if (!parsed.success) return NO_FILTERS;
  const { state, risk, late, broker, kind, text, order, page } = parsed.data;
  const who = broker[0] ?? '';
  const number = Number(page[0] ?? '1');
  return {
    states: state,
    risks: risk,
    lateOnly: late[0] === 'yes',
    broker: who === 'me' || who === 'nobody' || z.uuid().safeParse(who).success ? who : null,
    supportType: kind[0] === undefined || kind[0] === '' ? null : kind[0],
    text: (text[0] ?? '').replaceAll('\0', '').trim().slice(0, 100),
    order: order[0] ?? 'due',
    page: Number.isInteger(number) && number >= 1 && number <= 100_000 ? number : 1,
  };
}
