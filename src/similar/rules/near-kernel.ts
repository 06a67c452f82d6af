import { type Code, constant, type Definition, f64, f64x2, get, i32, moduleOf } from './wasm-code.ts';
import { repeatWhile, set, tee, TYPE, when } from './wasm-code.ts';

/** Rows that a block of coordinates has room for; measured best of 16 to 128 on England's primary schools. */
export const BLOCK = 64;
/** Bytes of one f64, and of two. */
const NUMBER = 8;
const PAIR = 16;
/** Bytes from one feature's column of a block to the next. */
const COLUMN = BLOCK * NUMBER;

/** Where the kernel reads what is asked, and where it writes what it finds; blocks come after. All in bytes. */
export interface Places {
  /** The asked row's coordinates, one f64 a feature. */
  asked: number;
  /** Two f64 a feature: all bits set where the feature is compared, none where it is not. */
  compared: number;
  /** An f64, the squares added up, and an i32, the row's address, with four bytes left over: FOUND in all. */
  found: number;
  /** A block's coordinates: a column of BLOCK f64 a feature. A place without a row holds NaN, and so does a missing figure. */
  blocks: number;
}

/** Bytes of one row found. */
export const FOUND = 16;

export function placesOf(width: number): Places {
  // Pairs are read fastest from multiples of their own size.
  const compared = Math.ceil((width * NUMBER) / PAIR) * PAIR;
  const found = compared + width * PAIR;
  return { asked: 0, compared, found, blocks: found + FOUND * (BLOCK + 1) };
}

/** Bytes of the coordinates of one block. */
export function blockBytes(width: number): number {
  return width * COLUMN;
}

/** Bytes of the boxes of two blocks: for each feature the two lower bounds, then the two upper ones. */
export function boxPairBytes(width: number): number {
  return width * 2 * PAIR;
}

/**
 * The kernel for rows of so many features, in WebAssembly, whose registers hold two f64. It rounds as TypeScript does, and
 * adds up squares in the order of the features as `squaredDistance` does: sums are those of a plain scan to the last bit.
 */
export interface NearKernel {
  /**
   * Goes over the rows of a block, two a step, from the address of the first row's first coordinate up to another, and
   * writes down each whose squared differences from the asked row, over the features compared, add up to the limit or less.
   * Gives the address after the last it wrote.
   */
  nearIn(from: number, to: number, limit: number): number;
  /**
   * Goes over boxes from an address up to another and writes for each to `out` on what squared differences of a point in the
   * box from the asked row add up to at least, over the features that both have. Where the block's figures are not known its
   * box has no bounds.
   *
   * Rounding never turns the smaller of two numbers into the larger, and these are rounded in the same order as those of the
   * points: what comes out here is never more than what comes out for a point in the box.
   */
  leastIn(from: number, to: number, out: number): void;
}

/** The module that exports the kernel's functions; it imports `from.memory`. */
export function nearKernel(width: number): Uint8Array<ArrayBuffer> {
  return moduleOf([nearIn(width), leastIn(width)]);
}

const NOWHERE = constant(0);

function added(width: number, squared: (feature: number) => Code): Code {
  const [first, ...rest] = Array.from({ length: width }, (_, feature) => squared(feature));
  return rest.reduce((sum, one) => f64x2.add(sum, one), first ?? []);
}

function forEach(width: number, code: (feature: number) => Code): Code {
  return Array.from({ length: width }, (_, feature) => code(feature)).flat();
}

function nearIn(width: number): Definition {
  const places = placesOf(width);
  const [at, to, limit] = [0, 1, 2];
  const [out, sums, difference, limits, asked] = [3, 4, 5, 6, 7];
  const compared = asked + width;

  const squared = (j: number): Code => {
    const apart = f64x2.and(f64x2.subtract(get(asked + j), f64x2.load(get(at), j * COLUMN)), get(compared + j));
    return f64x2.multiply(tee(difference, apart), get(difference));
  };
  // Written in any case, and kept by moving on: cheaper than asking first.
  const write = (lane: 0 | 1): Code => [
    ...f64.store(get(out), f64x2.lane(get(sums), lane)),
    ...i32.store(get(out), i32.add(get(at), constant(lane * NUMBER)), NUMBER),
    ...set(
      out,
      i32.add(get(out), i32.multiply(f64.lessOrEqual(f64x2.lane(get(sums), lane), get(limit)), constant(FOUND))),
    ),
  ];
  return {
    name: 'nearIn',
    parameters: [TYPE.i32, TYPE.i32, TYPE.f64],
    locals: [TYPE.i32, ...Array.from({ length: 3 + 2 * width }, () => TYPE.v128)],
    results: [TYPE.i32],
    body: [
      ...set(out, constant(places.found)),
      ...set(limits, f64x2.twice(get(limit))),
      ...forEach(width, (j) => set(asked + j, f64x2.loadTwice(NOWHERE, places.asked + j * NUMBER))),
      ...forEach(width, (j) => set(compared + j, f64x2.load(NOWHERE, places.compared + j * PAIR))),
      ...repeatWhile(
        [
          ...when(f64x2.any(f64x2.lessOrEqual(tee(sums, added(width, squared)), get(limits))), [
            ...write(0),
            ...write(1),
          ]),
          ...set(at, i32.add(get(at), constant(PAIR))),
        ],
        i32.lessThan(get(at), get(to)),
      ),
      ...get(out),
    ],
  };
}

function leastIn(width: number): Definition {
  const places = placesOf(width);
  const [at, to, out] = [0, 1, 2];
  const [apart, nought, asked] = [3, 4, 5];

  const squared = (j: number): Code => {
    const below = f64x2.subtract(f64x2.load(get(at), j * 2 * PAIR), get(asked + j));
    const above = f64x2.subtract(get(asked + j), f64x2.load(get(at), (j * 2 + 1) * PAIR));
    // A figure that the asked row lacks is NaN, and NaN is not greater than nought.
    return f64x2.multiply(tee(apart, f64x2.greater(f64x2.greater(get(nought), below), above)), get(apart));
  };
  return {
    name: 'leastIn',
    parameters: [TYPE.i32, TYPE.i32, TYPE.i32],
    locals: Array.from({ length: 2 + width }, () => TYPE.v128),
    results: [],
    body: [
      ...forEach(width, (j) => set(asked + j, f64x2.loadTwice(NOWHERE, places.asked + j * NUMBER))),
      ...repeatWhile(
        [
          ...f64x2.store(get(out), added(width, squared)),
          ...set(at, i32.add(get(at), constant(boxPairBytes(width)))),
          ...set(out, i32.add(get(out), constant(PAIR))),
        ],
        i32.lessThan(get(at), get(to)),
      ),
    ],
  };
}
