import { isSettled } from '../../rules/offer/offer.ts';
import { triageMissing } from '../../rules/offer/triage.ts';
import type { GateCheck } from '../gates.ts';
import { readAnswersGiven, readOffers } from './offers.ts';
import { readNewestTriage } from './triage.ts';

/** What is missing of the triage, each part by itself. */
export const triageComplete: GateCheck = async (transaction, { id }) =>
  triageMissing(await readNewestTriage(transaction, id));

/** The offer that is open already. */
export const noOpenOffer: GateCheck = async (transaction, { id }) =>
  (await readOffers(transaction, { placementId: id }))
    .filter(({ endedAt }) => endedAt === null)
    .map(({ leaderName }) => ({ words: `The offer to ${leaderName} is still open.`, at: 'offers' }));

/** Whether the leader and their home school said yes to the terms that stand. */
export const releasedAndAccepted: GateCheck = async (transaction, { id }) => {
  const open = (await readOffers(transaction, { placementId: id })).find(({ endedAt }) => endedAt === null);
  if (open === undefined) return [{ words: 'No offer is open.', at: 'offers' }];
  return isSettled(await readAnswersGiven(transaction, open.id), open.terms)
    ? []
    : [{ words: `Not both ${open.leaderName} and the home school have said yes.`, at: 'offers' }];
};
