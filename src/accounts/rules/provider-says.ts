import type { Claims } from './claim-values.ts';

/** What a provider says of a person, once it is checked. Issuer and subject together say who it is; everything else may change. */
export interface ProviderSays {
  issuer: string;
  subject: string;
  /** What the signed token says. */
  idToken: Claims;
  /** The same and what the provider adds when asked for more. */
  claims: Claims;
}

/**
 * Why a sign-in at a provider came to nothing: the person (or the provider, for them) declined, the provider refused, it did not
 * answer, or what came back failed a check.
 */
export interface ProviderFailure {
  kind: 'declined' | 'refused' | 'silent' | 'not to be believed';
  reason: string;
}
