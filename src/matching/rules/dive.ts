import type { Clock } from './clock.ts';
import type { Master, Relaxation } from './master.ts';
import { type Plan, UNCOVERED } from './plan.ts';
import type { WholeInstance } from './whole-units.ts';

/** A column used this much is taken as used whole. */
const WHOLE = 1 - 1e-6;
/** A column used this much is settled with those, where leaders are many. */
const NEARLY_WHOLE = 0.75;
/** Share of the leaders left that are settled at a time besides; more where they are many, for each solve takes longer then. */
const SHARE_AT_A_TIME = 0.04;
const SHARE_OF_MANY = 0.1;
const MANY = 300;

/**
 * A plan from the relaxation: the columns most used are made sure of, a few at a time, and the relaxation is solved again over
 * all sets that are left, until every leader is settled ("diving": Sadykov, Vanderbeck, Pessoa, Tahiri and Uchoa, INFORMS
 * Journal on Computing 31, 2019). What was held is let go again.
 *
 * @param root the relaxation to begin from
 * @returns null when the clock stopped it, or when `limit` cost steps were reached on the way
 */
export function dive(
  instance: WholeInstance,
  master: Master,
  root: Relaxation,
  limit: number,
  clock: Clock,
): Plan | null {
  const { leaders, schools } = instance;
  const settled = new Uint8Array(leaders + schools);
  const refused = new Set<number>();
  const held: number[] = [];
  const letGo = (): void => {
    for (const column of held) master.hold(column, 0, Infinity);
    for (const column of refused) master.hold(column, 0, Infinity);
  };
  let now: Relaxation | null = root;
  while (now !== null && now.value < limit && !clock.shouldStop()) {
    const relaxation: Relaxation = now;
    const shares = Array.from(relaxation.used, (share, column) => ({ share, column })).filter(
      ({ share, column }) => share > 1e-6 && settled[master.columns[column]!.leader] === 0,
    );
    if (shares.length === 0) {
      letGo();
      return planOf(instance, master, held);
    }
    const open = new Set(shares.map(({ column }) => master.columns[column]!.leader)).size;
    const [enough, part] = open > MANY ? [NEARLY_WHOLE, SHARE_OF_MANY] : [WHOLE, SHARE_AT_A_TIME];
    const sure = shares.filter(({ share }) => share >= enough);
    const likely = shares.filter(({ share }) => share < enough).toSorted((a, b) => b.share - a.share);
    const few = Math.max(1, Math.floor(part * open));
    const chosen: number[] = [];
    for (const { column } of [...sure, ...likely.slice(0, few)]) {
      if (master.rowsOf(column).some((row) => settled[row] === 1)) continue;
      for (const row of master.rowsOf(column)) settled[row] = 1;
      chosen.push(column);
      master.hold(column, 1, 1);
    }
    held.push(...chosen);
    now = master.complete((row) => settled[row] === 0);
    if (now === null) {
      // A limit over many pairs does not hold them all: the last go back, and the least likely of them is shut out.
      for (const column of chosen) {
        held.pop();
        master.hold(column, 0, Infinity);
        for (const row of master.rowsOf(column)) settled[row] = 0;
      }
      const out = chosen.at(-1)!;
      refused.add(out);
      master.hold(out, 0, 0);
      now = master.complete((row) => settled[row] === 0);
    }
  }
  letGo();
  return null;
}

function planOf(instance: WholeInstance, master: Master, columns: readonly number[]): Plan {
  const plan = new Int32Array(instance.schools).fill(UNCOVERED);
  for (const column of columns) {
    for (const pair of master.columns[column]!.pairs) plan[instance.pairSchool[pair]!] = pair;
  }
  return plan;
}
