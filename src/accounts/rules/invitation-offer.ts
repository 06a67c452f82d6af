/** What the link of an open invitation shows. */
export interface InvitationOffer {
  organisation: string;
  role: string;
  name: string;
  email: string;
  invitedBy: string | null;
  expiresAt: Date;
  /** The person who has this email address already; null for somebody new. */
  personId: string | null;
}
