import { closeSync, openSync, writeSync } from 'node:fs';
import type { SimilarOfAll } from '../similar/queries/similar-of-all.ts';
import { CommandError } from './command-error.ts';

/** Rows a write. */
const ROWS = 1000;

/** Writes the most similar schools of every school as CSV: a row a school and neighbour, the most similar first. */
export function writeAllSimilar(path: string, all: readonly SimilarOfAll[]): void {
  const file = openNew(path);
  try {
    writeSync(file, 'urn,rank,similar_urn,distance,phase\n');
    for (const one of all) {
      for (let from = 0; from < one.space.urns.length; from += ROWS) writeSync(file, linesOf(one, from, from + ROWS));
    }
  } finally {
    closeSync(file);
  }
}

function linesOf({ space, nearest: { k, rows, squares } }: SimilarOfAll, from: number, to: number): string {
  let lines = '';
  for (let row = from; row < Math.min(to, space.urns.length); row += 1) {
    for (let i = 0; i < k && rows[row * k + i]! >= 0; i += 1) {
      const distance = Math.sqrt(squares[row * k + i]!).toFixed(3);
      lines += `${space.urns[row]},${i + 1},${space.urns[rows[row * k + i]!]},${distance},${space.group}\n`;
    }
  }
  return lines;
}

function openNew(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw new CommandError(
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code}): choose another place with --out`,
    );
  }
}
