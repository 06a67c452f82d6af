import type { Place } from '../travel.ts';
import { roadKey, type RoadPair } from './road-times.ts';

/** One question to a road service: the times from each source to each target. `wanted` are the pairs of positions asked for. */
export interface RoadBatch {
  sources: readonly Place[];
  targets: readonly Place[];
  wanted: readonly (readonly [source: number, target: number])[];
}

interface Limits {
  mostPlaces: number;
  mostJourneys: number;
}

/** Targets are put in order by squares of this side, so that neighbours, who share their sources, are asked together. */
const SQUARE = 10_000;

/** The pairs in few questions, each within the limits of the service. Every pair is in one of them once. */
export function roadBatches(pairs: readonly RoadPair[], limits: Limits): RoadBatch[] {
  const most = Math.max(1, Math.min(limits.mostPlaces - 1, limits.mostJourneys));
  const batches: RoadBatch[] = [];
  let open = new Batch();
  for (const { target, sources } of byTarget(pairs)) {
    for (let k = 0; k < sources.length; k += most) {
      const some = sources.slice(k, k + most);
      if (!open.hasRoom(some, limits)) {
        batches.push(open.closed());
        open = new Batch();
      }
      open.add(target, some);
    }
  }
  if (!open.isEmpty()) batches.push(open.closed());
  return batches;
}

/** A batch in two, the larger side halved; null when it asks of one pair only. */
export function halves({ sources, targets, wanted }: RoadBatch): [RoadBatch, RoadBatch] | null {
  if (sources.length === 1 && targets.length === 1) return null;
  const side = sources.length >= targets.length ? 0 : 1;
  const middle = Math.ceil((side === 0 ? sources : targets).length / 2);
  const half = (isFirst: boolean): RoadBatch => {
    const batch = new Batch();
    for (const pair of wanted) {
      if (pair[side] < middle === isFirst) batch.add(targets[pair[1]]!, [sources[pair[0]]!]);
    }
    return batch.closed();
  };
  return [half(true), half(false)];
}

class Batch {
  readonly #sources = new Map<string, { place: Place; at: number }>();
  readonly #targets = new Map<string, { place: Place; at: number }>();
  readonly #wanted: [number, number][] = [];

  isEmpty(): boolean {
    return this.#wanted.length === 0;
  }

  hasRoom(sources: readonly Place[], { mostPlaces, mostJourneys }: Limits): boolean {
    if (this.isEmpty()) return true;
    const from = this.#sources.size + sources.filter((place) => !this.#sources.has(keyOf(place))).length;
    const to = this.#targets.size + 1;
    return from + to <= mostPlaces && from * to <= mostJourneys;
  }

  add(target: Place, sources: readonly Place[]): void {
    const to = position(this.#targets, target);
    for (const source of sources) this.#wanted.push([position(this.#sources, source), to]);
  }

  closed(): RoadBatch {
    return { sources: placesOf(this.#sources), targets: placesOf(this.#targets), wanted: this.#wanted };
  }
}

function placesOf(side: ReadonlyMap<string, { place: Place }>): Place[] {
  return [...side.values()].map(({ place }) => place);
}

function position(side: Map<string, { place: Place; at: number }>, place: Place): number {
  const key = keyOf(place);
  const held = side.get(key);
  if (held !== undefined) return held.at;
  side.set(key, { place, at: side.size });
  return side.size - 1;
}

function byTarget(pairs: readonly RoadPair[]): { target: Place; sources: Place[] }[] {
  const targets = new Map<string, { target: Place; sources: Place[] }>();
  const seen = new Set<string>();
  for (const { from, to } of pairs) {
    const pair = roadKey(from, to);
    if (seen.has(pair)) continue;
    seen.add(pair);
    const key = keyOf(to);
    const held = targets.get(key);
    if (held === undefined) targets.set(key, { target: to, sources: [from] });
    else held.sources.push(from);
  }
  return [...targets.values()].toSorted(
    (a, b) => squareOf(a.target) - squareOf(b.target) || a.target.easting - b.target.easting,
  );
}

function squareOf({ easting, northing }: Place): number {
  return Math.floor(northing / SQUARE) * 1000 + Math.floor(easting / SQUARE);
}

function keyOf({ easting, northing }: Place): string {
  return `${easting} ${northing}`;
}
