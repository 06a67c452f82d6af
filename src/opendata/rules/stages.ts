/** How far along its publication a file is. A register has one stage: it is as at a day. */
export const STAGES = ['provisional', 'revised', 'final', 'register'] as const;

export type Stage = (typeof STAGES)[number];
