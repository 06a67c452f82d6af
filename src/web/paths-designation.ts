import { type Query, queryString } from './query-string.ts';

/** Addresses of designation: rounds and reviews of a service, applications of a school's leaders, and a referee's page. Part of `paths`. */
export const designationPaths = {
  /** Rounds as they are announced to everybody, and one of them. */
  announcedRounds: () => '/designation',
  announcedRound: (round: string) => `/designation/${round}`,
  designationRounds: (organisation: string, query: Query = {}) =>
    `/organisations/${organisation}/designation${queryString(query)}`,
  designationRound: (organisation: string, round: string, query: Query = {}) =>
    `/organisations/${organisation}/designation/${round}${queryString(query)}`,
  /** Where somebody is named to a panel, and where that ends. */
  designationPanel: (organisation: string, round: string, part: 'panel' | 'seats') =>
    `/organisations/${organisation}/designation/${round}/${part}`,
  designationApplication: (organisation: string, round: string, application: string, query: Query = {}) =>
    `/organisations/${organisation}/designation/${round}/applications/${application}${queryString(query)}`,
  /** What is done to an application: 'moves', 'scores'. */
  designationDeed: (
    organisation: string,
    round: string,
    application: string,
    deed: 'interest' | 'scores' | 'rulings' | 'check' | 'references' | 'moves',
  ) => `/organisations/${organisation}/designation/${round}/applications/${application}/${deed}`,
  designationReviews: (organisation: string, query: Query = {}) =>
    `/organisations/${organisation}/designation-reviews${queryString(query)}`,
  designationReview: (organisation: string, review: string, query: Query = {}) =>
    `/organisations/${organisation}/designation-reviews/${review}${queryString(query)}`,
  reviewDeed: (organisation: string, review: string, deed: 'evidence' | 'moved' | 'decision') =>
    `/organisations/${organisation}/designation-reviews/${review}/${deed}`,
  /** What a leader of a school applied for, can apply for, and is reviewed in. */
  ownDesignation: (urn: number, query: Query = {}) => `/schools/${urn}/designation${queryString(query)}`,
  beginApplication: (urn: number, round: string) => `/schools/${urn}/designation/${round}`,
  ownApplication: (urn: number, application: string, query: Query = {}) =>
    `/schools/${urn}/applications/${application}${queryString(query)}`,
  applicationStep: (urn: number, application: string, step: string) =>
    `/schools/${urn}/applications/${application}/steps/${step}`,
  ownApplicationDeed: (urn: number, application: string, deed: 'submit' | 'moves') =>
    `/schools/${urn}/applications/${application}/${deed}`,
  ownReviewAppeal: (urn: number, review: string) => `/schools/${urn}/designation-reviews/${review}/appeal`,
  /** How applications and reviews of a school's leaders ended, for its accountable officer. */
  designationOutcomes: (urn: number, query: Query = {}) => `/schools/${urn}/designation-outcomes${queryString(query)}`,
  outcomeAppeal: (urn: number, application: string) => `/schools/${urn}/designation-outcomes/${application}/appeal`,
  reviewOutcomeAppeal: (urn: number, review: string) => `/schools/${urn}/review-outcomes/${review}/appeal`,
  /** Where a referee answers, by a private link. */
  reference: (token: string) => `/links/reference/${token}`,
} as const;
