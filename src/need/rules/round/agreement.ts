/** What was written down of an academy's taking part in the rounds of a local authority. */
export interface RecordedAgreement {
  id: string;
  urn: number;
  service: string;
  takesPart: boolean;
  /** Who agreed, or withdrew, in words. */
  agreedBy: string;
  agreedFor: 'trust' | 'academy';
  /** ISO days. */
  on: string;
  until: string | null;
  scope: string;
  /** Who wrote it down, and for whom. */
  by: string;
  fromSchool: boolean;
  at: string;
}

/** A school of a service's area with what stands on its taking part. */
export interface Participation {
  urn: number;
  name: string;
  /** Whether it needs an agreement: an academy, and the service a local authority. */
  byAgreement: boolean;
  takesPart: boolean;
  agreement: RecordedAgreement | null;
}

/** Whether an agreement stands on an ISO day; the database's `takes_part` says the same in SQL. */
export function stands(
  { takesPart, on, until }: Pick<RecordedAgreement, 'takesPart' | 'on' | 'until'>,
  day: string,
): boolean {
  return takesPart && on <= day && (until === null || until >= day);
}

/** What is written down when an academy agrees to take part. */
export type NewAgreement = Pick<RecordedAgreement, 'agreedBy' | 'agreedFor' | 'on' | 'until' | 'scope'>;
