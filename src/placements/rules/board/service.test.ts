import { describe, expect, it } from 'vitest';
import type { TermLedger } from '../../../leaders/rules/register/ledger.ts';
import { againstCapacity, againstNeed, type CountedPlacement } from './service.ts';

const placement = (urn: number, state: CountedPlacement['state'], more: Partial<CountedPlacement> = {}) => ({
  supported: { urn, name: `School ${urn}`, laCode: 821 },
  leader: null,
  state,
  halfDays: null,
  ...more,
});

const ledger = (offered: number | null, promised = 0, used = 0): TermLedger => ({
  schoolYear: 2026,
  term: 'autumn',
  offered,
  promised,
  used,
  left: null,
  confirmedOn: null,
});

describe('placements against need', () => {
  it('counts each school once: by what is under way, else by what is coming, else as without', () => {
    const needs = [
      { urn: 1, category: 'D' },
      { urn: 2, category: 'D' },
      { urn: 3, category: 'D' },
      { urn: 4, category: 'A' },
    ] as const;
    const placements = [
      placement(1, 'under way', { halfDays: 12 }),
      placement(1, 'requested', { halfDays: 4 }),
      placement(2, 'offered'),
      placement(3, 'closed', { halfDays: 30 }),
      placement(4, 'declined'),
    ];
    expect(againstNeed(needs, placements)).toEqual([
      { category: 'A', schools: 1, helped: 0, coming: 0, without: 1, halfDays: 0 },
      { category: 'D', schools: 3, helped: 1, coming: 1, without: 1, halfDays: 16 },
    ]);
  });
});

describe('placements against capacity', () => {
  it('adds up by partnership and counts apart who said nothing of the term', () => {
    const leaders = [
      { id: 'a', partnership: 'North', ledger: ledger(10, 6, 2) },
      { id: 'b', partnership: null, ledger: ledger(4) },
      { id: 'c', partnership: 'North', ledger: ledger(null, 2) },
    ];
    const led = [
      placement(1, 'under way', { leader: { id: 'a', name: 'A', personId: null } }),
      placement(2, 'closed', { leader: { id: 'a', name: 'A', personId: null } }),
    ];
    expect(againstCapacity(leaders, led)).toEqual([
      { partnership: 'North', leaders: 2, silent: 1, offered: 10, promised: 8, used: 2, placements: 1 },
      { partnership: null, leaders: 1, silent: 0, offered: 4, promised: 0, used: 0, placements: 0 },
    ]);
  });
});
