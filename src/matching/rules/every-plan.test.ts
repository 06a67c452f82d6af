import { beforeAll, describe, expect, it } from 'vitest';
import type { Highs } from 'highs';
import { type Tried, tryEveryPlan } from '../../../test/factories/every-plan.ts';
import { loadHighs } from '../../../test/factories/instance.ts';

/** bench/every-plan.ts tries ten thousand, which takes the better part of a minute. */
const PROBLEMS = 1000;
const IN_ONE_TEST = 250;

let highs: Highs;
const tried: Tried[] = [];
beforeAll(async () => {
  highs = await loadHighs();
});

describe('against every plan there is', () => {
  it.each(Array.from({ length: PROBLEMS / IN_ONE_TEST }, (_, k) => k * IN_ONE_TEST))(
    'the best is found, proved and checked: problems from %i on',
    { timeout: 240_000 },
    (from) => {
      const found = Array.from({ length: IN_ONE_TEST }, (_, k) => tryEveryPlan(from + k, highs));
      tried.push(...found);
      expect(found.flatMap(({ fault }) => fault ?? [])).toEqual([]);
    },
  );

  it('was asked of every kind of problem', () => {
    expect(tried).toHaveLength(PROBLEMS);
    expect(tried.filter(({ byParts }) => byParts).length).toBeGreaterThan(30);
    expect(tried.filter(({ partlyCovered }) => partlyCovered).length).toBeGreaterThan(150);
    expect(tried.filter(({ empty }) => empty).length).toBeGreaterThan(15);
  });
});
