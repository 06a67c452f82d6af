import type { TravelPlace } from '../travel.ts';
import { journeyOf, type TravelBasis } from './travel-basis.ts';
import type { TravelError, TravelPolicy } from './travel-policy.ts';

/** A journey that was routed on the roads of England, in minutes on clear roads. */
export interface RoutedJourney {
  from: TravelPlace;
  to: TravelPlace;
  minutes: number;
}

/** Journeys with minutes of their own: a file in policies/travel/. The estimate is fitted to the first and tried on the second. */
export interface RoutedJourneys {
  id: string;
  title: string;
  source: string;
  calibration: readonly RoutedJourney[];
  heldOut: readonly RoutedJourney[];
}

/** How far one way of working out minutes is from routed journeys, without the day's traffic, which they do not have. */
export function measuredError(
  { policy, waters }: Pick<TravelBasis, 'policy' | 'waters'>,
  how: TravelPolicy['use'],
  journeys: readonly RoutedJourney[],
): TravelError {
  const clear = { policy: { ...policy, day: { ...policy.day, factor: 1 } }, waters };
  const out = journeys.map(({ from, to, minutes }) => {
    const off = journeyOf(clear, how, from, to).minutes - minutes;
    return { minutes: off, percent: (100 * off) / minutes };
  });
  const minutes = out.map((one) => one.minutes);
  const percent = out.map((one) => one.percent);
  return {
    journeys: journeys.length,
    meanPercent: tenth(mean(percent.map(Math.abs))),
    percent: [tenth(percentile(percent, 0.05)), tenth(percentile(percent, 0.95))],
    meanMinutes: tenth(mean(minutes.map(Math.abs))),
    minutes: [tenth(percentile(minutes, 0.05)), tenth(percentile(minutes, 0.95))],
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Between the two nearest values in order, in proportion. */
function percentile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b);
  const at = share * (ordered.length - 1);
  const below = Math.floor(at);
  const [low, high] = [ordered[below]!, ordered[Math.min(below + 1, ordered.length - 1)]!];
  return low + (high - low) * (at - below);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
