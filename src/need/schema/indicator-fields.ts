import { z } from 'zod';
import { startYear, words } from '../../policies.ts';

/** What the indicators of a need policy are made of. */
export const keyStage = z.enum(['ks2', 'ks4']);
export const standardId = z.enum(['ks2-floor', 'ks2-coasting', 'ks4-floor', 'ks4-coasting']);
export const years = z.array(startYear).min(1);
export const points = z.number().min(0);
export const share = z.number().min(0).max(1);
export const level = words;
export const source = words;

const common = { label: words, source };
/** An indicator of results: for schools of one key stage. */
export const results = { ...common, keyStage, years };
/** An indicator for schools of some phases. */
export const context = { ...common, phaseGroups: z.array(z.enum(['primary', 'secondary'])).min(1) };
