import { type Query, queryString } from './query-string.ts';

/** Addresses from the request to the first contact; part of `paths`. */
export const offerPaths = {
  /** Where the head or the board of a school asks for help. */
  askForHelp: (urn: number, query: Query = {}) => `/schools/${urn}/placements/ask${queryString(query)}`,
  /** Where a service asks for a school. */
  askForSchool: (organisation: string, query: Query = {}) =>
    `/organisations/${organisation}/placements/new${queryString(query)}`,
  /** The approved pairs of a planning round, to begin as placements. */
  beginFromRound: (organisation: string, round: string, query: Query = {}) =>
    `/organisations/${organisation}/placements/from-round/${round}${queryString(query)}`,
  placementCandidates: (placement: string) => `/placements/${placement}/candidates`,
  /** One leader of the short list; with a part, a form of that page. */
  placementCandidate: (
    placement: string,
    candidate: string,
    part?: 'remove' | 'interests' | 'decision',
    query: Query = {},
  ) => `/placements/${placement}/candidates/${candidate}${part === undefined ? '' : `/${part}`}${queryString(query)}`,
  newOffer: (placement: string, candidate: string) => `/placements/${placement}/candidates/${candidate}/offer`,
  replyToOffer: (placement: string) => `/placements/${placement}/offers/reply`,
  endOffer: (placement: string) => `/placements/${placement}/moves/end-offer`,
  noteContact: (placement: string) => `/placements/${placement}/moves/note-contact`,
  objection: (placement: string, query: Query = {}) => `/placements/${placement}/objection${queryString(query)}`,
  takeBackObjection: (placement: string) => `/placements/${placement}/objection/take-back`,
  answerObjection: (placement: string) => `/placements/${placement}/objection/answer`,
  /** What a school, its leaders and its board are asked: offers and releases. */
  offersToSchool: (urn: number, query: Query = {}) => `/schools/${urn}/offers${queryString(query)}`,
  offerToSchool: (urn: number, offer: string, query: Query = {}) =>
    `/schools/${urn}/offers/${offer}${queryString(query)}`,
  /** What a private link opens. */
  offerLink: (kind: 'offer' | 'release', token: string, query: Query = {}) =>
    `/links/${kind}/${token}${queryString(query)}`,
} as const;
