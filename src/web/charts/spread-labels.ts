/**
 * Moves labels apart that would print over each other, keeping their order and, where they have room, their place.
 * `wanted` are the heights where labels should stand; the answer has the same order as `wanted`. `gap` is the least
 * distance between two, `from` and `to` the room there is.
 */
export function spreadLabels(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((_, index) => index).toSorted((a, b) => wanted[a]! - wanted[b]!);
  const placed: number[] = Array.from({ length: wanted.length });
  let floor = from;
  for (const index of order) {
    placed[index] = Math.max(wanted[index]!, floor);
    floor = placed[index] + gap;
  }
  let ceiling = to;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index]!, ceiling);
    ceiling = placed[index] - gap;
  }
  return placed;
}
