import type { Highs, HighsCallbackMap, InterruptCallbackEvent, Model } from 'highs';
import type { Clock } from './clock.ts';
import { mostPairs, type OddCut, pricedCuts } from './odd-cuts.ts';
import { CLOSED, type LeaderSet, type SetPrices, type SetSearch } from './sets.ts';
import { amountsOf } from './plan.ts';
import { costOfSet, type WholeInstance } from './whole-units.ts';

/** Prices that the relaxed set model gives to what is scarce, in cost steps. */
export interface MasterPrices {
  /** Covering each school: no more than its penalty, unless the school must be covered. */
  readonly schools: Float64Array;
  /** Having each leader: 0 or more. */
  readonly leaders: Float64Array;
  /** A unit of each row: from 0 to its price when passed. */
  readonly rows: Float64Array;
  /** A pair of members of each cut: 0 or more. */
  readonly cuts: Float64Array;
}

/** The solved relaxation. */
export interface Relaxation {
  /** Cost steps: the penalties of all schools included. */
  readonly value: number;
  /** How much of each column is used, 0 to 1. */
  readonly used: Float64Array;
  readonly prices: MasterPrices;
}

/** A set's profit must beat its leader's price by so many steps to enter. */
const WORTH_ADDING = 1e-3;
/** Most columns that one leader adds at a time. */
const MOST_A_TIME = 8;
/** Columns and rows added since the last solve from which on an interior point method is sooner than going on from there. */
const MANY_ADDED = 400;
/** A relaxation that keeps finding columns by rounding alone is left after so many turns. */
const MOST_TURNS = 200;

/** What a part of all plans keeps to: a node of the search by branches. */
export interface Restriction {
  /** Pairs that no plan of the part holds: 1 each. */
  readonly forbidden: Uint8Array;
  /** Schools that every plan of the part covers: 1 each. */
  readonly required: Uint8Array;
}

/**
 * The relaxed set model over the columns known so far, kept in HiGHS between solves so that each begins where the last one
 * ended. A column is a set of a leader's schools. Rows: each leader gives at most one set; each school is in one set or
 * uncovered; limits over many pairs; cuts.
 */
export class Master {
  readonly columns: LeaderSet[] = [];
  readonly cuts: OddCut[] = [];
  readonly #instance: WholeInstance;
  readonly #search: SetSearch;
  readonly #highs: Highs;
  readonly #clock: Clock;
  readonly #whenStopped: HighsCallbackMap;
  readonly #model: Model;
  readonly #known = new Set<string>();
  /** HiGHS's columns before those of `columns`: one a school for leaving it uncovered, one a row that has a price. */
  readonly #offset: number;
  readonly #cutsOfRow: Int32Array[] = [];
  #added = 0;
  #restriction: Restriction | null = null;
  #shut = new Set<number>();

  constructor(highs: Highs, instance: WholeInstance, search: SetSearch, clock: Clock) {
    this.#highs = highs;
    this.#clock = clock;
    const { simplexInterrupt, ipmInterrupt } = highs.constants.callbackType;
    const stop = (event: InterruptCallbackEvent): undefined => {
      if (clock.shouldStop()) event.interrupt();
    };
    this.#whenStopped = { [simplexInterrupt]: stop, [ipmInterrupt]: stop };
    this.#instance = instance;
    this.#search = search;
    const { leaders, schools, rows, penalty } = instance;
    const numRows = leaders + schools + rows.length;
    const rowUpper = new Float64Array(numRows).fill(1);
    rowUpper.set(
      rows.map(({ limit }) => limit),
      leaders + schools,
    );
    const rowLower = new Float64Array(numRows).fill(-highs.infinity).fill(1, leaders, leaders + schools);
    const soft = rows.flatMap(({ overPrice }, r) => (overPrice === Infinity ? [] : [{ r, overPrice }]));
    this.#offset = schools + soft.length;
    this.#model = highs.createModel({
      numRows,
      numCols: this.#offset,
      colCost: [...penalty, ...soft.map(({ overPrice }) => overPrice)],
      colLower: new Float64Array(this.#offset),
      colUpper: new Float64Array(this.#offset).fill(highs.infinity),
      rowLower,
      rowUpper,
      matrix: {
        format: 'csc',
        numRows,
        numCols: this.#offset,
        starts: Int32Array.from({ length: this.#offset + 1 }, (_, n) => n),
        indices: [...Int32Array.from(penalty, (_, j) => leaders + j), ...soft.map(({ r }) => leaders + schools + r)],
        values: new Float64Array(this.#offset).fill(1).fill(-1, schools),
      },
    });
    this.#model.options.set({ output_flag: false, presolve: 'off' });
  }

  /** Frees HiGHS's memory; nothing may be asked afterwards. */
  dispose(): void {
    this.#model.dispose();
  }

  /** Adds sets as columns; those that are there already are passed over. Returns how many were new. */
  add(sets: readonly LeaderSet[]): number {
    const fresh = sets.filter((set) => {
      const key = `${set.leader}:${set.pairs.toSorted((a, b) => a - b).join()}`;
      if (this.#known.has(key)) return false;
      this.#known.add(key);
      return true;
    });
    if (fresh.length === 0) return 0;
    const { leaders, schools, rows } = this.#instance;
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    const put = (row: number, value: number): void => {
      indices.push(row);
      values.push(value);
    };
    for (const set of fresh) {
      const members = this.#rowsOf(set);
      for (const row of members) put(row, 1);
      amountsOf(this.#instance, set.pairs).forEach((amount, r) => amount !== 0 && put(leaders + schools + r, amount));
      this.#pairsOfCuts(members).forEach(([t, count]) => put(leaders + schools + rows.length + t, count));
      starts.push(indices.length);
    }
    const count = fresh.length;
    this.#model.addCols({
      cost: Float64Array.from(fresh, (set) => costOfSet(this.#instance, set)),
      lower: new Float64Array(count),
      upper: new Float64Array(count).fill(this.#highs.infinity),
      matrix: {
        format: 'csc',
        numRows: leaders + schools + rows.length + this.cuts.length,
        numCols: count,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    });
    this.columns.push(...fresh);
    this.#added += count;
    return count;
  }

  /** Adds cuts as rows. */
  addCuts(cuts: readonly OddCut[]): void {
    const columnsOf: number[][] = Array.from({ length: this.#instance.leaders + this.#instance.schools }, () => []);
    this.columns.forEach((set, n) => {
      for (const row of this.#rowsOf(set)) columnsOf[row]!.push(n);
    });
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const cut of cuts) {
      const used = new Map<number, number>();
      for (const row of cut.rows) for (const n of columnsOf[row]!) used.set(n, (used.get(n) ?? 0) + 1);
      for (const [n, members] of [...used].toSorted(([a], [b]) => a - b)) {
        if (members < 2) continue;
        indices.push(this.#offset + n);
        values.push(Math.floor(members / 2));
      }
      starts.push(indices.length);
      for (const row of cut.rows) {
        this.#cutsOfRow[row] = Int32Array.from([...(this.#cutsOfRow[row] ?? []), this.cuts.length]);
      }
      this.cuts.push(cut);
    }
    this.#model.addRows({
      lower: new Float64Array(cuts.length).fill(-this.#highs.infinity),
      upper: Float64Array.from(cuts, mostPairs),
      matrix: {
        format: 'csr',
        numRows: cuts.length,
        numCols: this.#offset + this.columns.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    });
    this.#added += cuts.length;
  }

  /** Lets a column be used between two shares: 0 and 0 shuts it out, 1 and 1 makes sure of it. */
  hold(column: number, least: number, most: number): void {
    this.#model.changeColBounds(this.#offset + column, least, most);
  }

  /**
   * Keeps to a part of all plans from now on, or to none.
   *
   * @param dearer cost steps that leaving a required school uncovered costs on top: no less than what separates the bound
   *   from a plan known, so that a part without a better plan shows itself by its value
   */
  restrict(restriction: Restriction | null, dearer: number): void {
    const { penalty } = this.#instance;
    for (let j = 0; j < penalty.length; j++) {
      const [before, after] = [this.#restriction, restriction].map((one) => (one?.required[j] === 1 ? 1 : 0));
      if (before !== after || after === 1) this.#model.changeColCost(j, penalty[j]! + (after === 1 ? dearer : 0));
    }
    this.#restriction = restriction;
    const shut = new Set<number>();
    this.columns.forEach(({ pairs }, column) => {
      if (restriction !== null && pairs.some((pair) => restriction.forbidden[pair] === 1)) shut.add(column);
    });
    for (const column of shut) if (!this.#shut.has(column)) this.hold(column, 0, 0);
    for (const column of this.#shut) if (!shut.has(column)) this.hold(column, 0, Infinity);
    this.#shut = shut;
  }

  /** Solves over the columns known. Null when what is held does not fit together, or the clock stopped it: one cut short has no prices. */
  solve(): Relaxation | null {
    const { leaders, schools, rows } = this.#instance;
    if (!this.#run() && !this.#runAfresh()) return null;
    const { colValue, rowDual } = this.#model.getSolution();
    const dual = Float64Array.from(rowDual);
    const scarce = (from: number, to: number): Float64Array => dual.slice(from, to).map((d) => Math.max(0, -d));
    const all = leaders + schools + rows.length;
    return {
      value: this.#model.getObjectiveValue(),
      used: Float64Array.from(colValue).slice(this.#offset),
      prices: {
        schools: dual.slice(leaders, leaders + schools),
        leaders: scarce(0, leaders),
        rows: scarce(leaders + schools, all).map((price, r) => Math.min(price, rows[r]!.overPrice)),
        cuts: scarce(all, all + this.cuts.length),
      },
    };
  }

  /** False when there was no optimum to be found, or the clock stopped it. */
  #run(): boolean {
    if (this.#clock.shouldStop()) return false;
    // From many new columns the simplex method takes ten times as long; from few it is sooner.
    this.#model.options.set({ solver: this.#added > MANY_ADDED ? 'ipm' : 'simplex' });
    this.#added = 0;
    try {
      return this.#model.run(this.#whenStopped).modelStatus === this.#highs.constants.modelStatus.optimal;
    } catch {
      // HiGHS now and then loses its way from where it last ended (status -1).
      return false;
    }
  }

  /** Solves from nothing; false when what is held does not fit together. */
  #runAfresh(): boolean {
    this.#model.clearSolver();
    if (this.#run()) return true;
    // Small and tight ones it now and then loses even so, and finds by another way in.
    this.#model.clearSolver();
    this.#model.options.set({ presolve: 'on', simplex_strategy: 4 });
    const isDone = this.#run();
    this.#model.options.set({ presolve: 'off', simplex_strategy: 1 });
    return isDone;
  }

  /**
   * Solves over all sets: adds those that the prices show to be worth having until there is none.
   *
   * @param isOpen leaders and schools, by row, that the columns to come may use
   * @returns when the clock stops it, the relaxation of the last turn that was whole, if there was one
   */
  complete(isOpen: (row: number) => boolean): Relaxation | null {
    let last: Relaxation | null = null;
    for (let turn = 0; ; turn++) {
      const relaxation = this.solve();
      if (relaxation === null) return this.#clock.shouldStop() ? last : null;
      if (turn === MOST_TURNS || this.#clock.shouldStop()) return relaxation;
      last = relaxation;
      const { leaders } = this.#instance;
      const prices = this.setPrices(relaxation.prices);
      const open = prices.schools.map((price, j) => (isOpen(leaders + j) ? price : CLOSED));
      const found: LeaderSet[] = [];
      for (let leader = 0; leader < leaders; leader++) {
        if (!isOpen(leader)) continue;
        const least = relaxation.prices.leaders[leader]! + WORTH_ADDING;
        for (const { pairs } of this.#search.best(leader, { ...prices, schools: open }, least, MOST_A_TIME)) {
          found.push({ leader, pairs });
        }
      }
      if (this.add(found) === 0) return relaxation;
    }
  }

  /** What sets are valued at under prices of the relaxation and what it is restricted to. */
  setPrices({ schools, rows, cuts }: Omit<MasterPrices, 'leaders'>): SetPrices {
    const forbidden = this.#restriction?.forbidden;
    const surcharge = surcharges(this.#instance, rows) ?? (forbidden ? new Float64Array(forbidden.length) : null);
    forbidden?.forEach((is, pair) => {
      if (is === 1) surcharge![pair] = Infinity;
    });
    return {
      schools,
      surcharge,
      cuts: pricedCuts(this.cuts, cuts, this.#instance.leaders + this.#instance.schools),
    };
  }

  /** Rows of a column: its leader's and those of its schools, in the order of cuts' members. */
  rowsOf(column: number): number[] {
    return this.#rowsOf(this.columns[column]!);
  }

  #rowsOf({ leader, pairs }: LeaderSet): number[] {
    return [leader, ...pairs.map((pair) => this.#instance.leaders + this.#instance.pairSchool[pair]!)];
  }

  #pairsOfCuts(members: readonly number[]): [cut: number, pairs: number][] {
    const used = new Map<number, number>();
    for (const row of members) for (const t of this.#cutsOfRow[row] ?? []) used.set(t, (used.get(t) ?? 0) + 1);
    return [...used].flatMap(([t, count]) => (count < 2 ? [] : [[t, Math.floor(count / 2)]]));
  }
}

/** What each pair costs on top at the prices of the rows; null when there are no rows. */
export function surcharges(instance: WholeInstance, rowPrices: Float64Array): Float64Array | null {
  const { entryStart, entryRow, entryAmount, pairCost, rows } = instance;
  if (rows.length === 0) return null;
  const surcharge = new Float64Array(pairCost.length);
  for (let k = 0; k < surcharge.length; k++) {
    for (let e = entryStart[k]!; e < entryStart[k + 1]!; e++) {
      surcharge[k]! += rowPrices[entryRow[e]!]! * entryAmount[e]!;
    }
  }
  return surcharge;
}
