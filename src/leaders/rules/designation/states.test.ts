import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  APPLICATION_MOVES,
  APPLICATION_STATES,
  DESIGNATION_PARTS,
  type ApplicationState,
  type DesignationPart,
  moveBy,
  movesFrom,
} from './states.ts';
import { statesAsMarkdown } from './states-text.ts';

/** States in which somebody still has something to do. */
const OPEN_STATES: readonly ApplicationState[] = [
  'draft',
  'submitted',
  'awaiting reference',
  'eligibility check',
  'panel',
  'deferred',
  'appeal',
];

/** Who may take an application where, written apart from the table: "from > to: parts". */
const WRITTEN: Record<string, DesignationPart[]> = {
  'draft > submitted': ['applicant'],
  'submitted > awaiting reference': ['house'],
  'awaiting reference > eligibility check': ['house', 'service'],
  'eligibility check > panel': ['service'],
  'eligibility check > declined': ['service'],
  'panel > designated': ['panel chair'],
  'panel > deferred': ['panel chair'],
  'panel > declined': ['panel chair'],
  'deferred > panel': ['service'],
  'declined > appeal': ['applicant', 'accountable officer'],
  'appeal > designated': ['appeal hearer'],
  'appeal > declined': ['appeal hearer'],
  ...Object.fromEntries(OPEN_STATES.map((state) => [`${state} > withdrawn`, ['applicant']])),
};

describe('the states of an application', () => {
  it('change as written for each part, and in no other way', () => {
    for (const from of APPLICATION_STATES)
      for (const to of APPLICATION_STATES)
        for (const part of DESIGNATION_PARTS) {
          const allowed = WRITTEN[`${from} > ${to}`]?.includes(part) ?? false;
          expect(moveBy(from, to, [part]) !== null, `${from} > ${to} by ${part}`).toBe(allowed);
        }
  });

  it('are each reached from a draft, and each open one is left by somebody', () => {
    const reached = new Set(['draft', ...APPLICATION_MOVES.map(({ to }) => to)]);
    expect([...reached].toSorted()).toEqual([...APPLICATION_STATES].toSorted());
    for (const state of OPEN_STATES) expect(movesFrom(state, DESIGNATION_PARTS).length, state).toBeGreaterThan(0);
    expect(movesFrom('designated', DESIGNATION_PARTS)).toEqual([]);
  });

  it('stand in docs/designation.md as they are in code', () => {
    const docs = readFileSync(fileURLToPath(new URL('../../../../docs/designation.md', import.meta.url)), 'utf8');
    expect(docs).toContain(statesAsMarkdown());
  });
});
