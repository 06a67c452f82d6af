import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instance } from '../src/matching/rules/instance.ts';
import { assignmentOf, type PlainAnswer } from './plain-mip.ts';

/** Whether CBC is there (on Debian: apt-get install coinor-cbc). */
export function hasCbc(): boolean {
  return spawnSync('cbc', ['-quit'], { stdio: 'ignore' }).error === undefined;
}

/** The same textbook model as `solvePlainly`, given to CBC as a file. It tells nothing of how it comes on. */
export async function solveByCbc(instance: Instance, timeLimitSeconds: number): Promise<PlainAnswer> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-cbc-'));
  try {
    const [model, solution] = [join(folder, 'model.lp'), join(folder, 'solution.txt')];
    await writeModel(instance, model);
    const started = performance.now();
    const args = [
      model,
      '-timeMode',
      'elapsed',
      '-sec',
      timeLimitSeconds,
      '-ratio',
      0,
      '-solve',
      '-solution',
      solution,
    ];
    const { stdout, status } = spawnSync('cbc', args.map(String), { encoding: 'utf8', maxBuffer: 2 ** 28 });
    const seconds = (performance.now() - started) / 1000;
    if (status !== 0) throw new Error(`CBC failed:\n${stdout.slice(-2000)}`);
    const all = instance.penalty.reduce((sum, cost) => sum + cost, 0);
    const isOptimal = stdout.includes('Result - Optimal solution found');
    const cost = numberAfter(stdout, 'Objective value:');
    const bound = isOptimal ? cost : numberAfter(stdout, 'Lower bound:');
    const chosen = cost === null ? null : chosenIn(readFileSync(solution, 'utf8'));
    return {
      assignment: chosen && assignmentOf(instance, (k) => chosen.has(k)),
      // The model counts what pairs spare; every school left is the start.
      bound: bound === null ? 0 : all + bound,
      isOptimal,
      seconds,
      track: null,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The model in the LP format, a line at a time: a national one is some twenty megabytes. */
async function writeModel(instance: Instance, path: string): Promise<void> {
  const { leaders, schools, pairCost, pairSchool, penalty, demand, capacity, maxSchools } = instance;
  const file = createWriteStream(path);
  const worth = Array.from(pairCost, (cost, k) => `${(cost - penalty[pairSchool[k]!]!).toFixed(6)} x${k}`);
  file.write(`Minimize\n obj: ${sum(worth)}\nSubject To\n`);
  for (let school = 0; school < schools; school++) {
    const of = Array.from(instance.schoolPairs.slice(instance.schoolStart[school], instance.schoolStart[school + 1]));
    if (of.length > 0) file.write(` s${school}: ${sum(of.map((k) => `x${k}`))} <= 1\n`);
  }
  for (let leader = 0; leader < leaders; leader++) {
    const [from, to] = [instance.leaderStart[leader]!, instance.leaderStart[leader + 1]!];
    const of = Array.from({ length: to - from }, (_, n) => from + n);
    if (of.length === 0) continue;
    file.write(` d${leader}: ${sum(of.map((k) => `${demand[pairSchool[k]!]} x${k}`))} <= ${capacity[leader]}\n`);
    file.write(` n${leader}: ${sum(of.map((k) => `x${k}`))} <= ${maxSchools[leader]}\n`);
  }
  file.write(`Binary\n${Array.from(pairCost, (_, k) => ` x${k}`).join('\n')}\nEnd\n`);
  file.end();
  await once(file, 'finish');
}

function sum(terms: string[]): string {
  return terms.join('\n + ');
}

function numberAfter(text: string, label: string): number | null {
  const found = text.split('\n').find((line) => line.startsWith(label));
  return found === undefined ? null : Number(found.slice(label.length));
}

/** The pairs that CBC's solution file gives the value 1: "   12 x345   1   -210.5". */
function chosenIn(text: string): Set<number> {
  const chosen = [...text.matchAll(/^[\s*]*\d+\s+x(\d+)\s+(\S+)/gm)].filter(([, , value]) => Number(value) > 0.5);
  return new Set(chosen.map(([, pair]) => Number(pair)));
}
