import type { Kysely } from 'kysely';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import type { sendAgreement, writeAgreement } from '../../policy/agreement.ts';
import { type AgreementVersion, readAgreement } from '../../queries/agreement/versions.ts';
import { placementIdOf } from '../../queries/placement.ts';
import { type AgreementPolicy, beginAgreement } from '../../rules/agreement/agreement-policy.ts';
import { saysTheSame } from '../../rules/agreement/canonical.ts';
import type { AgreementContent } from '../../rules/agreement/content.ts';
import { DISCARDED_IN, NEGOTIATED_IN } from '../../rules/agreement/signing.ts';
import { notePlacementEvent } from '../change-placement.ts';
import { heldPlacement } from './held-placement.ts';

export type Begun = { ok: true; number: number } | { ok: false; reason: 'not now' };

/** Begins a draft: of the version that was sent last, or of nothing agreed yet. The draft that is there already, where there is one. */
export function beginDraft(
  db: Kysely<Database>,
  scope: Scope<typeof writeAgreement.verb>,
  policy: AgreementPolicy,
): Promise<Begun> {
  return writeAs(db, scope, async (transaction): Promise<Written<Begun>> => {
    const placement = await heldPlacement(transaction, placementIdOf(scope), NEGOTIATED_IN);
    if (placement === null)
      return { result: { ok: false, reason: 'not now' }, outcome: 'failed', detail: { reason: 'not now' } };
    const { draft, versions } = await readAgreement(transaction, placement.id);
    if (draft !== null) return { result: { ok: true, number: draft.number }, detail: { unchanged: true } };
    const [last] = versions;
    const number = (last?.number ?? 0) + 1;
    await notePlacementEvent(transaction, scope, placement, { deed: 'agreement.begin', detail: { version: number } });
    await transaction
      .insertInto('agreement_version')
      .values({
        placement_id: placement.id,
        organisation_id: placement.organisationId,
        number,
        content: JSON.stringify(last?.content ?? beginAgreement(policy, placement)),
        canonical: null,
        sha256: null,
        made_by: scope.person!.id,
        made_in_role: scope.person!.acting!.role,
        sent_by: null,
        sent_at: null,
      })
      .execute();
    return { result: { ok: true, number }, detail: { version: number } };
  });
}

export type DraftChanged =
  | { ok: true }
  | { ok: false; reason: 'not now' | 'no draft' }
  /** Somebody else changed the draft since the page was shown. */
  | { ok: false; reason: 'changed meanwhile'; draft: AgreementVersion };

interface ToEdit {
  /** Of the draft that the form was made from. */
  revision: number;
  /** What is changed, in words, for the history: "Rate and who pays", "Objective 2". */
  what: string;
  /** The content with the change; `used` are the keys of objectives that any version has had. Null when what was to change is there no longer. */
  change: (content: AgreementContent, used: readonly number[]) => AgreementContent | null;
}

/** Changes the draft, from the revision that the form was made from or not at all. */
export function editDraft(
  db: Kysely<Database>,
  scope: Scope<typeof writeAgreement.verb>,
  { revision, what, change }: ToEdit,
): Promise<DraftChanged> {
  return writeAs(db, scope, async (transaction): Promise<Written<DraftChanged>> => {
    const failed = (result: Extract<DraftChanged, { ok: false }>): Written<DraftChanged> => ({
      result,
      outcome: 'failed',
      detail: { reason: result.reason },
    });
    const placement = await heldPlacement(transaction, placementIdOf(scope), NEGOTIATED_IN);
    if (placement === null) return failed({ ok: false, reason: 'not now' });
    const { draft, versions } = await readAgreement(transaction, placement.id);
    if (draft === null) return failed({ ok: false, reason: 'no draft' });
    const used = versions.flatMap(({ content }) => content.objectives.map(({ key }) => key));
    const content = change(draft.content, used);
    // Sent twice: the second finds what the first wrote.
    if (content !== null && saysTheSame(content, draft.content))
      return { result: { ok: true }, detail: { unchanged: true } };
    if (draft.revision !== revision || content === null)
      return failed({ ok: false, reason: 'changed meanwhile', draft });
    await transaction
      .updateTable('agreement_version')
      .set({ content: JSON.stringify(content), revision: revision + 1 })
      .where('id', '=', draft.id)
      .execute();
    await notePlacementEvent(transaction, scope, placement, {
      deed: 'agreement.edit',
      detail: { changed: [what], version: draft.number },
    });
    return { result: { ok: true }, detail: { version: draft.number, revision: revision + 1 } };
  });
}

/** Discards the draft: what was sent before stays as it is. The content goes into no record. */
export function discardDraft(
  db: Kysely<Database>,
  scope: Scope<typeof sendAgreement.verb>,
  revision: number,
): Promise<DraftChanged> {
  return writeAs(db, scope, async (transaction): Promise<Written<DraftChanged>> => {
    const failed = (result: Extract<DraftChanged, { ok: false }>): Written<DraftChanged> => ({
      result,
      outcome: 'failed',
      detail: { reason: result.reason },
    });
    const placement = await heldPlacement(transaction, placementIdOf(scope), DISCARDED_IN);
    if (placement === null) return failed({ ok: false, reason: 'not now' });
    const { draft } = await readAgreement(transaction, placement.id);
    if (draft === null) return failed({ ok: false, reason: 'no draft' });
    if (draft.revision !== revision) return failed({ ok: false, reason: 'changed meanwhile', draft });
    await transaction.deleteFrom('agreement_version').where('id', '=', draft.id).execute();
    const detail = { version: draft.number };
    await notePlacementEvent(transaction, scope, placement, { deed: 'agreement.discard', detail });
    return { result: { ok: true }, detail };
  });
}
