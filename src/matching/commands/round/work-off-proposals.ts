import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { type Queue, workOffQueue } from '../../../db/under-lock.ts';
import { type FoundSoFar, solveProposal } from '../../queries/round/solve-proposal.ts';
import { keptSoFar, progressOf } from '../../rules/round/kept-so-far.ts';
import { type PlanFound, type RoundPlan, roundPlan } from '../../rules/round/round-plan.ts';
import { orderOf } from '../../queries/round/proposal-order.ts';

interface Deps {
  /** As the owner of the tables. */
  pool: Pool;
  /** Searches at the same moment. */
  atOnce: number;
  /** Where faults of ours are told, a line each. */
  log: (line: string) => void;
}

const QUEUE: Queue = { table: 'planning_proposal', lock: 821_883 };

/** How often it is looked whether another waits or somebody cancels, and how far a search has come is written down. */
const LOOK_EVERY_MS = 500;

/**
 * Searches for the proposals that wait, a few at once, until none does; returns at once where another process is at it. What a process
 * that was ended left behind is marked as stopped, with the best plan that it had written down: whoever holds the lock knows that
 * nobody else is at work.
 */
export async function workOffProposals(deps: Deps): Promise<void> {
  await workOffQueue(deps.pool, QUEUE, () => workOff(deps));
}

async function workOff(deps: Deps): Promise<void> {
  const { pool, atOnce } = deps;
  await stopWhatWasLeft(deps);
  const running = new Map<string, { stop: AbortController; ended: Promise<void> }>();
  for (;;) {
    while (running.size < atOnce) {
      const id = await takeNext(pool);
      if (id === undefined) break;
      const stop = new AbortController();
      const ended = search(deps, id, stop.signal).finally(() => running.delete(id));
      running.set(id, { stop, ended });
    }
    if (running.size === 0) return;
    for (const id of await cancelled(pool, [...running.keys()])) running.get(id)?.stop.abort();
    await Promise.race([...[...running.values()].map(({ ended }) => ended), pause(LOOK_EVERY_MS)]);
  }
}

/** Searches for one proposal and writes down what came of it. Never rejects. */
async function search({ pool, log }: Deps, id: string, signal: AbortSignal): Promise<void> {
  let newest: FoundSoFar | undefined;
  let writing = Promise.resolve();
  const write = (): void => {
    const found = newest;
    newest = undefined;
    if (found !== undefined) writing = writing.then(() => writeProgress(pool, id, found));
  };
  const regularly = setInterval(write, LOOK_EVERY_MS);
  let first = true;
  try {
    const order = await orderOf(pool, id);
    const { solution, plan } = await solveProposal(order, {
      signal,
      onProgress: (found) => {
        newest = found;
        if (first) write();
        first = false;
      },
    });
    clearInterval(regularly);
    await writing;
    await end(pool, id, signal.aborted && !plan.provedOptimal ? 'stopped' : 'done', { solution, plan });
  } catch (error) {
    clearInterval(regularly);
    const fault = randomUUID().slice(0, 8);
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log(`${JSON.stringify({ at: new Date().toISOString(), id: fault, proposal: id, error: told })}\n`);
    await pool.query(
      `update planning_proposal set state = 'failed', fault = $2, ended_at = now(), cancel_asked_at = null where id = $1`,
      [id, fault],
    );
  }
}

async function writeProgress(pool: Pool, id: string, { progress, kept }: FoundSoFar): Promise<void> {
  try {
    await pool.query(`update planning_proposal set progress = $2, solution = $3 where id = $1 and state = 'running'`, [
      id,
      JSON.stringify(progress),
      JSON.stringify(kept),
    ]);
  } catch {
    // What could not be written now is older than what is written next.
  }
}

/** A search that was cut off keeps the best plan that it had written down; one that had none yet has failed. */
async function stopWhatWasLeft({ pool, log }: Deps): Promise<void> {
  const { rows } = await pool.query<{ id: string; solution: unknown }>(
    `select id, solution from planning_proposal where state = 'running'`,
  );
  for (const { id, solution } of rows) {
    try {
      const order = await orderOf(pool, id);
      const kept = keptSoFar(order.problem, solution);
      const plan = kept === null ? null : roundPlan(order.problem, kept, order.before);
      await end(pool, id, plan === null ? 'failed' : 'stopped', { solution: kept, plan });
    } catch (error) {
      log(`${JSON.stringify({ at: new Date().toISOString(), proposal: id, error: String(error) })}\n`);
      await end(pool, id, 'failed', { solution: null, plan: null });
    }
  }
}

async function end(
  pool: Pool,
  id: string,
  state: 'done' | 'stopped' | 'failed',
  { solution, plan }: { solution: PlanFound | null; plan: RoundPlan | null },
): Promise<void> {
  const progress = solution === null ? null : progressOf(solution);
  await pool.query(
    `update planning_proposal set state = $2, progress = $3, solution = $4, plan = $5, ended_at = now(), cancel_asked_at = null,
       seconds = extract(epoch from now() - started_at) where id = $1`,
    [id, state, ...[progress, solution, plan].map((part) => (part === null ? null : JSON.stringify(part)))],
  );
}

async function takeNext(pool: Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `update planning_proposal set state = 'running', started_at = now() where id = (
       select id from planning_proposal where state = 'waiting' order by asked_at limit 1 for update skip locked)
     returning id`,
  );
  return rows[0]?.id;
}

async function cancelled(pool: Pool, ids: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from planning_proposal where id = any($1) and cancel_asked_at is not null',
    [ids],
  );
  return rows.map(({ id }) => id);
}
