/** The rules of the retention policy, in the order in which they are applied. */
export const RETENTION_RULES = [
  'ended sessions',
  'sent mail',
  'used or expired invitations',
  'used or expired reset links',
  'unfinished sign-ins',
  'answered complaints',
  'decided data requests',
  'entries on the need of schools',
  'words of moderation rounds',
  'letters of moderation rounds',
  'planning rounds',
  'declarations and panels of planning rounds',
  'ended entries of registers of leaders',
  'placements that are over',
  'used or expired private links',
  'applications and reviews of designation',
  'reminders that were sent',
  'coaching notes',
  'words of the work of placements',
  'money of placements',
  'people without a role',
  'audit trail',
] as const;

export type RetentionRule = (typeof RETENTION_RULES)[number];
