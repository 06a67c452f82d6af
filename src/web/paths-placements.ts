/** Addresses of placements; part of `paths`. */
export const placementPaths = {
  /** A placement, for everybody who takes part in it. */
  placement: (id: string, query: Readonly<Record<string, string>> = {}) => `/placements/${id}${asked(query)}`,
  /** One of its pages: 'agreement', 'visits', 'history'. */
  placementPage: (id: string, page: string, query: Readonly<Record<string, string>> = {}) =>
    page === 'overview' ? `/placements/${id}${asked(query)}` : `/placements/${id}/${page}${asked(query)}`,
  placementEdit: (id: string) => `/placements/${id}/edit`,
  /** Where a move of the table of states is made. */
  placementMove: (id: string, move: string) => `/placements/${id}/moves/${move}`,
  /** One record of a placement on its page: 'actions', 'visits', 'training', 'progress', 'concerns', 'coaching'; `deed` is what is done with it. */
  placementRecord: (
    id: string,
    kind: string,
    record: string,
    deed?: string,
    query: Readonly<Record<string, string>> = {},
  ) => `/placements/${id}/${kind}/${record}${deed === undefined ? '' : `/${deed}`}${asked(query)}`,
  /** Where a new one is made. */
  placementNew: (id: string, kind: string, query: Readonly<Record<string, string>> = {}) =>
    `/placements/${id}/new-${kind}${asked(query)}`,
  /** A page below the agreement: 'meeting', 'send', 'sign', 'compare', 'version', 'objective', or a part ('parts/money'). */
  agreementPage: (id: string, page: string, query: Readonly<Record<string, string>> = {}) =>
    `/placements/${id}/agreement/${page}${asked(query)}`,
  /** A page below the review or the evaluation: 'review/words', 'evaluation/impact'. */
  lifePage: (id: string, page: string, query: Readonly<Record<string, string>> = {}) =>
    `/placements/${id}/${page}${asked(query)}`,
} as const;

function asked(query: Readonly<Record<string, string>>): string {
  return Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`;
}
