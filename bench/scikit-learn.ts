import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isComplete } from '../src/similar/rules/distance.ts';
import type { FeatureSpace } from '../src/similar/rules/feature-space.ts';

export const WAYS = ['brute', 'kd_tree'] as const;
type Way = (typeof WAYS)[number];

/** What scikit-learn needed, the best of three, and its answers: k rows a row. */
export interface ScikitLearn {
  version: string;
  seconds: Record<Way, number>;
  rows: Record<Way, BigInt64Array>;
}

/** The rows of a space with all their figures, as a space: scikit-learn knows nothing of missing ones. */
export function completeOnly(space: FeatureSpace): FeatureSpace {
  const rows = Array.from(space.urns.keys()).filter((row) => isComplete(space, row));
  const width = space.shares.length;
  return {
    ...space,
    urns: Int32Array.from(rows, (row) => space.urns[row]!),
    rowOf: new Map(rows.map((row, i) => [space.urns[row]!, i])),
    figures: Float64Array.from(rows.flatMap((row) => [...space.figures.subarray(row * width, (row + 1) * width)])),
    coordinates: Float64Array.from(
      rows.flatMap((row) => [...space.coordinates.subarray(row * width, (row + 1) * width)]),
    ),
  };
}

/** Has scikit-learn look for the k nearest of every row, all of which must be complete. Null when it is not installed. */
export function byScikitLearn(space: FeatureSpace, k: number): ScikitLearn | null {
  // Debian's is python3-sklearn, for Debian's Python.
  const python = ['python3', '/usr/bin/python3'].find(
    (name) => spawnSync(name, ['-c', 'import sklearn'], { stdio: 'ignore' }).status === 0,
  );
  if (python === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), 'alongside-bench-'));
  try {
    writeFileSync(join(folder, 'points'), space.coordinates);
    const script = fileURLToPath(new URL('./similar-sklearn.py', import.meta.url));
    const asked = [script, folder, space.shares.length, k, cpus().length].map(String);
    const run = spawnSync(python, asked, { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`scikit-learn failed: ${run.stderr}`);
    const read = (way: Way) => new BigInt64Array(Uint8Array.from(readFileSync(join(folder, way))).buffer);
    return {
      ...(JSON.parse(run.stdout) as Pick<ScikitLearn, 'version' | 'seconds'>),
      rows: { brute: read('brute'), kd_tree: read('kd_tree') },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
