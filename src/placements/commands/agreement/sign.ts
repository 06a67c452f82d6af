import type { Kysely } from 'kysely';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import type { signAgreement } from '../../policy/agreement.ts';
import { readAgreement } from '../../queries/agreement/versions.ts';
import { placementIdOf, readPlacementRow } from '../../queries/placement.ts';
import { canBeSigned, isSettled, isSigner } from '../../rules/agreement/signing.ts';
import { changePlacement, movePlacement, notePlacementEvent, partOf } from '../change-placement.ts';
import { writeToParts } from './letters.ts';

export type SignedResult =
  | { ok: true; settled: boolean }
  | { ok: false; reason: 'not now' | 'not a signer' | 'signed already' }
  /** Another version was sent since the page was shown, or the page showed something else. */
  | { ok: false; reason: 'not the newest'; newest: number };

interface Signing {
  /** What the page showed: the number of the version and its whole hash. */
  number: number;
  sha256: string;
  /** Where the agreement is read, whole, for mail. */
  link: string;
  /** ISO day by which the middle of the work is reviewed, from its first and last day. */
  reviewBy: (startsOn: string, endsOn: string) => string;
}

/**
 * Signs the newest version that was sent, in the part of whoever signs, bound to its hash. The last signature puts the version in force:
 * the placement is under way, with the days and the period that it says.
 */
export function sign(
  db: Kysely<Database>,
  scope: Scope<typeof signAgreement.verb>,
  { number, sha256, link, reviewBy }: Signing,
): Promise<SignedResult> {
  return writeAs(db, scope, async (transaction): Promise<Written<SignedResult>> => {
    const failed = (result: Extract<SignedResult, { ok: false }>): Written<SignedResult> => ({
      result,
      outcome: 'failed',
      detail: { reason: result.reason, agreement: number },
    });
    const placementId = placementIdOf(scope);
    await transaction.selectFrom('placement').select('id').where('id', '=', placementId).forUpdate().execute();
    const placement = await readPlacementRow(transaction, placementId);
    if (placement === null || !canBeSigned(placement.state)) return failed({ ok: false, reason: 'not now' });
    const { sent, signatures, signers } = await readAgreement(transaction, placementId);
    if (sent === null) return failed({ ok: false, reason: 'not now' });
    if (sent.number !== number || sent.sha256 !== sha256)
      return failed({ ok: false, reason: 'not the newest', newest: sent.number });
    const part = partOf(scope);
    if (!isSigner(part, signers)) return failed({ ok: false, reason: 'not a signer' });
    if (signatures.some((signature) => signature.version === number && signature.part === part))
      return failed({ ok: false, reason: 'signed already' });
    const person = scope.person!;
    await transaction
      .insertInto('agreement_signature')
      .values({
        placement_id: placementId,
        organisation_id: placement.organisationId,
        version_id: sent.id,
        sha256,
        part,
        name: person.name,
        role: person.acting!.role,
        signed_by: person.id,
      })
      .execute();
    const detail = { agreement: number };
    await notePlacementEvent(transaction, scope, placement, { deed: 'agreement.sign', detail, seenBy: 'all' });
    const settled = isSettled([...signatures, { version: number, part }], number);
    if (settled) {
      const { startsOn, endsOn, halfDays } = sent.content.time;
      const set = {
        half_days: halfDays,
        starts_on: startsOn,
        ends_on: endsOn,
        due_on: reviewBy(startsOn!, endsOn!),
      };
      const told = { placementId, version: null, detail, seenBy: 'all' as const, set };
      const done =
        placement.state === 'signing'
          ? await movePlacement(transaction, scope, { ...told, move: 'settle-agreement', deed: 'settle-agreement' })
          : await changePlacement(transaction, scope, { ...told, deed: 'agreement.settle' });
      if (!done.ok) throw new Error(`the last signature does not settle the agreement: ${done.reason}`);
      await writeToParts(transaction, scope, placement, ['service', ...signers], {
        name: 'agreement signed by all',
        reference: placement.reference,
        version: number,
        link,
      });
    }
    return { result: { ok: true, settled }, detail: { ...detail, part, sha256, settled } };
  });
}
