// oxlint-disable unicorn/require-post-message-target-origin -- a port between two threads has no origin
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { Clock } from '../rules/clock.ts';
import type { Parted, PartedProof, Parting } from '../rules/parting.ts';

/** Memory that the two threads of a search share. */
export interface PartnerMemory {
  /** How often the parting thread has told, whether it is asked for its proof, and whether it has no more to tell but that. */
  readonly state: Int32Array;
  /** Cost steps of the best plan known to the searching thread. */
  readonly cost: Float64Array;
}

type Told = { parted: Parted; proof?: undefined } | { parted?: undefined; proof: PartedProof | null };

const TOLD = 0;
const ASKED_FOR_PROOF = 1;
const DONE = 2;
/** Milliseconds between looks at the clock while waiting. */
const WAIT = 100;
/** Seconds that the proof is waited for: one solve of a large relaxation at most. */
const PATIENCE = 20;
/** Times that all plans are parted between two tellings. */
const TIMES = 2;

export function partnerMemory(): PartnerMemory {
  return {
    state: new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)),
    cost: new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)),
  };
}

/** Parting in another thread, as the searching thread sees it: it reads what was told, and waits only when it has nothing else to do. */
export function remoteParting({ state, cost: known }: PartnerMemory, port: MessagePort, clock: Clock): Parting {
  let seen = 0;
  let last: Parted = { bound: -Infinity, plan: null, isDone: false };
  let proof: PartedProof | null | undefined;
  /** Reads what was told; false when nothing was since the last look. */
  const read = (): boolean => {
    const before = seen;
    seen = Atomics.load(state, TOLD);
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
      const told = next.message as Told;
      if (told.parted === undefined) ({ proof } = told);
      else last = { ...told.parted, plan: told.parted.plan ?? last.plan };
    }
    return seen > before;
  };
  const waitForMore = (): void => {
    while (Atomics.load(state, DONE) === 0 && !clock.shouldStop()) {
      Atomics.wait(state, TOLD, seen, WAIT);
      if (read()) return;
    }
  };
  return {
    begin(_, cost) {
      known[0] = cost;
    },
    end(isIdle) {
      const isNew = read();
      if (isIdle && !isNew) waitForMore();
      return last;
    },
    proof() {
      Atomics.store(state, ASKED_FOR_PROOF, 1);
      const end = clock.elapsed() + PATIENCE;
      read();
      while (clock.elapsed() < end) {
        if (proof !== undefined) return proof;
        Atomics.wait(state, TOLD, seen, WAIT);
        read();
      }
      return null;
    },
  };
}

/**
 * Parts all plans in this thread until every part is settled or the other thread asks for the proof, telling what comes of it.
 * A search settled by its first steps has nothing to part.
 */
export function serveParting(parting: Parting | null, { state, cost }: PartnerMemory, port: MessagePort): void {
  const tell = (told: Told): void => {
    port.postMessage(told);
    Atomics.add(state, TOLD, 1);
    Atomics.notify(state, TOLD);
  };
  if (parting === null) {
    Atomics.store(state, DONE, 1);
    return tell({ proof: null });
  }
  let plan: Parted['plan'] = null;
  for (let isDone = false; Atomics.load(state, ASKED_FOR_PROOF) === 0;) {
    if (isDone) {
      Atomics.wait(state, ASKED_FOR_PROOF, 0, WAIT);
      continue;
    }
    parting.begin(TIMES, cost[0] === 0 ? Infinity : cost[0]!);
    const parted = parting.end(false);
    ({ isDone } = parted);
    if (isDone) Atomics.store(state, DONE, 1);
    tell({ parted: { ...parted, plan: parted.plan === plan ? null : parted.plan } });
    ({ plan } = parted);
  }
  return tell({ proof: parting.proof() });
}
