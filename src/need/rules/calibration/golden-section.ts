const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Where a function with a single peak between `low` and `high` is highest, to within `tolerance`.
 * Source: J. Kiefer, "Sequential minimax search for a maximum", Proceedings of the American Mathematical Society 4 (1953).
 */
export function highestAt(height: (x: number) => number, low: number, high: number, tolerance: number): number {
  let [from, to] = [low, high];
  let [left, right] = [to - GOLDEN * (to - from), from + GOLDEN * (to - from)];
  let [atLeft, atRight] = [height(left), height(right)];
  while (to - from > tolerance) {
    if (atLeft >= atRight) {
      [to, right, atRight] = [right, left, atLeft];
      left = to - GOLDEN * (to - from);
      atLeft = height(left);
    } else {
      [from, left, atLeft] = [left, right, atRight];
      right = from + GOLDEN * (to - from);
      atRight = height(right);
    }
  }
  return (from + to) / 2;
}
