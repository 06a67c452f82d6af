/** A school that a leader could help, worth something at the prices. All numbers are whole. */
export interface Candidate {
  /** Price less cost, before load and cuts. */
  readonly gain: number;
  readonly days: number;
  /** The cuts that it is a member of. */
  readonly cuts: readonly number[];
}

export interface Limits {
  readonly days: number;
  readonly places: number;
  /** Schools that the leader has already: the next weighs `load` times as many. */
  readonly held: number;
  readonly load: number;
  /** The cuts that the leader is a member of. */
  readonly cuts: readonly number[];
}

/** Sets looked into for one leader, after which what no cut lessens is taken: more, so what is proved stays true. */
const MOST_LOOKS = 3_000_000;

/**
 * The most that a set of a leader's schools is worth within days and places: gains, less load, less the price of each pair
 * of members of a cut that leader and set hold.
 *
 * Schools of no cut that could matter are settled by dynamic programming over places and days. The others are tried one by
 * one, depth first; a branch is left as soon as it would not do even if no cut asked anything, which the same table tells.
 */
export function mostWorth(all: readonly Candidate[], limits: Limits, cutPrice: ArrayLike<number>): number {
  const first = limits.load * limits.held;
  const useful = all.filter(({ gain, days }) => gain > first && days <= limits.days);
  const places = Math.min(limits.places, useful.length);
  if (places <= 0) return 0;
  const unit = useful.reduce((divisor, { days }) => divisorOf(divisor, days), 0) || 1;
  const together = useful.reduce((sum, { days }) => sum + days, 0);
  const width = Math.floor(Math.min(limits.days, together) / unit) + 1;

  const near = new Map<number, number>(limits.cuts.map((cut) => [cut, 1]));
  for (const { cuts } of useful) for (const cut of cuts) near.set(cut, (near.get(cut) ?? 0) + 1);
  const matters = (cut: number): boolean => near.get(cut)! > 1 && cutPrice[cut]! > 0;
  const [cut, uncut]: [Candidate[], Candidate[]] = [[], []];
  for (const one of useful) (one.cuts.some(matters) ? cut : uncut).push(one);
  // The dearest first: a good set is found soon, and more branches are left.
  cut.sort((a, b) => b.gain - a.gain);

  const loadWith = (left: number): number => limits.load * (limits.held + places - left);
  const add = (table: Float64Array, { gain, days }: Candidate): void => {
    const step = days / unit;
    for (let left = places; left >= 1; left--) {
      const more = gain - loadWith(left);
      for (let d = width - 1; d >= step; d--) {
        const taken = more + table[(left - 1) * width + d - step]!;
        if (taken > table[left * width + d]!) table[left * width + d] = taken;
      }
    }
  };
  // tables[t]: by places and days left, what schools from the t-th cut one on, and all uncut ones, are worth at most.
  const tables: Float64Array[] = [];
  let table: Float64Array = new Float64Array((places + 1) * width);
  for (const one of uncut) add(table, one);
  tables[cut.length] = table;
  for (let t = cut.length - 1; t >= 0; t--) {
    table = table.slice();
    add(table, cut[t]!);
    tables[t] = table;
  }

  const taken = new Map<number, number>(limits.cuts.map((cut) => [cut, 1]));
  let best = 0;
  let looks = 0;
  const look = (t: number, left: number, d: number, worth: number): void => {
    const most = worth + tables[t]![left * width + d]!;
    if (most <= best || ++looks > MOST_LOOKS) return;
    const one = cut[t];
    if (one === undefined) {
      best = most;
      return;
    }
    const step = one.days / unit;
    if (left > 0 && step <= d) {
      let price = 0;
      for (const c of one.cuts) {
        const had = taken.get(c) ?? 0;
        if (had % 2 === 1) price += cutPrice[c]!;
        taken.set(c, had + 1);
      }
      look(t + 1, left - 1, d - step, worth + one.gain - loadWith(left) - price);
      for (const c of one.cuts) taken.set(c, taken.get(c)! - 1);
    }
    look(t + 1, left, d, worth);
  };
  look(0, places, width - 1, 0);
  return looks > MOST_LOOKS ? tables[0]![places * width + width - 1]! : best;
}

function divisorOf(a: number, b: number): number {
  return b === 0 ? a : divisorOf(b, a % b);
}
