import type { Kysely } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import type { declareInterest, PoolScope } from '../../policy.ts';
import { standingList } from './approved.ts';
import { asksOf } from './asks.ts';
import { newestForward } from './forward.ts';
import { contributions, partnerSteps } from './partners.ts';
import { partiesOf, pooledRounds } from './pool.ts';
import { sharesOf } from './shares.ts';

/** Rounds to which the acting organisation was invited, and plans that are shared with the person. */
export function poolView(db: Kysely<Database>, scope: PoolScope, personId: string) {
  return readAs(db, scope, async (transaction) => ({
    rounds: await pooledRounds(transaction),
    shares: await sharesOf(transaction, { readerId: personId }),
  }));
}

/** One round of another organisation as a partner may see it; null when it was not invited to it. */
export function poolRoundView(db: Kysely<Database>, scope: PoolScope, roundId: string, organisationId: string) {
  return readAs(db, scope, async (transaction) => {
    const round = (await pooledRounds(transaction)).find(({ id }) => id === roundId);
    if (round === undefined) return null;
    const brought = await contributions(transaction, roundId);
    const { standing } = await standingList(transaction, roundId);
    return {
      round,
      steps: (await partnerSteps(transaction, roundId)).get(organisationId) ?? [],
      parties: await partiesOf(transaction, roundId),
      brought: brought.find(({ partnerId }) => partnerId === organisationId) ?? null,
      forward: await newestForward(transaction, roundId),
      standing,
    };
  });
}

/** A plan that is shared with the person; null when none is under this id, or the reading was ended. */
export function sharedView(db: Kysely<Database>, scope: PoolScope, personId: string, shareId: string) {
  return readAs(db, scope, async (transaction) => {
    const [share] = await sharesOf(transaction, { readerId: personId, id: shareId });
    return share ?? null;
  });
}

/** What the head of the scope's school is asked about interests, those that wait first; or the question with an id. */
export function declarationsView(
  db: Kysely<Database>,
  scope: Scope<typeof declareInterest.verb>,
  urn: number,
  id?: string,
) {
  return readAs(db, scope, async (transaction) => {
    const asks = await asksOf(transaction, { urn, ...(id !== undefined && { id }) });
    return asks.toSorted((a, b) => Number(a.declaration !== null) - Number(b.declaration !== null));
  });
}
