import type { PricePart } from '../price-parts.ts';
import type { PairExplained } from './pairs.ts';
import { minutesWords, rangeWords } from './words.ts';

/** What a part of a pair's cost is, with its numbers: "Unlike context: 24.2 minutes (1.21 x 20; standard units apart)". */
export function partWords({ label, quantity, taken, unit, weight, minutes }: PricePart): string {
  const amount = taken.toLocaleString('en-GB', { maximumFractionDigits: 2 });
  const known = quantity === null ? '; not known, so taken as the policy says' : '';
  return `${label}: ${minutesWords(minutes)} (${amount} × ${weight}; ${unit}${known}).`;
}

/** Who comes next, and what taking them would cost the plan, in a sentence. */
export function nextWords({
  need,
  placedBy,
  next,
  nobody,
}: Pick<PairExplained, 'need' | 'placedBy' | 'next' | 'nobody'>): string {
  if (placedBy === 'lock') return `Locked by a decision: no plan weighs anybody else for ${need.name}.`;
  if (placedBy === 'standing') return `Approved, and stands: no plan weighs anybody else for ${need.name}.`;
  if (next === null)
    return `Nobody else could help ${need.name}; without anybody the plan costs ${rangeWords(nobody)} more.`;
  const { cost, leader, sure } = next;
  const who = `${sure ? 'Next best' : 'Next best, as far as the proof tells'}: the leader from ${leader.name}`;
  return cost.exact && cost.least === 0
    ? `${who}, with whom the whole plan costs the same.`
    : `${who}, with whom the whole plan costs ${rangeWords(cost)} more.`;
}
