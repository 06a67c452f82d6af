import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Kysely } from 'kysely';
import type { Database } from '../../src/db/schema.ts';
import type { AgreedTerms, Brokerage } from '../../src/placements/rules/money/agreed-terms.ts';
import type { MoneyDocument } from '../../src/placements/rules/money/money-document.ts';
import type { Rounding } from '../../src/placements/rules/money/split.ts';
import { tenant } from './people.ts';

/** As the billing policy has it. */
export const ROUNDING: Rounding = { borneBy: 'broker', vat: 'down' };

/** Any way of brokerage. */
const brokerages: fc.Arbitrary<Brokerage> = fc.oneof(
  fc.constant<Brokerage>({ way: 'none' }),
  fc.record({ way: fc.constant('percentage inside' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ way: fc.constant('percentage added' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ way: fc.constant('flat fee inside' as const), pencePerDay: fc.integer({ min: 1, max: 200_000 }) }),
);
export const roundings: fc.Arbitrary<Rounding> = fc.record({
  borneBy: fc.constantFrom('broker' as const, 'others' as const),
  vat: fc.constantFrom('down' as const, 'up' as const),
});
/** Any price of a day, with any way of brokerage. */
export const priced = fc.record({ pencePerDay: fc.integer({ min: 1, max: 200_000 }), brokerage: brokerages });

/** What was agreed of money: six days at £450, 15% inside, 20% VAT. */
export const terms = (more: Partial<AgreedTerms> = {}): AgreedTerms => ({
  versionId: 'v1',
  signedOn: '2026-10-05',
  halfDays: 12,
  pencePerDay: 45_000,
  vatBasisPoints: 2_000,
  payer: 'supported school',
  brokerage: { way: 'percentage inside', basisPoints: 1_500 },
  flow: 'full-on-signature',
  ...more,
});

/** An approved invoice of the service, half days and pence odd. */
export const invoice = (more: Partial<MoneyDocument> = {}): MoneyDocument => ({
  id: 'i1',
  placementId: 'p1',
  reference: '2026-014',
  school: 'Invented Primary',
  kind: 'invoice',
  bill: 'fee',
  versionId: 'v1',
  from: 'service',
  to: 'supported school',
  issuer: 'service',
  fromName: 'Invented Council',
  toName: 'Invented Primary',
  label: 'Fee for the placement',
  halfDays: 3,
  netPence: 10_001,
  vatBasisPoints: 2_000,
  vatPence: 2_000,
  totalPence: 12_001,
  dueDays: 28,
  credits: null,
  words: null,
  state: 'approved',
  number: 12,
  issuedOn: '2026-10-05',
  dueOn: '2026-11-02',
  requestedById: 'a',
  requestedBy: 'A',
  requestedAt: new Date('2026-10-05T10:00:00Z'),
  decidedBy: 'B',
  decidedAt: new Date('2026-10-05T11:00:00Z'),
  decidedWords: null,
  creditedNet: 0,
  creditedPence: 0,
  creditedHalfDays: 0,
  paidPence: 0,
  ...more,
});

interface PaidOf {
  placementId: string;
  organisationId: string;
  versionId: string;
  /** Who asked for it, approved it and recorded the payment. */
  by: string;
  halfDays: number;
  netPence: number;
}

/** The fee of a placement, invoiced on signature to the supported school without VAT, approved and paid. Made as owner: for arranging a test. */
export async function paidFeeIn(
  owner: Kysely<Database>,
  { placementId, organisationId, versionId, by, halfDays, netPence }: PaidOf,
): Promise<void> {
  const db = tenant(owner);
  const belongs = { placement_id: placementId, organisation_id: organisationId };
  const { id } = await db
    .insertInto('money_document')
    .values({
      ...belongs,
      kind: 'invoice',
      bill: 'fee',
      agreement_version_id: versionId,
      from_party: 'service',
      to_party: 'supported school',
      issuer: 'service',
      from_name: 'Invented service',
      to_name: 'Invented school',
      label: 'Fee for the placement',
      half_days: halfDays,
      net_pence: netPence,
      vat_basis_points: 0,
      vat_pence: 0,
      total_pence: netPence,
      due_days: 28,
      credits: null,
      words: null,
      state: 'approved',
      number: 1,
      issued_on: '2026-01-05',
      due_on: '2026-02-02',
      requested_by: by,
      requested_in_role: 'broker',
      decided_by: by,
      decided_in_role: 'finance officer',
      decided_at: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('money_payment')
    .values({
      ...belongs,
      document_id: id,
      pence: netPence,
      paid_on: '2026-01-20',
      reference: 'BACS 1',
      undoes: null,
      entry_key: randomUUID(),
      recorded_by: by,
      recorded_in_role: 'finance officer',
    })
    .execute();
}
