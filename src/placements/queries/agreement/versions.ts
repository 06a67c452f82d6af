import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { PlacementScope } from '../../policy.ts';
import type { AgreementContent } from '../../rules/agreement/content.ts';
import { type Signature, signersOf, type SigningPart, versionInForce } from '../../rules/agreement/signing.ts';
import { placementIdOf } from '../placement.ts';

/** A version of an agreement: a draft while it has no hash. */
export interface AgreementVersion {
  id: string;
  number: number;
  content: AgreementContent;
  /** Of a draft: what a form carries, so that two editors see each other. */
  revision: number;
  /** The text that was signed, and its hash; null for a draft. */
  canonical: string | null;
  sha256: string | null;
  madeAt: Date;
  madeBy: string | null;
  sentAt: Date | null;
}

/** All that a placement agreed: versions with the newest first, signatures with the oldest first, and who is asked to sign. */
export interface Agreement {
  versions: AgreementVersion[];
  signatures: Signature[];
  signers: SigningPart[];
  /** The draft that is being written; null when there is none. */
  draft: AgreementVersion | null;
  /** The newest version that was sent out, signed or not. */
  sent: AgreementVersion | null;
  /** The newest that all have signed. */
  inForce: AgreementVersion | null;
}

/** The agreement of the placement that the scope is about. */
export function agreementOf(db: Kysely<Database>, scope: PlacementScope): Promise<Agreement> {
  return readAs(db, scope, (transaction) => readAgreement(transaction, placementIdOf(scope)));
}

/** The agreement of a placement within a transaction that is under way. */
export async function readAgreement(transaction: ScopedTransaction, placementId: string): Promise<Agreement> {
  const rows = await transaction
    .selectFrom('agreement_version as v')
    .selectAll('v')
    .select(sql<string | null>`author_in_placement(v.placement_id, v.made_by)`.as('made_by_name'))
    .where('v.placement_id', '=', placementId)
    .orderBy('v.number', 'desc')
    .execute();
  const signed = await transaction
    .selectFrom('agreement_signature as s')
    .innerJoin('agreement_version as v', 'v.id', 's.version_id')
    .select(['s.part', 's.name', 's.role', 's.sha256', 's.signed_at', 'v.number'])
    .where('s.placement_id', '=', placementId)
    .orderBy('s.signed_at')
    .execute();
  const { rows: leads } = await sql<{ heads: boolean }>`select leader_heads_home(${placementId}) as heads`.execute(
    transaction,
  );
  const versions = rows.map((row): AgreementVersion => ({
    id: row.id,
    number: row.number,
    content: row.content as AgreementContent,
    revision: row.revision,
    canonical: row.canonical,
    sha256: row.sha256,
    madeAt: row.made_at,
    madeBy: row.made_by_name,
    sentAt: row.sent_at,
  }));
  const signatures = signed.map(({ part, name, role, sha256, signed_at, number }): Signature => ({
    version: number,
    part,
    name,
    role,
    sha256,
    at: signed_at,
  }));
  const inForce = versionInForce(signatures);
  return {
    versions,
    signatures,
    signers: signersOf({ leaderHeadsHome: leads[0]?.heads === true }),
    draft: versions.find(({ sentAt }) => sentAt === null) ?? null,
    sent: versions.find(({ sentAt }) => sentAt !== null) ?? null,
    inForce: versions.find(({ number }) => number === inForce) ?? null,
  };
}

/** What a placement has agreed, as all have signed it last; null while nothing is in force. For days, money and reviews. */
export async function agreementInForce(
  transaction: ScopedTransaction,
  placementId: string,
): Promise<{ version: number; content: AgreementContent } | null> {
  const { inForce } = await readAgreement(transaction, placementId);
  return inForce === null ? null : { version: inForce.number, content: inForce.content };
}
