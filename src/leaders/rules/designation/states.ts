/** Where an application is. */
export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'awaiting reference',
  'eligibility check',
  'panel',
  'designated',
  'deferred',
  'declined',
  'appeal',
  'withdrawn',
] as const;

export type ApplicationState = (typeof APPLICATION_STATES)[number];

/**
 * Parts that people have in an application. `accountable officer`: the board of the home school, or its trust. `house`: what follows of
 * itself from a deed of the applicant or a referee.
 */
export const DESIGNATION_PARTS = [
  'applicant',
  'accountable officer',
  'service',
  'panel chair',
  'appeal hearer',
  'house',
] as const;

export type DesignationPart = (typeof DESIGNATION_PARTS)[number];

/** One way from state to state. */
export interface ApplicationMove {
  from: ApplicationState;
  to: ApplicationState;
  by: readonly DesignationPart[];
  /** As the end of "may": "submit the application". */
  deed: string;
  /** What must be there first, in words; null: nothing. */
  gate: string | null;
  /** Whether a reason must be given. */
  reason: boolean;
}

const OWN = 'withdraw the application';

/** Every move there is. The database holds the same table (`designation_transition`) and refuses any other. */
export const APPLICATION_MOVES: readonly ApplicationMove[] = [
  {
    from: 'draft',
    to: 'submitted',
    by: ['applicant'],
    deed: 'submit the application',
    gate: 'every step is complete and the round is open',
    reason: false,
  },
  { from: 'draft', to: 'withdrawn', by: ['applicant'], deed: OWN, gate: null, reason: false },
  {
    from: 'submitted',
    to: 'awaiting reference',
    by: ['house'],
    deed: 'ask the referees by mail',
    gate: null,
    reason: false,
  },
  { from: 'submitted', to: 'withdrawn', by: ['applicant'], deed: OWN, gate: null, reason: false },
  {
    from: 'awaiting reference',
    to: 'eligibility check',
    by: ['house', 'service'],
    deed: 'go on to the eligibility check',
    gate: 'every reference is in; without one the service gives a reason, after the day by which it was asked for',
    reason: false,
  },
  { from: 'awaiting reference', to: 'withdrawn', by: ['applicant'], deed: OWN, gate: null, reason: false },
  {
    from: 'eligibility check',
    to: 'panel',
    by: ['service'],
    deed: 'put the application to the panel',
    gate: 'every rule is met, or a person decided on it that the panel hears the applicant',
    reason: false,
  },
  {
    from: 'eligibility check',
    to: 'declined',
    by: ['service'],
    deed: 'decline the applicant as not eligible',
    gate: 'a rule is decided as not met',
    reason: true,
  },
  { from: 'eligibility check', to: 'withdrawn', by: ['applicant'], deed: OWN, gate: null, reason: false },
  {
    from: 'panel',
    to: 'designated',
    by: ['panel chair'],
    deed: 'designate the applicant',
    gate: 'every member without an interest has scored',
    reason: true,
  },
  {
    from: 'panel',
    to: 'deferred',
    by: ['panel chair'],
    deed: 'defer the decision to a day',
    gate: 'every member without an interest has scored',
    reason: true,
  },
  {
    from: 'panel',
    to: 'declined',
    by: ['panel chair'],
    deed: 'decline the applicant',
    gate: 'every member without an interest has scored',
    reason: true,
  },
  { from: 'panel', to: 'withdrawn', by: ['applicant'], deed: OWN, gate: null, reason: false },
  {
    from: 'deferred',
    to: 'panel',
    by: ['service'],
    deed: 'put the application to the panel again',
    gate: null,
    reason: false,
  },
  { from: 'deferred', to: 'withdrawn', by: ['applicant'], deed: OWN, gate: null, reason: false },
  {
    from: 'declined',
    to: 'appeal',
    by: ['applicant', 'accountable officer'],
    deed: 'appeal',
    gate: 'once, within the days of the policy',
    reason: true,
  },
  { from: 'appeal', to: 'designated', by: ['appeal hearer'], deed: 'uphold the appeal', gate: null, reason: true },
  { from: 'appeal', to: 'declined', by: ['appeal hearer'], deed: 'dismiss the appeal', gate: null, reason: true },
  { from: 'appeal', to: 'withdrawn', by: ['applicant'], deed: OWN, gate: null, reason: false },
];

/** The move between two states that a person with these parts may make, or null. */
export function moveBy(
  from: ApplicationState,
  to: ApplicationState,
  parts: readonly DesignationPart[],
): ApplicationMove | null {
  const move = APPLICATION_MOVES.find((one) => one.from === from && one.to === to);
  return move !== undefined && move.by.some((part) => parts.includes(part)) ? move : null;
}

/** Where somebody with these parts could take an application in a state. */
export function movesFrom(from: ApplicationState, parts: readonly DesignationPart[]): ApplicationMove[] {
  return APPLICATION_MOVES.filter((move) => move.from === from && move.by.some((part) => parts.includes(part)));
}

/** States in which an outcome was told: the applicant may then read the references. */
export const TOLD_STATES: readonly ApplicationState[] = ['designated', 'deferred', 'declined', 'appeal'];
