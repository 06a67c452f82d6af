import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../../src/db/schema.ts';
import { canonicalText } from '../../src/placements/rules/agreement/canonical.ts';
import type { AgreementContent } from '../../src/placements/rules/agreement/content.ts';
import type { SigningPart } from '../../src/placements/rules/agreement/signing.ts';
import { tenant } from './people.ts';

/** An agreement that lacks nothing. */
export function agreed(change: Partial<AgreementContent> = {}): AgreementContent {
  return {
    focus: { improvement: 'Better reading in year 2', need: 'Somebody to think with' },
    objectives: [
      {
        key: 1,
        aim: 'More pupils read well',
        measure: 'Pupils at the expected standard in reading',
        baseline: { kind: 'school', value: '52%', source: 'Autumn test', on: '2026-10-01' },
        target: '65%',
        due: '2027-07-01',
        evidence: 'Summer test',
        owner: 'Head of the supported school',
      },
    ],
    time: { halfDays: 12, startsOn: '2026-11-01', endsOn: '2027-07-20', frequency: 'Half a day a week' },
    money: {
      ratePence: 35_000,
      vat: false,
      payer: 'school',
      fund: '',
      brokerage: { way: 'inside', basisPoints: 1500 },
      backfill: 'The deputy acts',
    },
    working: { access: 'All classes', confidentiality: 'As usual', bodyTold: 'Once a term' },
    ending: { exit: 'Two weeks', dataProtection: 'No names' },
    ...change,
  };
}

interface Of {
  placementId: string;
  organisationId: string;
  reference: string;
  madeBy: string;
  number?: number;
  content?: AgreementContent;
  /** Who signed it. */
  signed?: readonly { part: SigningPart; personId: string }[];
}

/** A version that was sent out, with signatures. Made as owner: for arranging a test. Answers its id and hash. */
export async function versionIn(
  owner: Kysely<Database>,
  { placementId, organisationId, reference, madeBy, number = 1, content = agreed(), signed = [] }: Of,
): Promise<{ id: string; sha256: string }> {
  const db = tenant(owner);
  const canonical = canonicalText({ placement: reference, version: number, content });
  const sha256 = createHash('sha256').update(canonical, 'utf8').digest('hex');
  const belongs = { placement_id: placementId, organisation_id: organisationId };
  const { id } = await db
    .insertInto('agreement_version')
    .values({
      ...belongs,
      number,
      content: JSON.stringify(content),
      canonical,
      sha256,
      made_by: madeBy,
      made_in_role: 'broker',
      sent_by: madeBy,
      sent_at: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { part, personId } of signed)
    await db
      .insertInto('agreement_signature')
      .values({
        ...belongs,
        version_id: id,
        sha256,
        part,
        name: `Invented ${part}`,
        role: 'broker',
        signed_by: personId,
      })
      .execute();
  return { id, sha256 };
}
