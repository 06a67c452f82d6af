import { sql } from 'kysely';
import type { Subject } from './permission.ts';
import type { Scope } from './scope.ts';
import type { ScopedTransaction } from './scoped-transaction.ts';

/** What the trail says of a deed besides who, when and to what: never a secret, never the words of a confidential record. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>;

export interface AuditEntry {
  action: string;
  outcome: 'done' | 'refused' | 'failed';
  detail?: AuditDetail;
  /** Whom it concerns when the house itself acts: the person who signs in, for example. */
  personId?: string | null;
}

/** Adds an entry to the trail, in the transaction of what it tells of. The database numbers and chains it. */
export async function addAuditEvent(transaction: ScopedTransaction, scope: Scope, entry: AuditEntry): Promise<void> {
  const [kind, id] = subjectKey(scope.subject);
  const acting = scope.person?.acting ?? null;
  await transaction
    .insertInto('audit_event')
    .values({
      person_id: scope.person?.id ?? entry.personId ?? null,
      organisation_id: acting?.organisation.id ?? null,
      role: acting?.role ?? null,
      action: entry.action,
      outcome: entry.outcome,
      subject_kind: kind,
      subject_id: id,
      detail: JSON.stringify(entry.detail ?? {}),
      ip: scope.ip,
      // The trigger sets these; a value here would be overwritten.
      seq: 0,
      at: sql<Date>`now()`,
      previous_hash: '',
      hash: '',
    })
    .execute();
}

function subjectKey(subject: Subject): [kind: string, id: string | null] {
  switch (subject.kind) {
    case 'site':
      return ['site', null];
    case 'person':
      return ['person', subject.personId];
    case 'organisation':
      return ['organisation', subject.organisationId];
    case 'area':
      return ['area', String(subject.laCode)];
    case 'trust':
      return ['trust', String(subject.groupUid)];
    case 'school':
      return ['school', String(subject.urn)];
    case 'placement':
      return ['placement', subject.placementId];
  }
}
