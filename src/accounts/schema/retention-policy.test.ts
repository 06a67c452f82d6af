import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policiesOf } from '../../policies.ts';
import { RETENTION_RULES } from '../rules/retention-rules.ts';
import { retentionPolicyKind } from './retention-policy.ts';

const docs = readFileSync(new URL('../../../docs/data-protection.md', import.meta.url), 'utf8');
const newest = policiesOf(retentionPolicyKind).toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0]!;

describe('the retention policy', () => {
  it('has a rule for each kind of record that is destroyed, and no other', () => {
    expect(new Set(Object.keys(newest.rules))).toEqual(new Set(RETENTION_RULES));
  });

  it('stands in docs/data-protection.md as it is', () => {
    const section = docs.split('\n## ').find((part) => part.startsWith('How long records are kept'))!;
    const rows = section.match(/^\| .+ \| \d+ \| .+ \|$/gm);
    const expected = Object.entries(newest.rules).map(
      ([name, { keepMonths, from }]) => `| ${name} | ${keepMonths} | ${from} |`,
    );
    expect(rows).toEqual(expected);
    expect(section).toContain(`policies/access/${newest.id}.json`);
    expect(docs).toContain(`the time to answer is ${newest.deadlines['data request days']} days`);
    expect(docs).toContain(`acknowledged within ${newest.deadlines['complaint acknowledgement days']} days`);
  });
});
