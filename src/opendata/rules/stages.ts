/** How far along its publication a file is. A register has one stage: it is as at a day. */
export const STAGES = ['provisional', 'revised', 'final', 'register'] as const;

export type Stage = (typeof STAGES)[number];

const IN_NAME = /(?<![a-z])(?:ks\d)?(provisional|revised|final)(?![a-z])/i;

/** The stage that a file name such as "2017-2018_england_ks4final.csv" gives; null when none. */
export function stageInName(name: string): Stage | null {
  const word = IN_NAME.exec(name.split(/: |\//).at(-1) ?? '')?.[1]?.toLowerCase();
  return STAGES.find((stage) => stage === word) ?? null;
}

/** The stage that a cell such as "Revised" gives; null when it is another word. */
export function stageInCell(cell: string): Stage | null {
  const word = cell.trim().toLowerCase();
  return STAGES.find((stage) => stage === word && stage !== 'register') ?? null;
}
