import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import type { AgreementContent } from '../../rules/agreement/content.ts';
import { isSettled, type SigningPart } from '../../rules/agreement/signing.ts';
import { type AgreedTerms, termsOf } from '../../rules/money/agreed-terms.ts';
import type { BillingPolicy } from '../../rules/money/billing-policy.ts';

/** Of which placements: one, or all of the acting service. */
export type MoneyAbout = { placementId: string } | { organisationId: string };

/**
 * The terms of money of each version of the agreement that all have signed, the first first, by placement. The only place that knows how
 * agreements are stored.
 */
export async function signedTerms(
  transaction: ScopedTransaction,
  about: MoneyAbout,
  { beginsWith, vatBasisPoints }: Pick<BillingPolicy, 'beginsWith' | 'vatBasisPoints'>,
): Promise<Map<string, AgreedTerms[]>> {
  const rows = await transaction
    .selectFrom('agreement_version as v')
    .innerJoin('agreement_signature as s', 's.version_id', 'v.id')
    .select(['v.id', 'v.placement_id', 'v.number', 'v.content'])
    .select([sql<SigningPart[]>`array_agg(s.part)`.as('parts'), sql<Date>`max(s.signed_at)`.as('signed_at')])
    .where(isAbout('v', about))
    .groupBy(['v.id', 'v.placement_id', 'v.number', 'v.content'])
    .orderBy('v.number')
    .execute();
  const flows = await chosenFlows(transaction, about);
  const terms = new Map<string, AgreedTerms[]>();
  for (const { id, placement_id, number, content, parts, signed_at } of rows) {
    if (
      !isSettled(
        parts.map((part) => ({ version: number, part })),
        number,
      )
    )
      continue;
    const flow = flows.get(placement_id) ?? beginsWith;
    const signed = { versionId: id, signedOn: londonIsoDay(signed_at) };
    const agreed = termsOf(content as AgreementContent, signed, { flow, vatBasisPoints });
    if (agreed !== null) terms.set(placement_id, [...(terms.get(placement_id) ?? []), agreed]);
  }
  return terms;
}

/** The flow that was chosen last for each placement for which one was. */
async function chosenFlows(transaction: ScopedTransaction, about: MoneyAbout): Promise<Map<string, string>> {
  const rows = await transaction
    .selectFrom('placement_flow as f')
    .select(['f.placement_id', 'f.flow'])
    .where(isAbout('f', about))
    .orderBy('f.chosen_at')
    .execute();
  return new Map(rows.map(({ placement_id, flow }) => [placement_id, flow]));
}

/** The condition that keeps a query over a table of that alias to what it is about. */
export function isAbout(alias: string, about: MoneyAbout) {
  return 'placementId' in about
    ? sql<boolean>`${sql.ref(`${alias}.placement_id`)} = ${about.placementId}`
    : sql<boolean>`${sql.ref(`${alias}.organisation_id`)} = ${about.organisationId}`;
}
