import { counted, sentence } from './words.ts';

/** Those who are within reach for other kinds of need, in a sentence. */
export function othersWords(forOthers: number): string {
  const are = forOthers === 1 ? 'is' : 'are';
  return `${sentence(counted(forOthers, 'more leader'))} within reach ${are} for other needs: of the other phase, in another field, or no head.`;
}
