import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyAsAt } from '../../../policies.ts';
import { travelBasisAsAt } from '../../queries/travel-policy.ts';
import { routedJourneysKind } from '../../schema/routed-journeys.ts';
import { kilometres, type TravelPlace } from '../travel.ts';
import { measuredError } from './measured-error.ts';
import { journeyOf } from './travel-basis.ts';

const DAY = '2022-07-06';
const basis = travelBasisAsAt(DAY);
const journeys = policyAsAt(routedJourneysKind, DAY);

/** Kilometres on the National Grid; urban unless said. */
const at = (east: number, north: number, urban: boolean | null = true): TravelPlace => ({
  easting: east * 1000,
  northing: north * 1000,
  urban,
});

const estimate = (from: TravelPlace, to: TravelPlace) => journeyOf(basis, 'estimate', from, to);

describe('the error that the policy states', () => {
  it.each(['estimate', 'straight line'] as const)(
    'is what the %s gives on journeys that it was not fitted to',
    (how) => {
      const { estimate: fitted, straightLine } = basis.policy;
      expect(measuredError(basis, how, journeys.heldOut)).toEqual((how === 'estimate' ? fitted : straightLine).error);
    },
  );

  it('is on journeys that are not among those it was fitted to', () => {
    const key = ({ from, to }: (typeof journeys.heldOut)[number]) =>
      `${from.easting} ${from.northing} ${to.easting} ${to.northing}`;
    const fitted = new Set(journeys.calibration.map(key));
    expect(journeys.heldOut.filter((one) => fitted.has(key(one)))).toEqual([]);
  });
});

describe('a journey that meets water', () => {
  it.each([
    ['Hull to Barton', at(509, 429), at(503, 422), ['the Humber Bridge']],
    ['Southend to Sheerness', at(588, 186), at(592, 174), ['the Dartford Crossing', 'the Sheppey Crossing']],
    ['Liverpool to Birkenhead', at(336, 391), at(331, 388), ['the Mersey tunnels']],
    ['Gosport to Portsmouth', at(461, 100), at(464.5, 101), ['Fareham']],
    ['Bristol to Chepstow', at(358, 176), at(353, 193.5), ['the Severn Bridge']],
    ["King's Lynn to Skegness", at(562, 320), at(556, 363), ["King's Lynn, Sutton Bridge and Fosdyke Bridge"]],
    ['Hunstanton to Boston', at(567.5, 341), at(533, 344), ["King's Lynn, Sutton Bridge and Fosdyke Bridge"]],
    ['Dartmouth to Brixham', at(287, 51), at(292, 55.5), ['Totnes']],
    ['Plymouth to Saltash', at(247, 57), at(242.5, 59), ['the Tamar Bridge']],
    ['Torpoint to Plymouth', at(243.5, 55.2), at(247, 56), ['Trerulefoot', 'the Tamar Bridge']],
    ['Harwich to Felixstowe', at(625, 231.5), at(629.5, 234.5), ['Manningtree', 'the Orwell Bridge']],
    ['Exmouth to Starcross', at(300.5, 81.5), at(297.5, 82), ['Countess Wear']],
    ['Middlesbrough to Billingham', at(449, 519), at(446, 523), ['the Tees Viaduct']],
  ])('%s goes by the bridges', (_name, from, to, by) => {
    const there = estimate(from, to);
    expect(there.by).toEqual(expect.arrayContaining(by));
    expect(there.ferry).toBe(false);
    expect(there.km).toBeCloseTo(kilometres(from, to), 9);
    expect(estimate(to, from).by.toSorted()).toEqual(there.by.toSorted());
  });

  it('takes long across an estuary and not along it', () => {
    const [sheerness, southend, basildon] = [at(592, 174), at(588, 186), at(571, 188)];
    expect(estimate(southend, sheerness).minutes).toBeGreaterThan(3 * estimate(southend, basildon).minutes * 0.8);
    expect(estimate(southend, basildon).by).toEqual([]);
  });

  it('says that the Isle of Wight and the Isles of Scilly need a ship', () => {
    const [newport, portsmouth, penzance, stMarys] = [at(450, 89), at(465, 102), at(147, 30.5), at(91, 11)];
    const wight = estimate(portsmouth, newport);
    expect(wight).toMatchObject({ ferry: true, by: ['the ferry from Portsmouth to Fishbourne'] });
    expect(wight.minutes).toBeGreaterThan(70);
    expect(estimate(penzance, stMarys)).toMatchObject({ ferry: true });
    expect(estimate(newport, at(456, 85)).ferry).toBe(false);
  });

  it('meets none inland', () => {
    expect(estimate(at(509, 222), at(502, 222))).toMatchObject({ by: [], ferry: false });
  });
});

describe('the estimate', () => {
  it('takes a place of unknown kind for urban, and slows a short journey more than a long one for the ends', () => {
    const [from, urban, unknown, rural] = [true, true, null, false].map((kind, k) =>
      at(500 + (k > 0 ? 9 : 0), 250, kind),
    );
    expect(estimate(from!, unknown!).minutes).toBe(estimate(from!, urban!).minutes);
    expect(estimate(from!, rural!).minutes).not.toBe(estimate(from!, urban!).minutes);
  });

  const anywhere = fc.record({
    easting: fc.integer({ min: 140_000, max: 655_000 }),
    northing: fc.integer({ min: 20_000, max: 650_000 }),
    urban: fc.constantFrom(true, false, null),
  });
  const near = fc.tuple(anywhere, fc.integer({ min: -45_000, max: 45_000 }), fc.integer({ min: -45_000, max: 45_000 }));

  it('is never shorter than the way without water, and ends', () => {
    fc.assert(
      fc.property(near, ([from, east, north]) => {
        const to = { ...from, easting: from.easting + east, northing: from.northing + north };
        const dry = journeyOf({ ...basis, waters: [] }, 'estimate', from, to);
        const there = estimate(from, to);
        expect(Number.isFinite(there.minutes)).toBe(true);
        expect(there.minutes).toBeGreaterThanOrEqual(dry.minutes - 1e-9);
        expect(there.by.length > 0 || there.minutes === dry.minutes).toBe(true);
      }),
      { numRuns: 3000, seed: 6 },
    );
  });
});
