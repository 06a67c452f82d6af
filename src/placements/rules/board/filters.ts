import type { PlacementState } from '../states.ts';

/** What of a service's placements the board shows. Nothing chosen shows all. */
export interface BoardFilters {
  states: readonly PlacementState[];
  risks: readonly ('red' | 'amber' | 'green' | 'none')[];
  lateOnly: boolean;
  /** 'me', 'nobody', the id of a broker, or null for all. */
  broker: string | null;
  /** Code of a kind of help. */
  supportType: string | null;
  /** In the reference, a school's name or number, or the leader's name. */
  text: string;
  order: BoardOrder;
  page: number;
}

export const BOARD_ORDERS = ['due', 'school', 'leader', 'state', 'broker', 'risk', 'newest'] as const;

export type BoardOrder = (typeof BOARD_ORDERS)[number];

export const NO_FILTERS: BoardFilters = {
  states: [],
  risks: [],
  lateOnly: false,
  broker: null,
  supportType: null,
  text: '',
  order: 'due',
  page: 1,
};

/** Placements on a page of the board. */
export const PAGE_LENGTH = 50;

/** The filters as an address carries them; what is as by default is left out. */
export function boardQuery(filters: BoardFilters): string {
  const query = new URLSearchParams();
  for (const state of filters.states) query.append('state', state);
  for (const risk of filters.risks) query.append('risk', risk);
  if (filters.lateOnly) query.set('late', 'yes');
  if (filters.broker !== null) query.set('broker', filters.broker);
  if (filters.supportType !== null) query.set('kind', filters.supportType);
  if (filters.text !== '') query.set('text', filters.text);
  if (filters.order !== NO_FILTERS.order) query.set('order', filters.order);
  if (filters.page !== 1) query.set('page', String(filters.page));
  return query.toString();
}
