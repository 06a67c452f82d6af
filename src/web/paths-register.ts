import { type Query, queryString } from './query-string.ts';

/** Addresses of leaders' registers and of the public directory; part of `paths`. */
export const registerPaths = {
  /** The leaders' register of a service. The query carries filters and the page. */
  register: (organisation: string, query?: Query) => `/organisations/${organisation}/leaders${queryString(query)}`,
  registerPart: (organisation: string, part: 'new' | 'import' | 'register.csv' | 'register.xlsx') =>
    `/organisations/${organisation}/leaders/${part}`,
  /** One leader of it; with a part, the form in which it is changed. */
  leader: (organisation: string, leader: string, part?: LeaderPart, query?: Query) =>
    `/organisations/${organisation}/leaders/${leader}${part === undefined ? '' : `/${part}`}${queryString(query)}`,
  /** Where other standing that was written down is taken back. */
  leaderStanding: (organisation: string, leader: string, standing: string) =>
    `/organisations/${organisation}/leaders/${leader}/standing/${standing}`,
  /** What registers hold about oneself. */
  ownEntries: (query?: Query) => `/leaders/me${queryString(query)}`,
  ownEntry: (leader: string, part: OwnPart) => `/leaders/me/${leader}/${part}`,
  ownStanding: (leader: string, standing: string) => `/leaders/me/${leader}/standing/${standing}`,
  /** Leaders who let the public find them. */
  directory: (query?: Query) => `/directory${queryString(query)}`,
  directoryLeader: (leader: string) => `/directory/${leader}`,
} as const;

export type OwnPart = 'days' | 'standing' | 'consent';
export type LeaderPart = OwnPart | 'change' | 'status' | 'designation';
