/** Somebody's role in an organisation, as its administrators see it. */
export interface Member {
  membershipId: string;
  personId: string;
  name: string;
  /** Null once the person is erased. */
  email: string | null;
  role: string;
  grantedBy: 'invitation' | 'provider' | 'operator' | 'demonstration';
  since: Date;
  /** When an administrator last said that the role is still right; at first, when it was given. */
  reviewedAt: Date;
  /** When the role was last used; null when no session of it is on record. */
  lastUsed: Date | null;
}

/** An invitation that is neither taken up nor withdrawn. */
export interface WaitingInvitation {
  id: string;
  name: string;
  email: string;
  role: string;
  invitedBy: string | null;
  invitedAt: Date;
  expiresAt: Date;
}

export const GRANTED_BY: Record<Member['grantedBy'], string> = {
  invitation: 'invitation',
  provider: 'sign-in provider',
  operator: 'whoever runs the service',
  demonstration: 'demonstration',
};
