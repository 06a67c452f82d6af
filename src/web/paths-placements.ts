import { type Query, queryString } from './query-string.ts';

/** Addresses of placements; part of `paths`. */
export const placementPaths = {
  /** The board of a service's placements. The query carries its filters as `boardQuery` writes them. */
  placements: (organisation: string, query = '') =>
    `/organisations/${organisation}/placements${query === '' ? '' : `?${query}`}`,
  placementsFilter: (organisation: string) => `/organisations/${organisation}/placements/filter`,
  placementsFile: (organisation: string, kind: 'csv' | 'xlsx', query = '') =>
    `/organisations/${organisation}/placements.${kind}${query === '' ? '' : `?${query}`}`,
  /** Placements of a service against need and capacity. */
  placementsService: (organisation: string) => `/organisations/${organisation}/placements/service`,
  /** The placements of a school, received and given. */
  schoolPlacements: (urn: number) => `/schools/${urn}/placements`,
  /** A placement, for everybody who takes part in it. */
  placement: (id: string, query: Query = {}) => `/placements/${id}${queryString(query)}`,
  /** One of its pages: 'agreement', 'visits', 'history'. */
  placementPage: (id: string, page: string, query: Query = {}) =>
    page === 'overview' ? `/placements/${id}${queryString(query)}` : `/placements/${id}/${page}${queryString(query)}`,
  placementEdit: (id: string) => `/placements/${id}/edit`,
  /** Where a move of the table of states is made. */
  placementMove: (id: string, move: string) => `/placements/${id}/moves/${move}`,
  /** One record of a placement on its page: 'actions', 'visits', 'training', 'progress', 'concerns', 'coaching'; `deed` is what is done with it. */
  placementRecord: (id: string, kind: string, record: string, deed?: string, query: Query = {}) =>
    `/placements/${id}/${kind}/${record}${deed === undefined ? '' : `/${deed}`}${queryString(query)}`,
  /** Where a new one is made. */
  placementNew: (id: string, kind: string, query: Query = {}) => `/placements/${id}/new-${kind}${queryString(query)}`,
  /** A page below the agreement: 'meeting', 'send', 'sign', 'compare', 'version', 'objective', or a part ('parts/money'). */
  agreementPage: (id: string, page: string, query: Query = {}) =>
    `/placements/${id}/agreement/${page}${queryString(query)}`,
  /** A page below the review or the evaluation: 'review/words', 'evaluation/impact'. */
  lifePage: (id: string, page: string, query: Query = {}) => `/placements/${id}/${page}${queryString(query)}`,
} as const;
