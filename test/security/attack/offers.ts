import { hashOfToken } from '../../../src/access/secret.ts';
import type { Organisation } from '../../../src/access/roles.ts';
import type { TestDatabase } from '../../database/harness.ts';
import { tenant } from '../../factories/people.ts';
import { placementIn } from '../../factories/placements.ts';

interface Of {
  /** Of the service, who made it. */
  colleague: string;
  urn: number;
  words: string;
  /** A planning round of the organisation. */
  round: string;
}

/** Tokens of private links that visitors hold. */
export const OFFER_TOKEN = 'of an offer of the tests';
export const RELEASE_TOKEN = 'of a release of the tests';

/** A placement for which a leader is looked, with one on its short list; and one that is offered to a leader of the organisation's school. */
export async function offersOf(
  owner: TestDatabase['db'],
  organisation: Organisation,
  { colleague, urn, words, round }: Of,
): Promise<Record<string, string>> {
  const db = tenant(owner);
  const made = { madeBy: colleague, focus: `${words} focus` };
  const kind = colleague.slice(0, 8);
  const matching = await placementIn(owner, organisation, {
    ...made,
    supportedUrn: urn,
    state: 'to match',
    support: `${words} match ${kind}`,
  });
  const candidate = await candidateOf(owner, organisation, matching, { colleague, homeUrn: urn + 2, words });
  const offered = await placementIn(owner, organisation, {
    ...made,
    supportedUrn: urn + 2,
    state: 'offered',
    support: `${words} offer ${kind}`,
  });
  const asked = await candidateOf(owner, organisation, offered, { colleague, homeUrn: urn, words });
  const content = {
    service: organisation.name,
    school: `${words} School`,
    home: `${words} Home`,
    help: 'Help',
    focus: `${words} focus`,
  };
  const { id: offer } = await db
    .insertInto('placement_offer')
    .values({
      placement_id: offered,
      organisation_id: organisation.id,
      candidate_id: asked,
      leader_id: null,
      leader_name: `${words} Leader`,
      leader_email: 'leader@example.net',
      home_urn: urn,
      release_by: 'home head',
      release_email: 'head@example.net',
      content: JSON.stringify({ ...content, detail: null, hopedOutcome: null, words: null }),
      half_days: 4,
      starts_on: '2027-01-04',
      ends_on: '2027-03-31',
      answer_by: '2099-12-31',
      made_by: colleague,
      made_in_role: 'broker',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const links = { offer: 'none', release: 'none' };
  for (const [link, token] of [
    ['offer', OFFER_TOKEN],
    ['release', RELEASE_TOKEN],
  ] as const) {
    // The links that visitors hold lead to the first offer that is made here.
    const made = await db
      .insertInto('private_link')
      .values({
        token_hash: hashOfToken(token),
        kind: link,
        subject_id: offer,
        organisation_id: organisation.id,
        email: 'leader@example.net',
        expires_at: new Date('2099-12-31'),
        opened_at: null,
        ended_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 1n) links[link] = token;
  }
  const matched = ['', '/offer', '/remove', '/interests', '/decision'].map(
    (rest) => `placements#/candidates/:candidate${rest}`,
  );
  return {
    ...Object.fromEntries(
      [...matched, 'placements#/candidates', 'placements#/offers', 'placements#/triage'].map((key) => [key, matching]),
    ),
    'placements#/offers/reply': offered,
    'placements#/moves/end-offer': offered,
    candidates: candidate,
    offers: offer,
    'from-round': round,
    ...links,
  };
}

async function candidateOf(
  owner: TestDatabase['db'],
  { id: organisation_id }: Organisation,
  placement_id: string,
  { colleague, homeUrn, words }: { colleague: string; homeUrn: number; words: string },
): Promise<string> {
  const { id } = await tenant(owner)
    .insertInto('placement_candidate')
    .values({
      placement_id,
      organisation_id,
      source: 'entered',
      leader_id: null,
      leader_name: `${words} Leader`,
      leader_email: null,
      home_urn: homeUrn,
      reasons: [`${words} reason`],
      added_by: colleague,
      added_in_role: 'broker',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
