import type { PhaseGroup } from '../../../schools/rules/facts.ts';
import type { Field } from '../support-policy.ts';

export const LEADER_STATUSES = ['active', 'paused', 'ended'] as const;
export type LeaderStatus = (typeof LEADER_STATUSES)[number];

/** What a service writes down of a leader. */
export interface LeaderDetails {
  name: string;
  /** In small letters. */
  email: string | null;
  /** URN of the school that releases them. */
  homeUrn: number;
  phases: readonly PhaseGroup[];
  fields: readonly Field[];
  /** Where they worked, a few words each: "coastal town", "one-form entry". */
  contexts: readonly string[];
  /** Longest journey one way that they agreed to; null when they set none. */
  furthestMinutes: number | null;
  /** Most schools to help at once. */
  mostSchools: number;
  partnership: string | null;
}

/** An entry of a register at one version. */
export interface LeaderEntry extends LeaderDetails {
  id: string;
  organisationId: string;
  /** Null until they have an account. */
  personId: string | null;
  status: LeaderStatus;
  /** Why it is not active; null while it is. */
  statusWhy: string | null;
  version: number;
}

/** What each part of an entry is called on a page and in a file. */
export const DETAIL_WORDS: Readonly<Record<keyof LeaderDetails, string>> = {
  name: 'Name',
  email: 'Email address',
  homeUrn: 'Home school (URN)',
  phases: 'Phases',
  fields: 'Fields',
  contexts: 'Contexts worked in',
  furthestMinutes: 'Longest journey, minutes one way',
  mostSchools: 'Most schools at once',
  partnership: 'Partnership',
};

export const STATUS_WORDS: Readonly<Record<LeaderStatus, string>> = {
  active: 'Active',
  paused: 'Paused',
  ended: 'Ended',
};
