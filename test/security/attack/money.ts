import type { Organisation } from '../../../src/access/roles.ts';
import type { TestDatabase } from '../../database/harness.ts';
import { agreed, versionIn } from '../../factories/agreements.ts';
import { memberIn, tenant } from '../../factories/people.ts';
import { placementIn } from '../../factories/placements.ts';

interface Of {
  /** Of the service, who asked for everything, so that the attackers may decide it. */
  colleague: string;
  urn: number;
  words: string;
}

/** The addresses below a placement that are about its money. */
const PLACES = [
  '/money',
  '/money/request',
  '/money/budget',
  '/money/flow',
  '/money/adjust',
  '/money/documents/:document',
  '/money/documents/:document/word',
  '/money/documents/:document/remittance',
  '/money/documents/:document/remittance-word',
  '/money/documents/:document/approve',
  '/money/documents/:document/refuse',
  '/money/documents/:document/withdraw',
  '/money/documents/:document/credit',
  '/money/documents/:document/payments',
  '/money/documents/:document/payments/:payment/undo',
];

/** So that each has a number of its own, whoever's it is. */
let invoices = 0;

/** What is decided, and so is tried on documents that wait. */
const DECISIONS = ['/approve', '/refuse', '/withdraw'];

/** A placement whose agreement all have signed, with an invoice that was partly paid and an order that waits; and a budget. */
export async function moneyOf(
  owner: TestDatabase['db'],
  organisation: Organisation,
  { colleague, urn, words }: Of,
): Promise<Record<string, string>> {
  const db = tenant(owner);
  const placement = await placementIn(owner, organisation, {
    supportedUrn: urn,
    homeUrn: urn + 2,
    leader: { name: `${words} Leader` },
    madeBy: colleague,
    focus: `${words} focus`,
    support: `${words} money ${colleague.slice(0, 8)}`,
    state: 'under way',
  });
  const { reference } = await db
    .selectFrom('placement')
    .select('reference')
    .where('id', '=', placement)
    .executeTakeFirstOrThrow();
  const signers = [];
  for (const part of ['service', 'leader', 'supported head', 'home head'] as const)
    signers.push({
      part,
      personId: (await memberIn(owner, organisation, 'read-only', { name: `${words} ${part}` })).personId,
    });
  const belongs = { placement_id: placement, organisation_id: organisation.id };
  const of = { placementId: placement, organisationId: organisation.id, reference, madeBy: colleague, signed: signers };
  const { id: version } = await versionIn(owner, { ...of, content: agreed() });
  const asked = {
    ...belongs,
    agreement_version_id: version,
    issuer: 'service',
    from_party: 'service' as const,
    from_name: `${words} service`,
    vat_basis_points: 0,
    vat_pence: 0,
    credits: null,
    words: null,
    requested_by: colleague,
    requested_in_role: 'broker',
  };
  const fee = {
    bill: 'fee',
    kind: 'invoice',
    label: `${words} fee`,
    half_days: 6,
    net_pence: 105_000,
    total_pence: 105_000,
    due_days: 28,
  } as const;
  const decided = {
    state: 'approved',
    number: ++invoices,
    issued_on: '2026-09-01',
    due_on: '2026-09-29',
    decided_by: signers[0]!.personId,
    decided_in_role: 'finance officer',
    decided_at: new Date(),
  } as const;
  const invoice = await idOf(
    db
      .insertInto('money_document')
      .values({ ...asked, ...fee, ...decided, to_party: 'supported school', to_name: `${words} School` })
      .returning('id'),
  );
  const order = {
    bill: 'order',
    kind: 'purchase order',
    label: `${words} order`,
    half_days: 12,
    net_pence: 178_500,
    total_pence: 178_500,
    due_days: null,
  } as const;
  const waits = await idOf(
    db
      .insertInto('money_document')
      .values({ ...asked, ...order, to_party: 'home school', to_name: `${words} Home` })
      .returning('id'),
  );
  const made = { made_by: colleague, made_in_role: 'finance officer' };
  const payment = await idOf(
    db
      .insertInto('money_payment')
      .values({
        ...belongs,
        document_id: invoice,
        pence: 5_000,
        paid_on: '2026-09-20',
        reference: `${words} payment`,
        undoes: null,
        entry_key: invoice,
        recorded_by: colleague,
        recorded_in_role: 'finance officer',
      })
      .returning('id'),
  );
  const budget = {
    name: `${words} budget ${placement.slice(0, 8)}`,
    fund: `${words} fund`,
    financial_year: 2026,
    restricted_to: [],
  };
  await db
    .insertInto('budget')
    .values({ organisation_id: organisation.id, ...budget, ...made })
    .execute();
  return {
    ...Object.fromEntries(PLACES.map((rest) => [`placements#${rest}`, placement])),
    documents: invoice,
    ...Object.fromEntries(DECISIONS.map((rest) => [`documents#${rest}`, waits])),
    payments: payment,
  };
}

/** Lets whatever attacks decided wait again, and takes back what they credited, so that the next finds the same. */
export async function reviveMoney({ pool }: TestDatabase): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query("delete from money_document where kind = 'credit note'");
    await client.query(
      `update money_document set state = 'requested', number = null, issued_on = null, due_on = null, decided_by = null, decided_in_role = null,
         decided_at = null, decided_words = null
       where kind = 'purchase order' and state <> 'requested' and label like '% order'`,
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function idOf(query: { executeTakeFirstOrThrow(): Promise<{ id: string }> }): Promise<string> {
  return (await query.executeTakeFirstOrThrow()).id;
}
