import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { assessing, policy } from '../../../test/factories/assessing.ts';
import { inspected, schoolWith } from '../../../test/factories/school-facts.ts';
import { countByCategory, filtered, type ListedNeed, needsCsv } from './area-needs.ts';
import { assess } from './assess.ts';
import { decided } from './decision.ts';

function needOf(urn: number, name: string, outcome: 'Good' | 'Inadequate' | 'Requires improvement'): ListedNeed {
  const school = schoolWith({}, { urn, name, inspections: [inspected('2021-07-01', outcome)] });
  return { ...decided(assess(school, assessing), null), name, phase: school.phase, phaseGroup: school.phaseGroup };
}

const needs = [
  needOf(100_001, '=HYPERLINK("x")', 'Inadequate'),
  needOf(100_002, 'Elm, "Old" School', 'Requires improvement'),
  { ...needOf(100_003, 'Oak High', 'Good'), phase: 'Secondary', phaseGroup: 'secondary' as const },
];
const urns = (list: readonly ListedNeed[]) => list.map(({ urn }) => urn);

describe('a list of schools', () => {
  it('is narrowed by category, by those that are offered a leader, and by phase', () => {
    expect(urns(filtered(needs, {}, policy))).toEqual([100_001, 100_002, 100_003]);
    expect(urns(filtered(needs, { category: 'D' }, policy))).toEqual([100_001]);
    expect(urns(filtered(needs, { category: 'first' }, policy))).toEqual([100_001, 100_002]);
    expect(urns(filtered(needs, { phase: 'secondary' }, policy))).toEqual([100_003]);
    expect(filtered(needs, { category: 'D', phase: 'secondary' }, policy)).toEqual([]);
  });

  it('is narrowed to those that a person has confirmed or changed, or has not yet', () => {
    const [first, ...rest] = needs as [ListedNeed, ...ListedNeed[]];
    const decision = { computed: 'D', category: 'B', role: 'broker', at: '2026-11-21T10:00:00.000Z' } as const;
    const judged = [{ ...first, ...decided(first, decision) }, ...rest];
    expect(urns(filtered(judged, { moderated: 'yes' }, policy))).toEqual([100_001]);
    expect(urns(filtered(judged, { moderated: 'no' }, policy))).toEqual([100_002, 100_003]);
    expect(urns(filtered(judged, { category: 'first' }, policy))).toEqual([100_002]);
    const [row] = parse<Record<string, string>>(needsCsv(judged, { policy }), { columns: true, bom: true });
    expect(row).toMatchObject({
      Category: 'B',
      'Category from published data': 'D',
      'Confirmed or changed': 'changed from D by broker, 21 November 2026',
    });
  });

  it('is counted by category', () => {
    expect(countByCategory(needs)).toEqual({ A: 1, B: 0, C: 1, D: 1 });
  });
});

describe('the list as CSV', () => {
  const rows = parse<Record<string, string>>(needsCsv(needs, { policy }), { columns: true, bom: true });

  it('has every school with its category, points and reasons', () => {
    expect(rows.map((row) => [row.URN, row.Category, row.Points, row.Raised])).toEqual([
      ['100001', 'D', '40', 'Latest inspection: inadequate'],
      ['100002', 'C', '20', 'Latest inspection: requires improvement'],
      ['100003', 'A', '0', ''],
    ]);
  });

  it('leaves the points of what was not known blank, never nought', () => {
    expect(rows[0]).toMatchObject({ Progress: 'not known', 'Progress: points': '' });
    expect(rows[0]?.['Progress: in words']).toMatch(/^No progress: /);
    expect(rows[2]).toMatchObject({ 'Latest inspection': 'not raised', 'Latest inspection: points': '0' });
  });

  it('gives no spreadsheet a formula', () => {
    expect(rows[0]?.School).toBe(`'=HYPERLINK("x")`);
    expect(rows[1]?.School).toBe('Elm, "Old" School');
  });
});
