import { createHash } from 'node:crypto';

/** An entry as it is chained: `text` is all of it but its hash, as the database wrote it when it made the hash. */
export interface ChainedEntry {
  seq: number;
  text: string;
  previousHash: string;
  hash: string;
}

/** Where the chain starts and ends, kept apart from its entries. `beforeHash` is the hash of the last entry that was pruned. */
export interface ChainHead {
  since: number;
  beforeHash: string;
  seq: number;
  hash: string;
}

/** An entry's number and hash, noted elsewhere: it holds the chain up to there, even against who can rewrite all of it. */
export interface Anchor {
  seq: number;
  hash: string;
}

export interface ChainFault {
  kind: 'changed' | 'removed' | 'inserted' | 'anchor';
  /** The entry that it was noticed at. */
  seq: number;
  /** A sentence for people. */
  says: string;
}

export interface ChainReport {
  ok: boolean;
  entries: number;
  first: Anchor | null;
  last: Anchor | null;
  /** How many faults there are. */
  faultCount: number;
  /** The first hundred of them. */
  faults: ChainFault[];
}

const MOST_FAULTS = 100;

/**
 * Checks a chain entry by entry, in order of their numbers: each hash against its entry, each link, no number left out, and both
 * ends against the head. `expected` is an anchor to compare with. Call `add` for each entry and `end` once.
 */
export function chainCheck(head: ChainHead, expected: Anchor | null = null) {
  const faults: ChainFault[] = [];
  let faultCount = 0;
  let entries = 0;
  let first: Anchor | null = null;
  let last: Anchor = { seq: head.since - 1, hash: head.beforeHash };
  let anchorMet = expected !== null && expected.seq === last.seq;
  const fault = (kind: ChainFault['kind'], seq: number, says: string) => {
    faultCount += 1;
    if (faults.length < MOST_FAULTS) faults.push({ kind, seq, says });
  };
  const compareWithAnchor = ({ seq, hash }: Anchor) => {
    if (expected === null || seq !== expected.seq) return;
    anchorMet = true;
    if (hash !== expected.hash)
      fault('anchor', seq, `Entry ${seq} is not the one that was noted: the chain has been written anew.`);
  };
  compareWithAnchor(last);

  return {
    add({ seq, text, previousHash, hash }: ChainedEntry): void {
      entries += 1;
      first ??= { seq, hash };
      const due = last.seq + 1;
      if (seq > due) fault('removed', due, `${missing(due, seq - 1)} removed.`);
      else if (seq < due) fault('inserted', seq, `Entry ${seq} was inserted before the start of what is kept.`);
      if (createHash('sha256').update(text, 'utf8').digest('hex') !== hash)
        fault('changed', seq, `Entry ${seq} was changed: its hash does not fit what it says.`);
      if (seq === due && previousHash !== last.hash)
        fault(
          'inserted',
          seq,
          `Entry ${seq} does not follow on the one before it: one of them was inserted or replaced.`,
        );
      if (seq > head.seq) fault('inserted', seq, `Entry ${seq} was inserted after the end of the chain.`);
      last = { seq, hash };
      compareWithAnchor(last);
    },
    end(): ChainReport {
      if (last.seq < head.seq)
        fault('removed', last.seq + 1, `${missing(last.seq + 1, head.seq)} removed from the end.`);
      else if (last.seq === head.seq && last.hash !== head.hash)
        fault('changed', last.seq, `The last entry is not the one that the head of the chain names.`);
      if (expected !== null && !anchorMet) fault('anchor', expected.seq, anchorNotMet(expected, head));
      return {
        ok: faultCount === 0,
        entries,
        first,
        last: entries === 0 ? null : last,
        faultCount,
        faults,
      };
    },
  };
}

function missing(from: number, to: number): string {
  return from === to ? `Entry ${from} was` : `Entries ${from} to ${to} were`;
}

function anchorNotMet({ seq }: Anchor, { since }: ChainHead): string {
  return seq < since
    ? `Entry ${seq} is older than what is kept, which starts at ${since}: note a newer one.`
    : `Entry ${seq}, which was noted, is not there.`;
}

/** Reads an anchor as `verify` prints it, "1204:9f3c...": null when it is none. */
export function anchorFrom(text: string): Anchor | null {
  const found = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase());
  return found === null ? null : { seq: Number(found[1]), hash: found[2]! };
}

export function anchorText({ seq, hash }: Anchor): string {
  return `${seq}:${hash}`;
}
