import { describe, expect, it } from 'vitest';
import { policy } from '../../../../test/factories/assessing.ts';
import { policyAsAt } from '../../../policies.ts';
import { roundPolicyKind } from '../../schema/round-policy.ts';
import { clear, missing, raised } from '../assessment.ts';
import type { IndicatorCode } from '../need-policy.ts';
import { agendaOf, type Heard, partsOf, type RoundItem } from './agenda.ts';
import { agendaCsv } from './agenda-csv.ts';

const round = policyAsAt(roundPolicyKind, '2026-11-22');
const named = (code: IndicatorCode) => ({ code, label: code });
const item = (urn: number, indicators: RoundItem['indicators'], proposed: RoundItem['proposed'] = 'A'): RoundItem => ({
  urn,
  name: `School ${urn}`,
  phase: 'Primary',
  proposed,
  points: indicators.reduce((sum, { points }) => sum + points, 0),
  indicators,
});
const QUIET: Heard = { earlier: null, decision: null, comments: [], answer: null };
const ANSWER = {
  id: 'a',
  urn: 3,
  words: '',
  evaluations: [],
  by: 'A',
  role: 'headteacher',
  at: '2026-10-01',
  letterId: null,
};
const EARLIER = { computed: 'A', category: 'B', role: 'broker', at: '2026-05-01', asAt: '2026-04-01' } as const;

const sure = item(1, [raised(named('falling_roll'), 'Fewer.', { points: 5 }), clear(named('attainment'), 'Fine.')]);
const doubtful = item(2, [
  raised(named('falling_roll'), 'Fewer.', { points: 5 }),
  clear(named('attainment'), 'Fine.', { probability: 0.45, interval: [60, 72] }),
]);
const unknown = item(4, [missing(named('attainment'), 'None.'), missing(named('progress'), 'None.')]);

const orderOf = (items: RoundItem[]) => agendaOf(items, new Map(), policy, round).map((entry) => entry.item.urn);

describe('the agenda of a panel', () => {
  it('puts the least certain call first, and tells clear ones apart', () => {
    const agenda = agendaOf([sure, doubtful, unknown], new Map(), policy, round);
    expect(agenda.map((entry) => entry.item.urn)).toEqual([2, 4, 1]);
    const { close, clear: confirmed } = partsOf(agenda);
    expect(close.map((entry) => entry.closeBecause)).toEqual([
      ['figures that are in doubt could make it another category'],
      ['much about it is not known'],
    ]);
    expect(confirmed.map((entry) => entry.item.urn)).toEqual([1]);
  });

  it('takes a school one by one that was decided otherwise before, or has something to say', () => {
    const heard = new Map<number, Heard>([[1, { ...QUIET, earlier: EARLIER }]]);
    const [entry] = agendaOf([sure], heard, policy, round);
    expect(entry?.closeBecause).toEqual(['it was decided as B before']);
    const answered = (stance: 'agree' | 'disagree') => new Map([[1, { ...QUIET, answer: { ...ANSWER, stance } }]]);
    expect(agendaOf([sure], answered('disagree'), policy, round)[0]?.closeBecause).toEqual([
      'the school has something to say',
    ]);
    expect(agendaOf([sure], answered('agree'), policy, round)[0]?.closeBecause).toEqual([]);
  });

  it('is the same whatever the order in which schools come', () => {
    expect(orderOf([unknown, doubtful, sure])).toEqual(orderOf([sure, unknown, doubtful]));
  });

  it('goes out as a file without the reasons of decisions', () => {
    const decision = {
      id: 'd',
      by: 'Ann',
      computed: 'A',
      category: 'B',
      role: 'broker',
      at: '2026-11-01T10:00:00Z',
      reason: 'SECRET',
    } as const;
    const csv = agendaCsv(agendaOf([sure], new Map([[1, { ...QUIET, decision }]]), policy, round));
    expect(csv).toContain('School 1');
    expect(csv).toContain('B: changed from A by broker');
    expect(csv).not.toContain('SECRET');
  });
});
