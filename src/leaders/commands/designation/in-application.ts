import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { AuditDetail } from '../../../access/audit.ts';
import type { Organisation, Role } from '../../../access/roles.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import { fileOfApplication } from '../../queries/designation/file-of-application.ts';
import { aloneInApplication, partsIn } from '../../queries/designation/parts.ts';
import type { ApplicationFile } from '../../rules/designation/application.ts';
import type { DesignationPart } from '../../rules/designation/states.ts';

export type Done<R extends string> = { ok: true } | { ok: false; reason: R };

/** What failed, or what the trail adds. */
export type Worked<R extends string> = { failed: R; detail?: never } | { failed?: never; detail?: AuditDetail };

export interface InApplication {
  transaction: ScopedTransaction;
  file: ApplicationFile;
  parts: readonly DesignationPart[];
  organisation: Organisation;
  person: string;
  role: Role;
}

/**
 * Does something to an application of the acting service that whoever acts may read, with nobody else changing it meanwhile. `work` answers
 * with what failed, or null when it is done.
 */
export function inApplication<R extends string>(
  db: Kysely<Database>,
  scope: Scope,
  applicationId: string,
  step: string,
  work: (at: InApplication) => Promise<Worked<R>>,
): Promise<Done<R | 'no such application'>> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Done<R | 'no such application'>>> => {
    const detail = { application: applicationId, step };
    await aloneInApplication(transaction, applicationId);
    const file = await fileOfApplication(transaction, applicationId);
    if (file === null || file.application.organisationId !== organisation.id)
      return { result: { ok: false, reason: 'no such application' }, outcome: 'failed', detail };
    const parts = await partsIn(transaction, applicationId);
    const done = await work({ transaction, file, parts, organisation, person, role });
    if (done.failed !== undefined)
      return {
        result: { ok: false, reason: done.failed },
        outcome: 'failed',
        detail: { ...detail, reason: done.failed },
      };
    return { result: { ok: true }, detail: { ...detail, ...done.detail } };
  });
}
