import type { Progress } from './explain-in-worker.ts';

/** A question under way, answered, or one that could not be answered. */
export type Told<T> = { is: 'working'; progress: Progress | null } | { is: 'done'; answer: T };

interface Kept {
  progress: Progress | null;
  answer: Promise<unknown>;
  settled?: { value: unknown };
}

/** So many answers are kept, those asked for last. */
const MOST = 200;
const kept = new Map<string, Kept>();

/**
 * The answer to a question, worked out once and kept: the key names the instance and the question, and whoever may read both. Waits for
 * it no longer than `patience` milliseconds, and tells how far it is when it takes longer. A question that failed is not kept; its
 * error is thrown.
 */
export async function keptAnswer<T>(
  key: string,
  work: (onProgress: (progress: Progress) => void) => Promise<T>,
  patience: number,
): Promise<Told<T>> {
  const found = kept.get(key) ?? begun(key, work);
  kept.delete(key);
  kept.set(key, found);
  for (const [oldest, { settled }] of kept) {
    if (kept.size <= MOST) break;
    if (settled !== undefined) kept.delete(oldest);
  }
  if (found.settled === undefined) {
    let timer: NodeJS.Timeout | undefined;
    const waited = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([found.answer, waited]).finally(() => clearTimeout(timer));
  }
  return found.settled === undefined
    ? { is: 'working', progress: found.progress }
    : { is: 'done', answer: found.settled.value as T };
}

function begun<T>(key: string, work: (onProgress: (progress: Progress) => void) => Promise<T>): Kept {
  const made: Kept = { progress: null, answer: Promise.resolve() };
  made.answer = work((progress) => {
    made.progress = progress;
  }).then(
    (value) => {
      made.settled = { value };
      return value;
    },
    (error: unknown) => {
      if (kept.get(key) === made) kept.delete(key);
      throw error;
    },
  );
  // Whoever asks is told; when nobody is asking any more, nobody needs to be.
  made.answer.catch(() => undefined);
  return made;
}
