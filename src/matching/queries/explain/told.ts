import type { Ground } from '../../rules/explain/ground.ts';
import { type Answers, explain, type Question } from '../../rules/explain/question.ts';
import { explainInWorker } from './explain-in-worker.ts';
import { instanceHash } from './instance-hash.ts';
import { keptAnswer, type Told } from './kept-answers.ts';

/** Each plan made anew for an answer takes at most so long. */
const SECONDS_A_SOLVE = 10;
/** A page waits so long for its answer before it says how far it is, in milliseconds. */
const PATIENCE = 1000;

// A ground is one plan; its hash is asked for with every question.
const hashes = new WeakMap<Ground, string>();

/**
 * What a plan answers to a question: at once where it was answered before or takes a moment, else how far it is. `readers` names those
 * who may read the answer, so that nobody is given what was worked out for others.
 */
export function toldOf<A extends Question['about']>(
  ground: Ground,
  question: Extract<Question, { about: A }>,
  readers: string,
): Promise<Told<Answers[A]>> {
  const hash = hashes.get(ground) ?? instanceHash(ground.problem.instance);
  hashes.set(ground, hash);
  const plan = JSON.stringify(ground.solution.assignment);
  const key = JSON.stringify([readers, hash, plan, question]);
  return keptAnswer(
    key,
    (onProgress) => explainInWorker(explain(ground, question), { secondsASolve: SECONDS_A_SOLVE, onProgress }),
    PATIENCE,
  );
}
