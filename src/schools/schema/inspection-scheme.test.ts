import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checked, policiesOf, policyAsAt } from '../../policies.ts';
import { inspectionSchemeKind } from './inspection-scheme.ts';

const check = (json: object) => () => checked(json, inspectionSchemeKind.schema, 'a.json');

describe('the schemes of inspection', () => {
  it('follow one another without a gap or an overlap, each known on its days', () => {
    const inTime = policiesOf(inspectionSchemeKind).toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
    for (const [i, { validTo }] of inTime.entries()) expect(validTo).toBe(inTime[i + 1]?.validFrom ?? null);
    expect(policyAsAt(inspectionSchemeKind, '2024-09-01').scheme).toBe('overall grade');
    expect(policyAsAt(inspectionSchemeKind, '2025-11-09').scheme).toBe('judgements only');
    expect(policyAsAt(inspectionSchemeKind, '2025-11-10').scheme).toBe('report card');
  });

  it('are refused with a table of categories that is silent on a case, or of two minds', () => {
    const file = new URL('../../../policies/inspection/report-card-2025.json', import.meta.url);
    const policy = JSON.parse(readFileSync(file, 'utf8')) as { categories: { rows: object[] } };
    const withRows = (rows: object[]) => ({ ...policy, categories: { ...policy.categories, rows } });
    const { rows } = policy.categories;
    expect(check(policy)).not.toThrow();
    expect(check(withRows(rows.slice(1)))).toThrow(/"categories\.rows" is not valid: each case/);
    expect(check(withRows([...rows, rows[0]!]))).toThrow(/exactly one row/);
  });
});
