/** A payment of an invoice, or one that undoes another. */
export interface Payment {
  id: string;
  /** Negative where it undoes another. */
  pence: number;
  /** ISO day. */
  paidOn: string;
  reference: string;
  undoes: string | null;
  /** Null to people of schools. */
  recordedBy: string | null;
  recordedAt: Date;
}

/** Payments that stand: neither undone nor the undoing of another. */
export function standingPayments(payments: readonly Payment[]): Payment[] {
  const undone = new Set(payments.map(({ undoes }) => undoes));
  return payments.filter(({ id, undoes }) => undoes === null && !undone.has(id));
}
