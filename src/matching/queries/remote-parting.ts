// oxlint-disable unicorn/require-post-message-target-origin -- a port between two threads has no origin
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { Clock } from '../rules/clock.ts';
import type { Parted, PartedProof, Parting } from '../rules/parting.ts';

/** Memory that the two threads of a search share. */
export interface PartnerMemory {
  /** How much the parting thread has told, and whether it is asked for its proof. */
  readonly state: Int32Array;
  /** Cost steps of the best plan known to the searching thread. */
  readonly cost: Float64Array;
}

type Told = { parted: Parted; proof?: undefined } | { parted?: undefined; proof: PartedProof | null };

const TOLD = 0;
const ASKED_FOR_PROOF = 1;
/** Milliseconds between looks at the clock while waiting. */
const WAIT = 100;
/** Seconds that the proof is waited for: one solve of a large relaxation at most. */
const PATIENCE = 20;
/** Times that all plans are parted between two tellings. */
const TIMES = 2;

export function partnerMemory(): PartnerMemory {
  return {
    state: new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)),
    cost: new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)),
  };
}

/** Parting in another thread, as the searching thread sees it: it reads what was told, and waits only when it has nothing else to do. */
export function remoteParting({ state, cost: known }: PartnerMemory, port: MessagePort, clock: Clock): Parting {
  let seen = 0;
  let last: Parted = { bound: -Infinity, plan: null };
  let proof: PartedProof | null | undefined;
  const read = (): void => {
    seen = Atomics.load(state, TOLD);
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
      const told = next.message as Told;
      if (told.parted === undefined) ({ proof } = told);
      else last = { bound: told.parted.bound, plan: told.parted.plan ?? last.plan };
    }
  };
  return {
    begin(_, cost) {
      known[0] = cost;
    },
    end(isIdle) {
      read();
      if (isIdle && !clock.shouldStop()) {
        Atomics.wait(state, TOLD, seen, WAIT);
        read();
      }
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
  if (parting === null) return tell({ proof: null });
  let before: Parted = { bound: -Infinity, plan: null };
  while (Atomics.load(state, ASKED_FOR_PROOF) === 0) {
    parting.begin(TIMES, cost[0] === 0 ? Infinity : cost[0]!);
    const parted = parting.end(false);
    const { bound, plan } = parted;
    if (bound === before.bound && plan === before.plan) {
      // Settled, or stopped: nothing more to come.
      Atomics.wait(state, ASKED_FOR_PROOF, 0, WAIT);
      continue;
    }
    tell({ parted: { bound, plan: plan === before.plan ? null : plan } });
    before = parted;
  }
  return tell({ proof: parting.proof() });
}
