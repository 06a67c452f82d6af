import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

describe('labels beside each other', () => {
  it('stay where they are when they have room', () => {
    expect(spreadLabels([100, 20, 60], 15, 0, 200)).toEqual([100, 20, 60]);
  });

  it('move apart when they would print over each other', () => {
    expect(spreadLabels([50, 52], 15, 0, 200)).toEqual([50, 65]);
  });

  it('keep inside the room at its lower end', () => {
    expect(spreadLabels([195, 199], 15, 0, 200)).toEqual([185, 200]);
  });

  it('keep their distance, order and room whatever the heights', () => {
    const heights = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(heights, (wanted) => {
        const placed = spreadLabels(wanted, 15, 0, 200);
        const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a]! - wanted[b]! || a - b);
        const inOrder = order.map((index) => placed[index]!);
        expect(Math.min(...inOrder)).toBeGreaterThanOrEqual(-1e-9);
        expect(Math.max(...inOrder)).toBeLessThanOrEqual(200);
        const gaps = inOrder.slice(1).map((height, index) => height - inOrder[index]!);
        expect(Math.min(15, ...gaps)).toBeGreaterThanOrEqual(15 - 1e-9);
      }),
    );
  });
});
