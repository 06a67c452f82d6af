import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import type { OpenItem } from '../../rules/placement.ts';
import { lifePolicyKind } from '../../schema/life/life-policy.ts';
import { readAgreement } from '../agreement/versions.ts';
import type { GateCheck } from '../gates.ts';
import { readLookingBack } from './looking-back.ts';
import { readReviews } from './reviews.ts';

/** A review in the middle must be recorded before a placement ends as agreed. */
export const reviewHeld: GateCheck = async (transaction, { id }) => {
  const reviews = await readReviews(transaction, id);
  if (reviews.some(({ recordedAt }) => recordedAt !== null)) return [];
  const words = reviews.length === 0 ? 'No review was held.' : 'The review is in progress and not recorded.';
  return [{ words, at: 'review' }];
};

/** The evaluation by the head, the reflection of the leader and what each objective came to. */
export const evaluationComplete: GateCheck = async (transaction, { id }) => {
  const { evaluation, reflection, impacts } = await readLookingBack(transaction, id);
  const { inForce } = await readAgreement(transaction, id);
  const items: OpenItem[] = [];
  if (evaluation === null) items.push({ words: 'The supported head has not sent the evaluation.', at: 'evaluation' });
  if (reflection === null) items.push({ words: 'The leader has not sent the reflection.', at: 'evaluation' });
  for (const [place, { key }] of (inForce?.content.objectives ?? []).entries())
    if (!impacts.some(({ objective }) => objective === key))
      items.push({ words: `What objective ${place + 1} came to is not noted.`, at: 'evaluation' });
  return items;
};

/** The follow-ups of the policy. */
export const followedUp: GateCheck = async (transaction, { id }) => {
  const { followedUp: held } = await readLookingBack(transaction, id);
  return policyAsAt(lifePolicyKind, londonIsoDay(new Date()))
    .followUp.filter(({ months }) => !held.has(months))
    .map(({ months }) => ({ words: `The follow-up after ${months} months is not noted.`, at: 'evaluation' }));
};

/** What of the agreement and its reviews is still open when a placement is signed off. */
export const agreementOpenAtEnd: GateCheck = async (transaction, { id }) => {
  const items: OpenItem[] = [];
  const { draft } = await readAgreement(transaction, id);
  if (draft !== null)
    items.push({
      words: `The draft of version ${draft.number} of the agreement is neither sent nor discarded.`,
      at: 'agreement',
    });
  const reviews = await readReviews(transaction, id);
  if (reviews.some(({ recordedAt }) => recordedAt === null))
    items.push({ words: 'A review is in progress: record it or delete it.', at: 'review' });
  return items;
};
