import type { Phase } from './facts.ts';

/** The tests a school is judged on. */
export type KeyStage = 'ks2' | 'ks4';

/**
 * Middle schools deemed secondary teach to age 13: their last tests are at key stage 2. All-through schools are judged
 * on key stage 4.
 * Source: Education (Middle School) (England) Regulations 2002; the Department for Education's performance tables.
 */
export function keyStageOf(phase: Phase): KeyStage {
  return phase === 'Secondary' || phase === 'All-through' ? 'ks4' : 'ks2';
}
