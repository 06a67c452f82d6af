import type { Instance } from '../instance.ts';
import type { Proof, ProofPart } from '../solution.ts';
import { provenBound, UnprovenError } from './certificate.ts';

/**
 * The bound that a proof in parts proves: the least that the prices of any part prove, where the parts hold all plans
 * together; never less than the prices of the whole prove.
 *
 * @throws UnprovenError when plans are in no part, or prices are not of this instance
 */
export function provenByParts(instance: Instance, proof: Proof): number {
  const whole = provenBound(instance, proof);
  if (proof.parts.length === 0) return whole;
  refuseGap(proof.parts, 0);
  let least = Infinity;
  for (const { choices, prices, cutPrices, rowPrices } of proof.parts) {
    if (cutPrices.length !== proof.cuts.length) throw new UnprovenError('The prices of cuts are not of these cuts');
    const cuts = proof.cuts.map((cut, c) => ({ ...cut, price: cutPrices[c]! }));
    least = Math.min(least, provenBound(instance, { prices, cuts, rowPrices }, choices));
  }
  return Math.max(whole, least);
}

/** Parts hold all plans when they part in two at one choice, and each side does the same, down to single parts. */
function refuseGap(parts: readonly ProofPart[], depth: number): void {
  const [first] = parts;
  const choice = first?.choices[depth];
  if (parts.length === 1 && choice === undefined) return;
  const sides = [true, false].map((isIn) =>
    parts.filter(({ choices }) => {
      const own = choices[depth];
      return own?.isIn === isIn && own.school === choice?.school && own.leader === choice.leader;
    }),
  );
  if (sides.some((side) => side.length === 0) || sides[0]!.length + sides[1]!.length < parts.length) {
    throw new UnprovenError('The parts do not hold all plans');
  }
  for (const side of sides) refuseGap(side, depth + 1);
}
