import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import type { sendAgreement } from '../../policy/agreement.ts';
import { agreementComplete } from '../../queries/agreement/gates.ts';
import { readAgreement } from '../../queries/agreement/versions.ts';
import { placementIdOf } from '../../queries/placement.ts';
import { canonicalText } from '../../rules/agreement/canonical.ts';
import { NEGOTIATED_IN } from '../../rules/agreement/signing.ts';
import { changePlacement, type Moved, movePlacement } from '../change-placement.ts';
import { heldPlacement } from './held-placement.ts';
import { writeToParts } from './letters.ts';

interface Sending {
  /** Of the placement, and of the draft, as the page showed them. */
  version: number;
  revision: number;
  /** ISO day by which signatures are asked for. */
  signBy: string;
  /** Where it is signed, whole, for mail. */
  link: string;
}

export type Sent = Moved | { ok: false; reason: 'not now' | 'draft changed' };

/**
 * Sends the draft out for signature: from then on it never changes, and its hash is what is signed. Before the work this moves the
 * placement to "being signed"; while it is under way the version in force stays in force until all have signed the new one.
 */
export function sendVersion(
  db: Kysely<Database>,
  scope: Scope<typeof sendAgreement.verb>,
  { version, revision, signBy, link }: Sending,
): Promise<Sent> {
  return writeAs(db, scope, async (transaction): Promise<Written<Sent>> => {
    const failed = (result: Extract<Sent, { ok: false }>): Written<Sent> => ({
      result,
      outcome: 'failed',
      detail: { reason: result.reason },
    });
    const placement = await heldPlacement(transaction, placementIdOf(scope), NEGOTIATED_IN);
    if (placement === null) return failed({ ok: false, reason: 'not now' });
    const { draft, signers } = await readAgreement(transaction, placement.id);
    if (draft !== null && draft.revision !== revision) return failed({ ok: false, reason: 'draft changed' });
    const to = {
      placementId: placement.id,
      version,
      detail: { agreement: draft?.number ?? null },
      seenBy: 'all' as const,
    };
    const underWay = placement.state === 'under way';
    const items = underWay ? await agreementComplete(transaction, placement) : [];
    if (items.length > 0) return failed({ ok: false, reason: 'open items', items });
    const moved: Moved = underWay
      ? await changePlacement(transaction, scope, { ...to, deed: 'agreement.send', set: { due_on: signBy } })
      : await movePlacement(transaction, scope, {
          ...to,
          move: 'send-agreement',
          deed: 'send-agreement',
          set: { due_on: signBy },
        });
    if (!moved.ok) return failed(moved);
    if (draft === null) throw new Error('an agreement that is complete has a draft');
    const canonical = canonicalText({ placement: placement.reference, version: draft.number, content: draft.content });
    const sha256 = createHash('sha256').update(canonical, 'utf8').digest('hex');
    await transaction
      .updateTable('agreement_version')
      .set({ canonical, sha256, revision: revision + 1, sent_by: scope.person!.id, sent_at: new Date() })
      .where('id', '=', draft.id)
      .execute();
    const { reference } = placement;
    const letters = await writeToParts(transaction, scope, placement, signers, {
      name: 'agreement to sign',
      reference,
      version: draft.number,
      link,
      signBy: dayText(signBy),
    });
    return { result: moved, detail: { agreement: draft.number, sha256, letters } };
  });
}
